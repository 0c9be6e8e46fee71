<?php
declare( strict_types=1 );

namespace Amicable\Settings;

/** In which languages the docs at an address are, as the owner said. A part of the settings. */
final class DocsPlaces {

	/**
	 * What makes no sense is as if nobody had said it.
	 *
	 * @param array<array-key, mixed> $kept
	 * @return list<array{url: string, languages: list<string>}>
	 */
	public static function read( array $kept ): array {
		$places = [];
		foreach ( $kept as $place ) {
			$url       = is_array( $place ) ? $place['url'] ?? null : null;
			$languages = is_array( $place ) && is_array( $place['languages'] ?? null ) ? $place['languages'] : [];
			$languages = array_values( array_unique( array_filter( $languages, static fn ( mixed $code ): bool => is_string( $code ) && preg_match( '/^[a-z]{2,3}$/D', $code ) === 1 ) ) );
			if ( is_string( $url ) && $languages !== [] ) {
				$places[ $url ] = [
					'url'       => $url,
					'languages' => $languages,
				];
			}
		}

		return array_values( $places );
	}
}
