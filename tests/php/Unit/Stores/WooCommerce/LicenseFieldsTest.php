<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Stores\WooCommerce;

use Amicable\Stores\WooCommerce\LicenseFields;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What in a line of an order is a license key, and what is only the name of what was bought. */
final class LicenseFieldsTest extends TestCase {

	#[TestWith( [ 'License key', '4F2A-99C1-ABCD-0007', true ] )]
	#[TestWith( [ '_serial_numbers', 'a:1:{i:0;s:4:"ab12";}', true ] )]
	#[TestWith( [ 'fslm_licenses', '[{"key":"1"}]', true ] )]
	#[TestWith( [ 'License', '5 sites, 1 year', false ] )]
	#[TestWith( [ 'License', '5-sites', false ] )]
	#[TestWith( [ 'License', 'SingleSiteForever', false ] )]
	#[TestWith( [ 'pa_license', 'single-site-for-1-year', false ] )]
	#[TestWith( [ 'License key', '', false ] )]
	#[TestWith( [ '_licenses', 'a:0:{}', false ] )]
	public function test_a_key_is_told_from_a_choice( string $name, string $value, bool $is_key ): void {
		self::assertSame( $is_key, LicenseFields::holds_a_key( $name, $value ) );
	}
}
