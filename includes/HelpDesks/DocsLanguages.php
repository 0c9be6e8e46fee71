<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** In which languages the documentation is there, address by address: an answer that somebody cannot read is none. */
final class DocsLanguages {

	/** More are not named: a reader wants to know which, not all. */
	private const MOST_NAMED = 6;

	/** @var list<array{docs: DocsLinks, languages: list<string>}> The longest address first. */
	private readonly array $places;

	/**
	 * @param list<string>                                          $urls Where docs are.
	 * @param list<array{url: string, languages: list<string>}> $told What the owner said of some of them; the others are in the language of the site.
	 * @param string                                                $site 'en'.
	 * @param list<string>                                          $read Languages in which messages are read.
	 */
	public function __construct( array $urls, array $told, private readonly string $site, private readonly array $read ) {
		$said = array_column( $told, 'languages', 'url' );
		usort( $urls, static fn ( string $a, string $b ): int => strlen( $b ) <=> strlen( $a ) );
		$this->places = array_map(
			static fn ( string $url ): array => [
				'docs'      => new DocsLinks( [ $url ] ),
				'languages' => ( $said[ $url ] ?? [] ) === [] ? [ $site ] : $said[ $url ],
			],
			$urls
		);
	}

	/**
	 * What stands between a customer and an answer of the docs: 'ko:en' where they write in Korean and it is in English, ':en' where they write in something else.
	 *
	 * @param string|null $link    To the article; null: somebody said so, of some article.
	 * @param string|null $written Of `WrittenIn`.
	 * @return string|null Null: nothing that is known.
	 */
	public function gap( ?string $link, ?string $written ): ?string {
		$there  = $this->of( $link );
		$shared = $written === '' ? array_diff( $there, $this->read ) : array_intersect( $there, explode( ',', (string) $written ) );
		if ( $written === null || $shared !== [] ) {
			return null;
		}

		return ( str_contains( $written, ',' ) ? '' : $written ) . ':' . implode( ',', array_slice( $there, 0, self::MOST_NAMED ) );
	}

	/** @return list<string> */
	private function of( ?string $link ): array {
		foreach ( $this->places as $place ) {
			if ( $link !== null && $place['docs']->holds( $link ) ) {
				return $place['languages'];
			}
		}
		$all = array_values( array_unique( array_merge( [], ...array_column( $this->places, 'languages' ) ) ) );

		return $all === [] ? [ $this->site ] : $all;
	}
}
