<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Throwable;

/**
 * What EDD does half a minute after a purchase. In the middle of a refund it would open the items again that were just given back, so it
 * is done before.
 */
final class FirstThings {

	private const HOOK = 'edd_after_payment_scheduled_actions';

	/** Null, or in whoever's words it broke. */
	public function finish( OrderRecord $record ): ?string {
		$args = [ $record->id(), false ];
		if ( $record->text( 'date_actions_run' ) !== '' || ! $this->is_waiting( $args ) ) {
			return null;
		}
		try {
			Precision::of( $record->text( 'currency' ), static fn () => do_action( self::HOOK, ...$args ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- EDD's own; whoever listens is heard.
		} catch ( Throwable $thrown ) {
			return $thrown->getMessage();
		}

		return null;
	}

	/** @param array{int, bool} $args */
	private function is_waiting( array $args ): bool {
		return wp_next_scheduled( self::HOOK, $args ) !== false || ( function_exists( 'as_next_scheduled_action' ) && as_next_scheduled_action( self::HOOK, $args ) !== false );
	}
}
