<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\NamesUncovered;
use Amicable\Stores\Obligation;

/** Add-ons that could owe a customer something and that we cannot read. Named rather than passed over in silence. */
final class Uncovered implements NamesUncovered {

	/** Class => slug and name. */
	private const SYSTEMS = [
		'EDD_All_Access'   => [ 'edd-all-access', 'EDD All Access' ],
		'EDD_Wallet'       => [ 'edd-wallet', 'EDD Wallet' ],
		'EDD_Bookings'     => [ 'edd-bookings', 'EDD Bookings' ],
		'SLM_API_Listener' => [ 'software-license-manager', 'Software License Manager' ],
	];

	public function store(): string {
		return EddStore::ID;
	}

	/** Keys stand in tables of their own there, never in the lines of an order. */
	public function license_fields( array $order_ids ): array {
		return [];
	}

	public function obligations(): array {
		$open = [];
		foreach ( self::SYSTEMS as $class => [ $slug, $name ] ) {
			if ( $this->is_here( $class ) ) {
				/* translators: %s: name of a plugin. */
				$open[] = new Obligation( 17, true, "plugin:$slug", sprintf( __( '%s is active and is not covered: look there yourself.', 'amicable' ), $name ) );
			}
		}

		return $open;
	}

	private function is_here( string $class ): bool {
		return class_exists( $class, false );
	}
}
