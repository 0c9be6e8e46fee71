<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Licensing;

use Amicable\Licensing\LicenseServer\Template;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class TemplateTest extends TestCase {

	public function test_what_fills_a_path_cannot_leave_its_place(): void {
		self::assertSame( '/o/..%2F..%2Fadmin%3Fx%3D1%23/end', Template::path( '/o/{order_number}/end', [ 'order_number' => '../../admin?x=1#' ] ) );
		self::assertSame( '/u?mail=a%2Bb%40shop.com', Template::path( '/u?mail={email}', [ 'email' => 'a+b@shop.com' ] ) );
	}

	public function test_what_fills_a_body_stays_text(): void {
		$body = Template::body( '{"id":{order_id},"who":"{email}"}', [ 'order_id' => '12', 'email' => '","admin":true,"x":"' ] );

		self::assertSame( [ 'id' => 12, 'who' => '","admin":true,"x":"' ], json_decode( $body, true ) );
	}

	public function test_a_value_that_looks_like_a_place_is_not_filled_again(): void {
		self::assertSame( '/%7Border_id%7D', Template::path( '/{order_number}', [ 'order_number' => '{order_id}', 'order_id' => '7' ] ) );
	}

	public function test_it_knows_what_it_needs_and_what_nothing_fills(): void {
		self::assertFalse( Template::needs_order( '/o/{order_id}', '' ) );
		self::assertTrue( Template::needs_order( '/o/{order_id}', '{"m":"{email}"}' ) );
		self::assertSame( [ 'license_key' ], Template::unknown( '/o/{license_key}/{order_id}/{license_key}' ) );
	}

	/** @param array<array-key, mixed>|null $json */
	#[TestWith( [ [ 'data' => [ 'status' => 'active' ] ], 'data.status', 'active' ] )]
	#[TestWith( [ [ 'licenses' => [ [ 'on' => false ] ] ], 'licenses.0.on', 'false' ] )]
	#[TestWith( [ [ 'code' => 3 ], 'code', '3' ] )]
	#[TestWith( [ [ 'data' => [ 'status' => [ 'a' ] ] ], 'data.status', null ] )]
	#[TestWith( [ [ 'data' => null ], 'data.status', null ] )]
	#[TestWith( [ [ 'status' => null ], 'status', null ] )]
	#[TestWith( [ null, 'status', null ] )]
	public function test_a_value_is_found_by_its_path( ?array $json, string $path, ?string $value ): void {
		self::assertSame( $value, Template::value( $json, $path ) );
	}
}
