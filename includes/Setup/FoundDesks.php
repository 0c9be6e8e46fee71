<?php
declare( strict_types=1 );

namespace Amicable\Setup;

/** Help desks that are active on this site, known by what only they define. */
final class FoundDesks {

	/** Our id => name, and a constant or function of the plugin. */
	private const DESKS = [
		'awesome_support' => [ 'Awesome Support', 'WPAS_VERSION' ],
		'fluent_support'  => [ 'Fluent Support', 'FLUENT_SUPPORT_VERSION' ],
		'supportcandy'    => [ 'SupportCandy', 'WPSC_VERSION' ],
		'kb_support'      => [ 'KB Support', 'KBS_VERSION' ],
		'bbpress'         => [ 'bbPress', 'bbpress' ],
	];

	/** @return list<array{id: string, name: string}> */
	public static function all(): array {
		$here = array_filter( self::DESKS, static fn ( array $desk ): bool => defined( $desk[1] ) || function_exists( $desk[1] ) );

		return array_map(
			static fn ( string $id, array $desk ): array => [
				'id'   => $id,
				'name' => $desk[0],
			],
			array_keys( $here ),
			$here
		);
	}
}
