<?php
declare( strict_types=1 );

namespace Amicable\Stores\Providers;

use Amicable\Stores\DisputeNews;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use Amicable\Values\Currency;
use Amicable\Values\Money;
use DateTimeImmutable;

/** What Stripe's events say of disputes, early fraud warnings and reviews. WooPayments hands on the same events. */
final class StripeDispute {

	/** Whole units by law, hundredths at Stripe. */
	private const HUNDREDTHS = [ 'ISK', 'UGX' ];

	/**
	 * @param array<array-key, mixed> $event As Stripe sends it.
	 * @return DisputeNews|null Null: it is about something else.
	 */
	public static function read( array $event, string $store, string $source, ?OrderRef $order = null ): ?DisputeNews {
		$type = self::text( $event, 'type' );
		$data = $event['data'] ?? null;
		$what = is_array( $data ) && is_array( $data['object'] ?? null ) ? $data['object'] : [];
		$id   = self::text( $what, 'id' );
		if ( $id === '' ) {
			return null;
		}
		$status = match ( true ) {
			str_starts_with( $type, 'charge.dispute.' )             => self::dispute( self::text( $what, 'status' ) ),
			str_starts_with( $type, 'radar.early_fraud_warning.' )  => DisputeStatus::Warning,
			$type === 'review.opened'                               => DisputeStatus::Warning,
			$type === 'review.closed'                               => DisputeStatus::Won,
			default                                                 => null,
		};
		if ( $status === null ) {
			return null;
		}
		$due     = is_array( $what['evidence_details'] ?? null ) ? $what['evidence_details'] : [];
		$created = self::moment( $what, 'created' );

		return new DisputeNews(
			$store,
			substr( $id, 0, 191 ),
			substr( self::text( $event, 'id' ) !== '' ? self::text( $event, 'id' ) : "$type:$id", 0, 191 ),
			$source,
			$status,
			self::moment( $event, 'created' ) ?? $created ?? new DateTimeImmutable(),
			$order,
			substr( self::text( $what, 'charge' ), 0, 191 ),
			self::money( $what['amount'] ?? null, self::text( $what, 'currency' ) ),
			self::fee( $what['balance_transactions'] ?? null ),
			substr( self::text( $what, 'reason' ) !== '' ? self::text( $what, 'reason' ) : self::text( $what, 'fraud_type' ), 0, 64 ),
			$created,
			self::moment( $due, 'due_by' ),
		);
	}

	private static function dispute( string $status ): ?DisputeStatus {
		return match ( $status ) {
			'needs_response', 'under_review'                       => DisputeStatus::Open,
			'warning_needs_response', 'warning_under_review'       => DisputeStatus::Warning,
			// An inquiry that went away, and one that a refund settled: the bank took nothing.
			'won', 'warning_closed', 'charge_refunded', 'prevented' => DisputeStatus::Won,
			'lost'                                                 => DisputeStatus::Lost,
			default                                                => null,
		};
	}

	/** What was kept, less what came back; each movement of the dispute is in the list of every later event. */
	private static function fee( mixed $movements ): ?Money {
		$sum = null;
		foreach ( is_array( $movements ) ? $movements : [] as $movement ) {
			$fee = is_array( $movement ) ? self::money( $movement['fee'] ?? null, self::text( $movement, 'currency' ) ) : null;
			if ( $fee !== null && ( $sum === null || $sum->currency === $fee->currency ) ) {
				$sum = $sum === null ? $fee : $sum->plus( $fee );
			}
		}

		return $sum;
	}

	private static function money( mixed $minor, string $currency ): ?Money {
		$code = strtoupper( $currency );
		if ( ! is_int( $minor ) || ! Currency::is_known( $code ) ) {
			return null;
		}

		return new Money( in_array( $code, self::HUNDREDTHS, true ) && Currency::decimals( $code ) === 0 ? intdiv( $minor, 100 ) : $minor, $code );
	}

	/** @param array<array-key, mixed> $of */
	private static function moment( array $of, string $name ): ?DateTimeImmutable {
		return is_int( $of[ $name ] ?? null ) ? new DateTimeImmutable( "@{$of[ $name ]}" ) : null;
	}

	/** @param array<array-key, mixed> $of */
	private static function text( array $of, string $name ): string {
		return is_string( $of[ $name ] ?? null ) ? $of[ $name ] : '';
	}
}
