<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Incidents;

use Amicable\Language\Regex;

/** Which tickets an incident explains. It suggests; a person confirms. */
final class Matcher {

	/** @var list<string> */
	private readonly array $regexes;

	private readonly ?string $article;

	public function __construct( string $words, ?string $docs_url ) {
		$terms         = array_filter( array_map( trim( ... ), explode( ',', str_replace( "\n", ',', $words ) ) ), static fn ( string $term ): bool => $term !== '' );
		$this->regexes = array_values( array_map( self::regex( ... ), $terms ) );
		$this->article = $docs_url === null ? null : self::address( $docs_url );
	}

	/** @return 'subject'|'text'|'article'|null Where it says so; null: it does not. */
	public function why( Candidate $ticket ): ?string {
		return match ( true ) {
			$this->says( $ticket->subject ) => 'subject',
			$this->says( $ticket->text )    => 'text',
			$this->article !== null && in_array( $this->article, array_map( self::address( ... ), $ticket->articles ), true ) => 'article',
			default                         => null,
		};
	}

	private function says( string $text ): bool {
		$text = self::fold( $text );
		foreach ( $this->regexes as $regex ) {
			if ( Regex::matches( $regex, $text ) ) {
				return true;
			}
		}

		return false;
	}

	/** A word's beginning is its own, its end may take a suffix, as in Korean and Turkish; 4.2 is neither 4.25 nor 14.2. */
	private static function regex( string $term ): string {
		$term = (string) preg_replace( '/\s+/u', ' ', self::fold( $term ) );
		$end  = Regex::matches( '/\d$/', $term ) ? '(?!\d|\.\d)' : '';

		return '/(?<![\p{L}\p{N}]|\d\.)' . str_replace( ' ', '\s+', preg_quote( $term, '/' ) ) . $end . '/u';
	}

	private static function fold( string $text ): string {
		return str_replace( "\u{307}", '', mb_strtolower( $text, 'UTF-8' ) );
	}

	/** One article, however it was linked. */
	private static function address( string $url ): string {
		return rtrim( (string) preg_replace( '#^https?://(www\.)?|[?\#].*$#i', '', $url ), '/' );
	}
}
