<?php
/**
 * What we use of store plugins that publish no stubs. Signatures only.
 *
 * phpcs:disable
 */

declare( strict_types=1 );

/** @return array<int, WC_Subscription> */
function wcs_get_subscriptions_for_order( WC_Order|int $order, array $args = [] ): array {}

function wcs_get_subscription( int $subscription ): WC_Subscription|false {}

/**
 * @param array<string, int|string|null> $data
 * @return object|bool
 */
function lmfwc_update_license( string $key, array $data ) {}

/** @param array<string, string> $args */
function lmfwc_deactivate_license( string $key, array $args ): WP_Error|array {}

class WC_Subscription extends WC_Order {

	public function can_be_updated_to( string $status ): bool {}

	public function is_manual(): bool {}

	/**
	 * @param list<string> $types
	 * @param list<string> $not
	 */
	public function get_last_order( string $fields, array $types, array $not ): WC_Order|false {}

	public function get_requires_manual_renewal(): bool {}

	/** @return int|numeric-string */
	public function get_time( string $date ) {}

	/**
	 * @param list<string> $types
	 * @return array<int, int>
	 */
	public function get_related_orders( string $fields, array $types ): array {}
}

/** A help desk's own programming interface; what is asked of it differs by name. */
final class FluentSupportTickets {

	/**
	 * @param array<string, string> $data
	 * @return array<string, object>|false
	 */
	public function addResponse( array $data, int $agent_id, int $ticket_id ) {}
}

function FluentSupportApi( string $name ): FluentSupportTickets {}

/** @param array<string, string> $data */
function wpas_add_reply( array $data, int $ticket_id, int $author_id ): int|false|WP_Error {}

class WC_Stripe_API {

	public static function retrieve( string $api ): mixed {}
}
