<?php
declare( strict_types=1 );

namespace Amicable\Customers;

use Amicable\Storage\Customers;
use Amicable\Storage\IdentityKeys;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\Keys;
use Amicable\Stores\Stores;
use Amicable\Values\EmailAddress;

/** Under which names a customer is found in the shops, in clear: collected anew from accounts and orders, since we keep hashes only. */
final class Keyring {

	/** One name leads to orders with others; real customers are found whole after two rounds. */
	private const ROUNDS = 4;

	public function __construct(
		private readonly Stores $stores,
		private readonly Customers $customers,
		private readonly IdentityKeys $keys,
		private readonly OrderFacts $orders,
		private readonly Identity $identity,
	) {
	}

	public function of( int $customer_id ): Keys {
		$customer_id = $this->identity->current( $customer_id );
		$cluster     = $this->customers->cluster( $customer_id );
		$emails      = array_map( fn ( int $id ): string => (string) ( $this->customers->row( $id )['email'] ?? '' ), $cluster );
		$found       = $this->known( $customer_id, [], $emails );
		$refs        = array_merge( [], ...array_map( $this->orders->refs_of( ... ), $cluster ) );
		for ( $round = 0; $round < self::ROUNDS; $round++ ) {
			$more = $this->widened( $customer_id, $found, $this->ids_by_store( $refs, $found ) );
			if ( count( $more->user_ids ) === count( $found->user_ids ) && count( $more->emails ) === count( $found->emails ) ) {
				break;
			}
			$found = $more;
		}

		return $found;
	}

	/** @param array<string, list<int>> $ids */
	private function widened( int $customer_id, Keys $keys, array $ids ): Keys {
		$users  = $keys->user_ids;
		$emails = $keys->emails;
		foreach ( $this->stores->all() as $store ) {
			foreach ( $store->orders( $ids[ $store->id() ] ?? [] ) as $order ) {
				$users[]  = $order->user_id;
				$emails   = [ ...$emails, $order->email, ...$order->other_emails ];
			}
		}

		return $this->known( $customer_id, $users, $emails );
	}

	/**
	 * With the accounts behind the addresses and the addresses of the accounts. A name that leads to somebody else is left out:
	 * who orders for a colleague does not become the colleague.
	 *
	 * @param list<int>    $users
	 * @param list<string> $emails
	 */
	private function known( int $customer_id, array $users, array $emails ): Keys {
		foreach ( $users as $id ) {
			$user     = $id > 0 ? get_userdata( $id ) : false;
			$emails[] = $user === false ? '' : $user->user_email;
		}
		$emails = array_values( array_unique( array_filter( array_map( static fn ( string $email ): string => (string) EmailAddress::try_from( $email )?->normalized, $emails ), static fn ( string $email ): bool => $email !== '' ) ) );
		$emails = $this->own( $customer_id, 'email', $emails );
		foreach ( $emails as $email ) {
			$user    = get_user_by( 'email', $email );
			$users[] = $user === false ? 0 : $user->ID;
		}
		$users = array_values( array_unique( array_filter( $users, static fn ( int $id ): bool => $id > 0 ) ) );

		return new Keys( array_map( 'intval', $this->own( $customer_id, 'user', array_map( 'strval', $users ) ) ), $emails );
	}

	/**
	 * @param list<string> $names
	 * @return list<string>
	 */
	private function own( int $customer_id, string $kind, array $names ): array {
		$hashes = array_map( fn ( string $name ): string => $this->identity->hash( $kind, $name ), $names );
		$owners = $this->keys->find( $hashes );
		$own    = [];
		foreach ( $names as $index => $name ) {
			$owner = $owners[ $hashes[ $index ] ]['customer_id'] ?? null;
			if ( $owner === null || $this->identity->current( $owner ) === $customer_id ) {
				$own[] = $name;
			}
		}

		return $own;
	}

	/**
	 * @param list<\Amicable\Stores\OrderRef> $refs
	 * @return array<string, list<int>>
	 */
	private function ids_by_store( array $refs, Keys $keys ): array {
		$ids = [];
		foreach ( $refs as $ref ) {
			$ids[ $ref->store ][] = $ref->id;
		}
		foreach ( $this->stores->all() as $store ) {
			$ids[ $store->id() ] = array_values( array_unique( [ ...( $ids[ $store->id() ] ?? [] ), ...( $keys->is_empty() ? [] : $store->order_ids_of( $keys ) ) ] ) );
		}

		return $ids;
	}
}
