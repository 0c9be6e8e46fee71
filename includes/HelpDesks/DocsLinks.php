<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** Finds links to the shop's documentation. An address counts with everything below it; http and https, with and without www, are one. */
final class DocsLinks {

	/** More links than this in one message are not looked at. */
	private const LOOKED_AT = 100;

	/** @var list<array{host: string, path: string}> */
	private readonly array $docs;

	/** @param list<string> $docs_urls As the owner entered them. */
	public function __construct( array $docs_urls ) {
		$this->docs = array_values( array_filter( array_map( self::parts( ... ), $docs_urls ) ) );
	}

	/** The first link to the documentation, or null. */
	public function first( string $own_words ): ?string {
		if ( $this->docs === [] || preg_match_all( '~https?://[^\s<>"\'()\[\]{}|\\\\]+~iu', $own_words, $found ) < 1 ) {
			return null;
		}
		foreach ( array_slice( $found[0], 0, self::LOOKED_AT ) as $link ) {
			$link = rtrim( $link, '.,;:!?' );
			if ( $this->holds( $link ) ) {
				return strlen( $link ) > 500 ? mb_strcut( $link, 0, 500, 'UTF-8' ) : $link;
			}
		}

		return null;
	}

	/**
	 * What an agent's message links to now, given what it was found to link to before.
	 *
	 * @param string|null $text Null once it was forgotten: then a link that we know can only be dropped.
	 */
	public function in_message( ?string $text, ?string $known ): ?string {
		if ( $text !== null ) {
			return $this->first( OwnWords::of( $text ) );
		}

		return $known !== null && $this->holds( $known ) ? $known : null;
	}

	public function holds( string $link ): bool {
		$link = self::parts( $link );
		foreach ( $this->docs as $docs ) {
			if ( $link !== null && $link['host'] === $docs['host'] && str_starts_with( $link['path'], $docs['path'] ) ) {
				return true;
			}
		}

		return false;
	}

	/** @return array{host: string, path: string}|null The path ends with a slash, so that /docs does not hold /docs-old. */
	private static function parts( string $url ): ?array {
		$parts = parse_url( str_contains( $url, '://' ) ? $url : "https://$url" );
		$host  = is_array( $parts ) ? preg_replace( '/^www\./', '', strtolower( $parts['host'] ?? '' ) ) : '';
		if ( ! is_array( $parts ) || $host === '' || $host === null ) {
			return null;
		}

		return [
			'host' => $host . ( isset( $parts['port'] ) ? ":{$parts['port']}" : '' ),
			'path' => rtrim( $parts['path'] ?? '', '/' ) . '/',
		];
	}
}
