<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Playbook\DataFile;

/** What the litmus test knows of one language: packs/*.json, as expressions over folded letters (Korean: as they are). */
final class WordPack {

	/**
	 * @param array<string, WordRule> $rules       By code.
	 * @param string                  $attribution Says that somebody's words follow.
	 * @param array<string, int>      $longest     `letter` and `public`, in code points.
	 */
	private function __construct(
		public readonly string $language,
		public readonly array $rules,
		public readonly string $attribution,
		public readonly array $longest,
	) {
	}

	/** @return array<string, self> By language. */
	public static function shipped(): array {
		$packs = [];
		foreach ( (array) glob( dirname( __DIR__ ) . '/packs/??.json' ) as $file ) {
			$pack                     = self::from( DataFile::read( (string) $file ) );
			$packs[ $pack->language ] = $pack;
		}

		return $packs;
	}

	private static function from( DataFile $data ): self {
		$language = $data->at( 'language' )->string();
		$whole    = static fn ( string $inner ): string => $language === 'ko' ? "/(?:{$inner})/u" : "/(?<![\\w])(?:{$inner})(?![\\w])/u";
		$rules    = [];
		foreach ( $data->at( 'rules' )->fields() as $code => $rule ) {
			$unless         = $rule->has( 'unless' ) ? $rule->at( 'unless' )->strings() : [];
			$rules[ $code ] = new WordRule(
				Code::from( $code ),
				array_map( $whole, $rule->at( 'words' )->strings() ),
				$unless === [] ? null : $whole( implode( '|', $unless ) ),
			);
		}

		return new self(
			$language,
			$rules,
			$whole( implode( '|', $data->at( 'attribution' )->strings() ) ),
			array_map( static fn ( DataFile $number ): int => $number->int(), $data->at( 'longest' )->fields() ),
		);
	}
}
