<?php
declare( strict_types=1 );

namespace Amicable\Rest;

/** The routes of one resource. A handler reads, asks one thing, shapes; refusals are thrown as AmicableException. */
interface Controller {

	/** @return list<Route> */
	public function routes(): array;
}
