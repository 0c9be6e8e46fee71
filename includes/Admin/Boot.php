<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\CurrentMode;
use Amicable\Graph;
use Amicable\Mode;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Storage\Home;
use Amicable\Stores\Store;
use Closure;

/** What a page tells our scripts before they ask the server anything: `me.boot`, printed as `window.amicableBoot`. */
final class Boot {

	/** @param Closure(Mode): Graph $graph */
	public function __construct(
		private readonly string $file,
		private readonly CurrentMode $mode,
		private readonly Closure $graph,
	) {
	}

	/** @return array<string, mixed> */
	public function data(): array {
		$mode = $this->mode->of_user( get_current_user_id() );

		return [
			'mode'            => $mode->value,
			'currency'        => ( $this->graph )( $mode )->settings()->current()->base_currency,
			'capabilities'    => array_values( array_filter( Capability::ALL, static fn ( string $capability ): bool => current_user_can( $capability ) ) ),
			'user'            => [
				'id'   => get_current_user_id(),
				'name' => wp_get_current_user()->display_name,
			],
			'url'             => Url::to(),
			'stores'          => array_map( static fn ( Store $store ): string => $store->id(), ( $this->graph )( Mode::Live )->stores()->all() ),
			'help_desks'      => ( $this->graph )( $mode )->desks()->all() !== [],
			'is_copy'         => $mode === Mode::Live && Home::is_copy(),
			'practice_loaded' => ( $this->graph )( Mode::Practice )->migrations()->is_installed(),
			'own_rules'       => array_map(
				static fn ( OwnRule $rule ): array => [
					'pattern' => $rule->slug()->value,
					'name'    => $rule->name,
				],
				( $this->graph )( $mode )->settings()->current()->own_rules
			),
			'version'         => get_file_data( $this->file, [ 'version' => 'Version' ] )['version'],
		];
	}
}
