<?php
declare( strict_types=1 );

namespace Amicable\Stores\Providers;

use Amicable\Stores\DisputeNews;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use Amicable\Values\Currency;
use Amicable\Values\Money;
use DateTimeImmutable;
use Throwable;

/** What PayPal's webhooks say of disputes. A payment that was reversed has gone back to the buyer. */
final class PayPalDispute {

	/**
	 * @param array<array-key, mixed> $event As PayPal sends it.
	 * @param OrderRef|null           $order Where the shop's plugin found it already.
	 * @return list<DisputeNews> One a disputed payment; empty: it is about something else.
	 */
	public static function read( array $event, string $store, string $source, ?OrderRef $order = null ): array {
		$type     = self::text( $event, 'event_type' );
		$resource = self::map( $event, 'resource' );
		$at       = self::moment( $event, 'create_time' ) ?? self::moment( $resource, 'update_time' ) ?? new DateTimeImmutable();
		if ( $type === 'PAYMENT.CAPTURE.REVERSED' ) {
			return self::reversed( $event, $resource, $at, $store, $source, $order );
		}
		$id = self::text( $resource, 'dispute_id' );
		if ( ! str_starts_with( $type, 'CUSTOMER.DISPUTE.' ) || $id === '' ) {
			return [];
		}
		$news = [];
		foreach ( array_values( array_filter( self::map( $resource, 'disputed_transactions' ), 'is_array' ) ) as $place => $payment ) {
			$suffix = $place === 0 ? '' : ":$place";
			$news[] = new DisputeNews(
				$store,
				substr( $id . $suffix, 0, 191 ),
				substr( ( self::text( $event, 'id' ) !== '' ? self::text( $event, 'id' ) : "$type:$id" ) . $suffix, 0, 191 ),
				$source,
				self::status( $resource ),
				$at,
				$order,
				substr( self::text( $payment, 'seller_transaction_id' ), 0, 191 ),
				$place === 0 ? self::money( self::map( $resource, 'dispute_amount' ) ) : self::money( self::map( $payment, 'gross_amount' ) ),
				null,
				substr( self::text( $resource, 'reason' ), 0, 64 ),
				self::moment( $resource, 'create_time' ),
				self::moment( $resource, 'seller_response_due_date' ),
			);
		}

		return $news;
	}

	/**
	 * @param array<array-key, mixed> $event
	 * @param array<array-key, mixed> $capture
	 * @return list<DisputeNews>
	 */
	private static function reversed( array $event, array $capture, DateTimeImmutable $at, string $store, string $source, ?OrderRef $order ): array {
		$id = self::text( $capture, 'id' );

		return $id === '' && $order === null ? [] : [
			new DisputeNews( $store, substr( 'reversal:' . ( $order?->key() ?? $id ), 0, 191 ), substr( self::text( $event, 'id' ) !== '' ? self::text( $event, 'id' ) : "reversal:$id", 0, 191 ), $source, DisputeStatus::Lost, $at, $order, $order === null ? substr( $id, 0, 191 ) : '', self::money( self::map( $capture, 'amount' ) ) ),
		];
	}

	/** @param array<array-key, mixed> $dispute */
	private static function status( array $dispute ): DisputeStatus {
		if ( self::text( $dispute, 'status' ) !== 'RESOLVED' ) {
			// Before it is a claim, buyer and shop are asked to talk.
			return self::text( $dispute, 'dispute_life_cycle_stage' ) === 'INQUIRY' ? DisputeStatus::Warning : DisputeStatus::Open;
		}

		return match ( self::text( self::map( $dispute, 'dispute_outcome' ), 'outcome_code' ) ) {
			'RESOLVED_BUYER_FAVOUR', 'ACCEPTED' => DisputeStatus::Lost,
			'RESOLVED_SELLER_FAVOUR', 'RESOLVED_WITH_PAYOUT', 'CANCELED_BY_BUYER', 'DENIED' => DisputeStatus::Won,
			// Resolved, and nobody says how: nothing may be paid until somebody does.
			default                             => DisputeStatus::Open,
		};
	}

	/** @param array<array-key, mixed> $amount */
	private static function money( array $amount ): ?Money {
		$currency = strtoupper( self::text( $amount, 'currency_code' ) );
		$value    = self::text( $amount, 'value' );

		return Currency::is_known( $currency ) && is_numeric( $value ) ? Money::from_decimal( $value, $currency ) : null;
	}

	/** @param array<array-key, mixed> $of */
	private static function moment( array $of, string $name ): ?DateTimeImmutable {
		try {
			return self::text( $of, $name ) === '' ? null : new DateTimeImmutable( self::text( $of, $name ) );
		} catch ( Throwable ) {
			return null;
		}
	}

	/**
	 * @param array<array-key, mixed> $of
	 * @return array<array-key, mixed>
	 */
	private static function map( array $of, string $name ): array {
		return is_array( $of[ $name ] ?? null ) ? $of[ $name ] : [];
	}

	/** @param array<array-key, mixed> $of */
	private static function text( array $of, string $name ): string {
		return is_scalar( $of[ $name ] ?? null ) ? (string) $of[ $name ] : '';
	}
}
