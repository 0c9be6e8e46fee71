<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\Rest\Api;
use Amicable\Rest\CustomerListQuery;

/** What a screen will ask for first, so that the answers can be printed with the page. A path that a screen asks for otherwise is only not preloaded. */
final class FirstRequests {

	/** @return list<string> */
	public static function of( string $screen ): array {
		$id   = self::id();
		$root = '/' . Api::NAMESPACE;

		return match ( $screen ) {
			'overview'   => [ "$root/overview", ...( current_user_can( Capability::SETTINGS ) ? [ "$root/setup" ] : [] ) ],
			'customers'  => [ "$root/customers?" . http_build_query( self::list(), '', '&', PHP_QUERY_RFC3986 ) ],
			'reports'    => [ "$root/reports" ],
			'loose-ends' => [ "$root/loose-ends?state=open&page=1&per_page=25" ],
			'customer'   => $id === null ? [] : [ "$root/customers/$id", "$root/customers/$id/tickets?page=1&per_page=100" ],
			'case'       => $id === null ? [] : [ "$root/cases/$id" ],
			'run'        => $id === null ? [] : [ "$root/offboardings/$id" ],
			'settings'   => [ "$root/settings" ],
			default      => [],
		};
	}

	/**
	 * The first page as `src/screens/customers/view.ts` asks for it, with what the address says.
	 *
	 * @return array<string, string|int>
	 */
	private static function list(): array {
		$usual = [
			'orderby' => current_user_can( Capability::MONEY ) ? 'support_cost' : 'minutes',
			'order'   => 'desc',
		];
		$said  = array_intersect_key( wp_unslash( $_GET ), CustomerListQuery::parameters() ); // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only chooses what is shown; the route judges it.
		$said  = array_filter( array_diff_key( $said, [ 'page' => true, 'per_page' => true ] ), static fn ( mixed $value ): bool => is_string( $value ) && $value !== '' );

		return $said + $usual + ( isset( $said['cursor'] ) ? [] : [ 'page' => self::page() ] ) + [ 'per_page' => 25 ];
	}

	/** In the address a page of a list has another name: `page` says whose screen this is. */
	private static function page(): int {
		$page = $_GET['paged'] ?? ''; // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only chooses what is shown; the route judges it.

		return is_string( $page ) && preg_match( '/^[1-9]\d?$/D', $page ) === 1 ? (int) $page : 1;
	}

	private static function id(): ?int {
		$id = $_GET['id'] ?? ''; // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only chooses what is shown; the route judges it.

		return is_string( $id ) && preg_match( '/^[1-9]\d{0,14}$/D', $id ) === 1 ? (int) $id : null;
	}
}
