<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Cases;

use Amicable\Cases\Chance\Cause;
use Amicable\Cases\Chance\Departure;
use Amicable\Cases\Chance\Giving;
use Amicable\Cases\Chance\MoveKind;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class DepartureTest extends TestCase {

	/** @return iterable<string, array{Cause|null, int, int|null, bool, bool, bool, int|null, Departure|null}> */
	public static function gifts(): iterable {
		yield 'our mistake is made good whatever it costs' => [ Cause::Ours, 90_000, 100, false, false, false, null, null ];
		yield 'their mistake up to the limit'              => [ Cause::Customer, 100, 100, false, false, false, null, null ];
		yield 'and no further'                             => [ Cause::Customer, 101, 100, false, false, false, null, Departure::Limit ];
		yield 'where nothing is known nothing is free'     => [ Cause::Nobody, 1, null, false, false, false, null, Departure::Limit ];
		yield 'what costs nothing may always be given'     => [ null, 0, null, false, false, false, null, null ];
		yield 'nobody asked why yet'                       => [ null, 101, 100, false, false, false, null, Departure::Limit ];
		yield 'a threat asks for a row of the table'       => [ Cause::Ours, 10, 100, true, true, false, null, Departure::Table ];
		yield 'with a row it is as for everybody'          => [ Cause::Ours, 10, 100, true, true, true, 10, null ];
		yield 'more than the row gives is a departure'     => [ Cause::Ours, 11, 100, true, true, true, 10, Departure::Most ];
		yield 'a row without an amount leaves the limit'   => [ Cause::Customer, 101, 100, false, true, true, null, Departure::Limit ];
		yield 'without a table a threat changes nothing'   => [ Cause::Customer, 50, 100, true, false, false, null, null ];
	}

	#[DataProvider( 'gifts' )]
	public function test_what_the_house_rules_say_to_a_gift( ?Cause $cause, int $cost, ?int $limit, bool $threatened, bool $has_table, bool $has_row, ?int $most, ?Departure $departure ): void {
		self::assertSame( $departure, Departure::of( $cause, $cost, $limit, $threatened, $has_table, $has_row, $most ) );
	}

	public function test_only_our_mistake_is_made_good_whatever_the_value(): void {
		self::assertSame( [ Giving::Whatever, Giving::Limit, Giving::Nothing, Giving::Nothing ], array_map( static fn ( Cause $cause ): Giving => $cause->giving(), Cause::cases() ) );
		foreach ( [ Cause::Nobody, Cause::Expectation ] as $cause ) {
			self::assertSame( [], array_filter( $cause->moves(), static fn ( MoveKind $move ): bool => $move->gives() ), 'What nobody did is not put right with a gift.' );
		}
	}
}
