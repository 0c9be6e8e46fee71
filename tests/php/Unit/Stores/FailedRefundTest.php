<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Stores;

use Amicable\Stores\Providers\FailedRefund;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class FailedRefundTest extends TestCase {

	/** @return iterable<string, array{string, string, bool}> */
	public static function words(): iterable {
		foreach ( [ 'charge.refund.updated', 'refund.updated', 'refund.failed' ] as $type ) {
			yield "$type: failed" => [ $type, 'failed', true ];
			yield "$type: canceled" => [ $type, 'canceled', true ];
			yield "$type: succeeded" => [ $type, 'succeeded', false ];
			yield "$type: pending" => [ $type, 'pending', false ];
		}
		yield 'another event that says failed' => [ 'charge.failed', 'failed', false ];
		yield 'a refund that begins' => [ 'refund.created', 'failed', false ];
	}

	#[DataProvider( 'words' )]
	public function test_only_a_refund_that_was_undone_counts( string $type, string $status, bool $counts ): void {
		$read = FailedRefund::read( self::event( $type, [ 'id' => 're_1', 'object' => 'refund', 'charge' => 'ch_1', 'status' => $status ] ) );

		self::assertSame( $counts ? [ 're_1', 'ch_1' ] : null, $read === null ? null : [ $read->id, $read->charge ] );
	}

	public function test_one_without_a_charge_is_read_and_one_without_a_number_is_not(): void {
		self::assertSame( '', FailedRefund::read( self::event( 'refund.failed', [ 'id' => 're_1', 'charge' => null, 'status' => 'failed' ] ) )?->charge );
		self::assertNull( FailedRefund::read( self::event( 'refund.failed', [ 'id' => '', 'charge' => 'ch_1', 'status' => 'failed' ] ) ) );
		self::assertNull( FailedRefund::read( [ 'type' => 'refund.failed', 'data' => 'broken' ] ) );
		self::assertNull( FailedRefund::read( [] ) );
	}

	/**
	 * @param array<string, mixed> $refund
	 * @return array<string, mixed>
	 */
	private static function event( string $type, array $refund ): array {
		return [ 'id' => 'evt_1', 'type' => $type, 'data' => [ 'object' => $refund ] ];
	}
}
