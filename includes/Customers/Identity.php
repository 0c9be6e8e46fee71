<?php
declare( strict_types=1 );

namespace Amicable\Customers;

use Amicable\AmicableException;
use Amicable\Storage\Conflicts;
use Amicable\Storage\Customers;
use Amicable\Storage\IdentityKeys;
use Amicable\Storage\OrderFacts;
use Amicable\Storage\Secret;
use Amicable\Stores\Keys;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Values\EmailAddress;

/** Who is who. The strongest known key decides; another strong key that says otherwise is noted for a person, never merged. */
final class Identity {

	public function __construct(
		private readonly IdentityKeys $keys,
		private readonly Customers $customers,
		private readonly Conflicts $conflicts,
		private readonly OrderFacts $orders,
		private readonly Secret $secret,
		private readonly Staff $staff,
	) {
	}

	/** @return array{customer_id: int, key_id: int} */
	public function for_order( Order $order ): array {
		return $this->for_orders( [ $order ] )[0];
	}

	/**
	 * @param list<Order> $orders
	 * @return list<array{customer_id: int, key_id: int}> In the same order.
	 */
	public function for_orders( array $orders ): array {
		$keys  = array_map( $this->keys_of_order( ... ), $orders );
		$known = $this->keys->find( array_values( array_unique( array_map( static fn ( Key $key ): string => $key->hash, array_merge( ...$keys ) ) ) ) );
		$found = [];
		foreach ( $orders as $index => $order ) {
			$found[] = $this->resolve( $keys[ $index ], $known, $order->ref->store, $order->name, $this->normalized( $order->email ) ?? '', $order->locale ?? '' );
		}

		return $found;
	}

	/**
	 * Who wrote to us. An address nobody bought with becomes a customer without orders, so that totals reconcile.
	 *
	 * @return array{customer_id: int, key_id: int}|null Null: the address of somebody who works here.
	 * @throws AmicableException When there is nothing to recognize anybody by.
	 */
	public function for_requester( string $email, ?string $name, ?int $user_id, ?OrderRef $order ): ?array {
		$address = $this->normalized( $email );
		if ( ( $address !== null && $this->staff->is_staff( $address ) ) || ( $user_id !== null && $user_id > 0 && $this->staff->is_staff_user( $user_id ) ) ) {
			return null;
		}
		$keys  = $this->user_keys( $user_id ?? 0 );
		$known = [];
		$buyer = $order === null ? null : $this->orders->keyed_customer_of( $order );
		if ( $order !== null && $buyer !== null ) {
			$proof                 = new Key( 'order', $this->hash( 'order', $order->key() ), 90 );
			$keys[]                = $proof;
			$known[ $proof->hash ] = $buyer;
		}
		$keys  = [ ...$keys, ...$this->email_keys( $address ) ];
		$known = [ ...$this->keys->find( array_map( static fn ( Key $key ): string => $key->hash, $keys ) ), ...$known ];
		if ( $keys === [] ) {
			throw new AmicableException( 'amicable_invalid_email', __( 'This is not an email address.', 'amicable' ), 400, [ 'requester.email' => __( 'This is not an email address.', 'amicable' ) ] );
		}

		return $this->resolve( $keys, $known, 'ticket', $name ?? '', $address ?? '', '' );
	}

	public function find_by_email( string $email ): ?int {
		$address = $this->normalized( $email );
		$hash    = $address === null ? '' : $this->hash( 'email', $address );

		return $address === null ? null : ( $this->keys->find( [ $hash ] )[ $hash ]['customer_id'] ?? null );
	}

	public function find_by_user( int $user_id ): ?int {
		$hash = $this->hash( 'user', (string) $user_id );

		return $this->keys->find( [ $hash ] )[ $hash ]['customer_id'] ?? null;
	}

	/**
	 * Whom these addresses belong to, as far as we know; nobody is made.
	 *
	 * @param list<string> $emails
	 * @return array<string, int> Customer by address as given.
	 */
	public function find_all_by_email( array $emails ): array {
		$keys  = array_map( fn ( string $email ): array => $this->email_keys( $this->normalized( $email ) ), array_combine( $emails, $emails ) );
		$known = $this->keys->find( array_values( array_unique( array_map( static fn ( Key $key ): string => $key->hash, array_merge( [], ...array_values( $keys ) ) ) ) ) );
		$found = [];
		foreach ( $keys as $email => $own ) {
			foreach ( $own as $key ) {
				if ( isset( $known[ $key->hash ] ) ) {
					$found[ (string) $email ] ??= $known[ $key->hash ]['customer_id'];
				}
			}
		}

		return $found;
	}

	/** By any of several names, in one look: an account says more than an address. */
	public function find( Keys $keys ): ?int {
		$hashes = [
			...array_map( fn ( int $id ): string => $this->hash( 'user', (string) $id ), array_filter( $keys->user_ids, static fn ( int $id ): bool => $id > 0 ) ),
			...array_map( fn ( string $email ): string => $this->hash( 'email', $email ), $keys->emails ),
		];
		$known  = $hashes === [] ? [] : $this->keys->find( array_values( array_unique( $hashes ) ) );
		$found  = null;
		foreach ( $hashes as $hash ) {
			$found ??= $known[ $hash ]['customer_id'] ?? null;
		}

		return $found;
	}

	/** The key under which facts are kept that a person adds to a known customer. */
	public function key_of( int $customer_id ): ?int {
		return $this->keys->of( $customer_id );
	}

	/** HMAC-SHA-256 in hex. The kind is part of what is hashed, so that equal texts of two kinds are two hashes. */
	public function hash( string $kind, string $key ): string {
		return hash_hmac( 'sha256', "$kind:$key", $this->secret->value() );
	}

	/** Who this customer is now, after all merges. */
	public function current( int $customer_id ): int {
		return $this->customers->current( $customer_id );
	}

	/**
	 * @param non-empty-list<Key>                             $keys  Strongest claim first.
	 * @param array<string, array{id: int, customer_id: int}> $known By hash; grows as keys are given out.
	 * @return array{customer_id: int, key_id: int}
	 */
	private function resolve( array $keys, array &$known, string $origin, string $name, string $email, string $locale ): array {
		$customer = null;
		foreach ( $keys as $key ) {
			$customer ??= $known[ $key->hash ]['customer_id'] ?? null;
		}
		$made = $customer === null ? $this->customers->create( $name, $email, $locale ) : null;
		if ( $made !== null ) {
			$customer = $this->keep( $keys[0], $made, $origin, $known )['customer_id'];
		}
		if ( $made !== null && $customer !== $made ) {
			$this->customers->take_back( $made );
		}
		foreach ( $keys as $key ) {
			$owner = $this->keep( $key, $customer, $origin, $known )['customer_id'];
			if ( $owner !== $customer && $key->is_strong() ) {
				$this->conflicts->note( $customer, $owner, $origin );
			}
		}

		return [
			'customer_id' => $customer,
			'key_id'      => $this->key_of_fact( $keys, $known, $customer ),
		];
	}

	/**
	 * @param array<string, array{id: int, customer_id: int}> $known
	 * @return array{id: int, customer_id: int}
	 */
	private function keep( Key $key, int $customer, string $origin, array &$known ): array {
		return $known[ $key->hash ] ??= $this->keys->add( $key->kind, $key->hash, $customer, $origin, $key->confidence );
	}

	/**
	 * The strongest key that points at this customer.
	 *
	 * @param non-empty-list<Key>                             $keys
	 * @param array<string, array{id: int, customer_id: int}> $known
	 */
	private function key_of_fact( array $keys, array $known, int $customer ): int {
		foreach ( $keys as $key ) {
			if ( ( $known[ $key->hash ]['customer_id'] ?? 0 ) === $customer ) {
				return $known[ $key->hash ]['id'];
			}
		}

		return $known[ $keys[0]->hash ]['id'];
	}

	/**
	 * An order without user and address is a customer of its own.
	 *
	 * @return non-empty-list<Key>
	 */
	private function keys_of_order( Order $order ): array {
		$keys = [ ...$this->user_keys( $order->user_id ), ...$this->email_keys( $this->normalized( $order->email ) ) ];
		foreach ( $order->other_emails as $email ) {
			$keys = [ ...$keys, ...$this->email_keys( $this->normalized( $email ) ) ];
		}

		return $keys === [] ? [ new Key( 'order', $this->hash( 'order', $order->ref->key() ), 100 ) ] : $keys;
	}

	/** @return list<Key> The account and the address it was made with. */
	private function user_keys( int $user_id ): array {
		if ( $user_id < 1 ) {
			return [];
		}
		$user    = get_userdata( $user_id );
		$address = $user === false ? null : $this->normalized( $user->user_email );

		return [ new Key( 'user', $this->hash( 'user', (string) $user_id ), 100 ), ...( $address === null ? [] : [ new Key( 'email', $this->hash( 'email', $address ), 100 ) ] ) ];
	}

	/** @return list<Key> */
	private function email_keys( ?string $address ): array {
		if ( $address === null ) {
			return [];
		}
		$alias = Alias::of( $address );

		return [ new Key( 'email', $this->hash( 'email', $address ), 100 ), ...( $alias === null ? [] : [ new Key( 'alias', $this->hash( 'alias', $alias ), 80 ) ] ) ];
	}

	private function normalized( string $email ): ?string {
		return EmailAddress::try_from( $email )?->normalized;
	}
}
