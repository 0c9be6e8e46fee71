<?php
declare( strict_types=1 );

namespace Amicable\Language;

use SplFileObject;

/** The packs, each taken down when a message first needs it: most sites are written to in one language or two. */
final class Shelf {

	/**
	 * @param array<string, string> $files Compiled packs by language.
	 * @param array<string, Pack> $packs Those that are at hand.
	 */
	public function __construct( private readonly array $files, private array $packs = [] ) {
	}

	/** The packs that the plugin brings. */
	public static function shipped(): self {
		$files = [];
		foreach ( (array) glob( __DIR__ . '/packs/??.txt' ) as $file ) {
			$files[ basename( (string) $file, '.txt' ) ] = (string) $file;
		}

		return new self( $files );
	}

	/** @return list<string> */
	public function languages(): array {
		return array_keys( $this->files + $this->packs );
	}

	public function pack( string $language ): Pack {
		return $this->packs[ $language ] ??= new Pack( new PackText( new SplFileObject( $this->files[ $language ] ) ) );
	}
}
