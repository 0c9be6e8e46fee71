<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Licensing\License;
use Amicable\Licensing\Subscription;
use Amicable\Stores\Download;
use Amicable\Stores\OrderRef;

/** What orders brought, under the names by which the sources' answers refer to it. */
final class Holdings {

	/**
	 * @param list<License>      $licenses
	 * @param list<Subscription> $subscriptions
	 * @param list<Download>     $downloads
	 */
	public function __construct(
		public readonly array $licenses = [],
		public readonly array $subscriptions = [],
		public readonly array $downloads = [],
	) {
	}

	public static function ref( License|Subscription|Download $thing ): string {
		return match ( true ) {
			$thing instanceof License      => "license:$thing->system:$thing->id",
			$thing instanceof Subscription => "subscription:$thing->system:$thing->id",
			default                        => "download:$thing->store:$thing->id",
		};
	}

	/** @return list<OrderRef> The orders that a thing hangs on. */
	public static function orders_of( License|Subscription|Download $thing ): array {
		if ( $thing instanceof Download ) {
			return $thing->order === null ? [] : [ $thing->order ];
		}

		return $thing->orders;
	}

	public function find( string $ref ): License|Subscription|Download|null {
		foreach ( [ ...$this->licenses, ...$this->subscriptions, ...$this->downloads ] as $thing ) {
			if ( self::ref( $thing ) === $ref ) {
				return $thing;
			}
		}

		return null;
	}

	/** @return list<OrderRef> */
	public function orders(): array {
		return array_merge( [], ...array_map( self::orders_of( ... ), [ ...$this->licenses, ...$this->subscriptions, ...$this->downloads ] ) );
	}

	/** @param list<string> $refs */
	public function only( array $refs ): self {
		$named = static fn ( License|Subscription|Download $thing ): bool => in_array( self::ref( $thing ), $refs, true );

		return new self(
			array_values( array_filter( $this->licenses, $named ) ),
			array_values( array_filter( $this->subscriptions, $named ) ),
			array_values( array_filter( $this->downloads, $named ) ),
		);
	}
}
