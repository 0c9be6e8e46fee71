<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Licensing;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Licensing\Sites;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( Sites::class )]
final class SitesTest extends TestCase {

	public function test_a_site_is_one_however_it_is_written_and_whatever_it_uses(): void {
		self::assertSame( 2, Sites::count( [ self::license( 'active', 'https://www.shop.example/', 'shop.example', 'https://shop.example/blog' ), self::license( 'inactive', 'http://SHOP.example' ) ] ) );
	}

	public function test_what_is_no_address_is_one_by_itself_and_what_ended_is_none(): void {
		self::assertSame( 1, Sites::count( [ self::license( 'active', 'device 7' ), self::license( 'expired', 'a.example' ), self::license( 'disabled', 'b.example' ) ] ) );
		self::assertSame( 0, Sites::count( [] ) );
	}

	/** @param 'active'|'inactive'|'expired'|'disabled' $status */
	private static function license( string $status, string ...$sites ): License {
		return new License( 'sample', '1', '…', 'Forms', [], $status, null, true, array_map( static fn ( string $site ): Activation => new Activation( $site, $site ), array_values( $sites ) ) );
	}
}
