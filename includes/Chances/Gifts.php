<?php
declare( strict_types=1 );

namespace Amicable\Chances;

use Amicable\AmicableException;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\EntryState;
use Amicable\Cases\Chance\MoveKind;
use Amicable\Clock;
use Amicable\Projection\Projector;
use Amicable\Runs\CaseDesk;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\CustomerFacts;
use Amicable\Storage\Customers;
use Amicable\Storage\Database;
use Amicable\Stores\Gift;
use Amicable\Stores\GiftShop;
use Amicable\Values\EmailAddress;
use Amicable\Values\Money;
use Closure;
use Throwable;

/** Makes gift codes in the shop and books them to the customer. The line stands in the book before the shop is asked, so that nothing is made that nobody knows of. */
final class Gifts {

	/** A gift code is good for so long. */
	public const LASTS = '+90 days';

	/**
	 * @param Closure(): list<GiftShop> $shops
	 * @param Closure(): Projector      $projector
	 */
	public function __construct(
		private readonly Database $database,
		private readonly CaseEntries $entries,
		private readonly CustomerFacts $facts,
		private readonly Customers $customers,
		private readonly Closure $shops,
		private readonly Closure $projector,
		private readonly Clock $clock,
	) {
	}

	/** @return list<GiftShop> */
	public function shops(): array {
		return ( $this->shops )();
	}

	public function shop( string $id ): ?GiftShop {
		return array_values( array_filter( $this->shops(), static fn ( GiftShop $shop ): bool => $shop->id() === $id ) )[0] ?? null;
	}

	/** Where the customer's codes go to; null: no address is known. */
	public function address( int $customer_id ): ?EmailAddress {
		return EmailAddress::try_from( (string) ( $this->customers->row( $customer_id )['email'] ?? '' ) );
	}

	/** Random, and says nothing. */
	public function code(): string {
		return 'gift-' . bin2hex( random_bytes( 5 ) );
	}

	/**
	 * Safe to do again: the shop makes one code a name, and the book is closed once. What was exchanged by hand is booked alone.
	 *
	 * @throws AmicableException 502 when the shop did not make it; the line stays, begun.
	 */
	public function make( CaseEntry $entry, int $user_id ): CaseEntry {
		if ( ! self::is_by_hand( $entry ) ) {
			$this->issue( $entry );
		}
		$this->database->atomically( fn () => $this->book( $entry, $user_id ) );
		( $this->projector )()->project( $entry->customer_id );

		return $this->entries->find( $entry->id ) ?? $entry;
	}

	/** @throws AmicableException 502 */
	private function issue( CaseEntry $entry ): void {
		$shop  = $this->shop( (string) ( $entry->details['store'] ?? '' ) );
		$email = $this->address( $entry->customer_id );
		if ( $shop === null || $email === null ) {
			throw $this->failed();
		}
		try {
			$shop->issue( new Gift( $entry->ref, $email, self::money( $entry->details['amount'] ?? null ), isset( $entry->details['product'] ) ? (int) $entry->details['product'] : null, $entry->created_at->modify( self::LASTS ) ) );
			$made = $shop->has( $entry->ref );
		} catch ( Throwable ) {
			throw $this->failed();
		}
		if ( ! $made ) {
			throw $this->failed();
		}
	}

	private static function is_by_hand( CaseEntry $entry ): bool {
		return is_string( $entry->details['order'] ?? null );
	}

	/** Writes down that a code was redeemed: from then on it costs. */
	public function look( CaseEntry $entry ): void {
		$shop = $this->shop( (string) ( $entry->details['store'] ?? '' ) );
		if ( $shop !== null && $entry->goodwill_id !== null && $shop->is_used( $entry->ref ) && $this->facts->use_goodwill( $entry->goodwill_id, $this->clock->now() ) ) {
			( $this->projector )()->project( $entry->customer_id );
		}
	}

	private function book( CaseEntry $entry, int $user_id ): void {
		$cost = self::money( $entry->details['cost'] ?? null ) ?? throw $this->failed();
		$off  = self::money( $entry->details['amount'] ?? null );
		$now  = Database::time( $this->clock->now() );
		$hand = self::is_by_hand( $entry );
		$id   = $this->facts->add_goodwill(
			[
				'customer_id' => $entry->customer_id,
				'kind'        => $entry->what === MoveKind::Coupon->value ? 'coupon' : 'product',
				'currency'    => $cost->currency,
				'value'       => $off !== null && $off->currency === $cost->currency ? $off->minor : $cost->minor,
				'cost'        => $cost->minor,
				'used'        => $hand ? 1 : 0,
				'used_at'     => $hand ? $now : null,
				'note'        => $hand ? (string) $entry->details['order'] : $entry->ref,
				'created_by'  => $user_id,
				'created_at'  => $now,
			]
		);
		if ( ! $this->entries->settle( $entry, EntryState::Done, $user_id, $id ) ) {
			throw CaseDesk::stale();
		}
	}

	private static function money( mixed $kept ): ?Money {
		return is_array( $kept ) && is_int( $kept['minor'] ?? null ) && is_string( $kept['currency'] ?? null ) ? new Money( $kept['minor'], $kept['currency'] ) : null;
	}

	private function failed(): AmicableException {
		return new AmicableException( 'amicable_gift_failed', __( 'The shop did not make the code. It stands in the book as begun: try again there.', 'amicable' ), 502 );
	}
}
