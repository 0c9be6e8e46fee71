<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Licensing;

use Amicable\Licensing\PublicAddress;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class PublicAddressTest extends TestCase {

	#[TestWith( [ '8.8.8.8' ] )]
	#[TestWith( [ '1.1.1.1' ] )]
	#[TestWith( [ '9.255.255.255' ] )]
	#[TestWith( [ '11.0.0.0' ] )]
	#[TestWith( [ '100.63.255.255' ] )]
	#[TestWith( [ '100.128.0.0' ] )]
	#[TestWith( [ '172.15.255.255' ] )]
	#[TestWith( [ '172.32.0.0' ] )]
	#[TestWith( [ '192.167.255.255' ] )]
	#[TestWith( [ '223.255.255.255' ] )]
	public function test_addresses_of_the_internet_are_public( string $address ): void {
		self::assertTrue( PublicAddress::is_public( $address ) );
	}

	#[TestWith( [ '127.0.0.1' ] )]
	#[TestWith( [ '127.255.255.254' ] )]
	#[TestWith( [ '0.0.0.0' ] )]
	#[TestWith( [ '10.0.0.1' ] )]
	#[TestWith( [ '100.64.0.1' ] )]
	#[TestWith( [ '169.254.169.254' ] )]
	#[TestWith( [ '172.16.0.1' ] )]
	#[TestWith( [ '172.31.255.255' ] )]
	#[TestWith( [ '192.168.1.1' ] )]
	#[TestWith( [ '198.19.0.1' ] )]
	#[TestWith( [ '224.0.0.1' ] )]
	#[TestWith( [ '255.255.255.255' ] )]
	#[TestWith( [ '::1' ] )]
	#[TestWith( [ '::ffff:127.0.0.1' ] )]
	#[TestWith( [ 'fe80::1' ] )]
	#[TestWith( [ '2130706433' ] )]
	#[TestWith( [ '0177.0.0.1' ] )]
	#[TestWith( [ '0x7f.0.0.1' ] )]
	#[TestWith( [ '127.1' ] )]
	#[TestWith( [ '' ] )]
	public function test_everything_else_is_not( string $address ): void {
		self::assertFalse( PublicAddress::is_public( $address ) );
	}

	#[TestWith( [ 'licenses.shop.com', true ] )]
	#[TestWith( [ 'xn--lizenzen-4ya.shop.xn--p1ai', true ] )]
	#[TestWith( [ 'localhost', false ] )]
	#[TestWith( [ 'api.localhost', false ] )]
	#[TestWith( [ 'server', false ] )]
	#[TestWith( [ 'db.internal', false ] )]
	#[TestWith( [ '127.0.0.1', false ] )]
	#[TestWith( [ '2130706433', false ] )]
	#[TestWith( [ '0x7f.1', false ] )]
	#[TestWith( [ '[::1]', false ] )]
	#[TestWith( [ 'user@shop.com', false ] )]
	#[TestWith( [ 'shop.com:8080', false ] )]
	#[TestWith( [ 'shop.com/path', false ] )]
	#[TestWith( [ 'shop.com.', false ] )]
	#[TestWith( [ "shop.com\n", false ] )]
	#[TestWith( [ 'Shop.com', false ] )]
	#[TestWith( [ '', false ] )]
	public function test_a_host_is_a_name_of_the_internet( string $host, bool $is_one ): void {
		self::assertSame( $is_one, PublicAddress::is_host( $host ) );
	}
}
