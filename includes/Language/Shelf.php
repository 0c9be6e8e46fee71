<?php
declare( strict_types=1 );

namespace Amicable\Language;

use Closure;
use SplFileObject;
use Throwable;

/** The packs, each taken down when a message first needs it: most sites are written to in one language or two. */
final class Shelf {

	/**
	 * @param array<string, string> $files Compiled packs by language.
	 * @param array<string, Pack> $packs Those that are at hand.
	 * @param array<string, OwnMarks> $own How languages that the site added are told.
	 * @param (Closure(Throwable): void)|null $broken Hears of what such a pack could not do.
	 */
	public function __construct( private readonly array $files, private array $packs = [], public readonly array $own = [], private readonly ?Closure $broken = null ) {
	}

	/** The packs that the plugin brings. */
	public static function shipped(): self {
		$files = [];
		foreach ( (array) glob( __DIR__ . '/packs/??.txt' ) as $file ) {
			$files[ basename( (string) $file, '.txt' ) ] = (string) $file;
		}

		return new self( $files );
	}

	/**
	 * Besides them those of the site.
	 *
	 * @param Closure(Throwable): void $broken
	 */
	public static function with( OwnPacks $own, Closure $broken ): self {
		return new self( self::shipped()->files + $own->files, [], $own->marks, $broken );
	}

	/** Whether reading goes on without a pack that failed: one of the site's never costs a message its other languages. */
	public function does_without( string $language, Throwable $thrown ): bool {
		if ( $this->broken === null || ! isset( $this->own[ $language ] ) ) {
			return false;
		}
		( $this->broken )( $thrown );

		return true;
	}

	/** @return list<string> */
	public function languages(): array {
		return array_keys( $this->files + $this->packs );
	}

	public function pack( string $language ): Pack {
		return $this->packs[ $language ] ??= new Pack( new PackText( new SplFileObject( $this->files[ $language ] ) ) );
	}
}
