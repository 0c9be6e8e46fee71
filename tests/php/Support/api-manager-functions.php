<?php
declare( strict_types=1 );

/** The doors of WooCommerce API Manager; behind each stands one and the same stand-in. */

use Amicable\Tests\Support\ApiManager;

function WC_AM_USER(): ApiManager {
	return ApiManager::$here;
}

function WC_AM_API_ACTIVATION_DATA_STORE(): ApiManager {
	return ApiManager::$here;
}

function WC_AM_GRACE_PERIOD(): ApiManager {
	return ApiManager::$here;
}

function WC_AM_SMART_CACHE(): ApiManager {
	return ApiManager::$here;
}
