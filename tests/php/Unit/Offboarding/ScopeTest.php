<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Offboarding;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Scope;
use Amicable\Stores\OrderRef;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ScopeTest extends TestCase {

	/** @return iterable<string, array{mixed}> */
	public static function nonsense(): iterable {
		yield 'nothing'             => [ null ];
		yield 'another word'        => [ 'everything' ];
		yield 'no orders'           => [ [ 'orders' => [] ] ];
		yield 'both'                => [ [ 'orders' => [ [ 'store' => 'sample', 'id' => 1 ] ], 'loose_ends' => [ 1 ] ] ];
		yield 'an unknown store'    => [ [ 'orders' => [ [ 'store' => 'shopify', 'id' => 1 ] ] ] ];
		yield 'an id as text'       => [ [ 'orders' => [ [ 'store' => 'sample', 'id' => '1' ] ] ] ];
		yield 'an id of nothing'    => [ [ 'orders' => [ [ 'store' => 'sample', 'id' => 0 ] ] ] ];
		yield 'loose ends as text'  => [ [ 'loose_ends' => [ '1' ] ] ];
		yield 'no loose ends'       => [ [ 'loose_ends' => [] ] ];
	}

	#[DataProvider( 'nonsense' )]
	public function test_nonsense_is_no_scope( mixed $value ): void {
		self::assertNull( Scope::try_from( $value ) );
	}

	public function test_the_same_choice_is_the_same_scope_and_survives_the_wire(): void {
		$scope = Scope::orders( new OrderRef( 'sample', 9 ), new OrderRef( 'sample', 2 ), new OrderRef( 'sample', 9 ) );

		self::assertSame( [ 'orders' => [ [ 'store' => 'sample', 'id' => 2 ], [ 'store' => 'sample', 'id' => 9 ] ] ], $scope->to_value() );
		foreach ( [ $scope, Scope::all(), Scope::running(), Scope::loose_ends( 4, 1, 4 ) ] as $each ) {
			self::assertEquals( $each, Scope::try_from( json_decode( (string) json_encode( $each->to_value() ), true ) ) );
		}
	}

	public function test_each_kind_goes_with_its_own_scopes(): void {
		$fits = [];
		foreach ( [ 'orders' => Scope::orders( new OrderRef( 'sample', 1 ) ), 'running' => Scope::running(), 'all' => Scope::all(), 'loose_ends' => Scope::loose_ends( 1 ) ] as $name => $scope ) {
			$fits[ $name ] = array_map( static fn ( Kind $kind ): bool => $kind->fits( $scope ), Kind::cases() );
		}

		self::assertSame( [ 'orders' => [ true, false, false ], 'running' => [ false, true, false ], 'all' => [ false, true, false ], 'loose_ends' => [ false, false, true ] ], $fits );
	}
}
