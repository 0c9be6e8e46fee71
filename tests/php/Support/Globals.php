<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

/** What WordPress keeps in memory between two requests of one process. */
final class Globals {

	private const HOOKS = [ 'wp_actions', 'wp_filters', 'wp_current_filter' ];

	private const REQUEST = [ '_GET', '_POST', '_REQUEST', '_COOKIE', '_SERVER' ];

	/**
	 * @param array<string, \WP_Hook>             $filters
	 * @param array<string, mixed>                $counters
	 * @param array<string, array<string, mixed>> $request
	 */
	private function __construct(
		private readonly array $filters,
		private readonly array $counters,
		private readonly array $request,
	) {}

	public static function now(): self {
		return new self(
			array_map( static fn ( \WP_Hook $hook ): \WP_Hook => clone $hook, $GLOBALS['wp_filter'] ),
			array_map( static fn ( string $name ): mixed => $GLOBALS[ $name ] ?? [], array_combine( self::HOOKS, self::HOOKS ) ),
			array_map( static fn ( string $name ): array => $GLOBALS[ $name ] ?? [], array_combine( self::REQUEST, self::REQUEST ) ),
		);
	}

	public function restore(): void {
		$GLOBALS['wp_filter'] = array_map( static fn ( \WP_Hook $hook ): \WP_Hook => clone $hook, $this->filters );

		foreach ( $this->counters as $name => $value ) {
			$GLOBALS[ $name ] = $value;
		}

		foreach ( $this->request as $name => $value ) {
			$GLOBALS[ $name ] = $value;
		}

		$GLOBALS['wp_rest_server'] = null;
		unset( $GLOBALS['current_screen'], $GLOBALS['post'] );

		wp_set_current_user( 0 );
		// Roles are read from the options once; a test may have changed them.
		$GLOBALS['wp_roles'] = null;

		while ( is_locale_switched() ) {
			restore_previous_locale();
		}
	}
}
