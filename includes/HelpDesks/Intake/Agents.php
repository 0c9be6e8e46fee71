<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use WP_User;

/** Finds the WordPress user behind the name a desk has for an agent, so that their time costs what it costs. */
final class Agents {

	/** @var array<string, int|null> */
	private array $known = [];

	/** @param string|null $agent Address or login. */
	public function id_of( ?string $agent ): ?int {
		if ( $agent === null || $agent === '' ) {
			return null;
		}
		if ( ! array_key_exists( $agent, $this->known ) ) {
			$user                  = get_user_by( str_contains( $agent, '@' ) ? 'email' : 'login', $agent );
			$this->known[ $agent ] = $user instanceof WP_User ? $user->ID : null;
		}

		return $this->known[ $agent ];
	}
}
