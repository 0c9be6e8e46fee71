<?php
declare( strict_types=1 );

namespace Amicable\Language;

use Closure;
use JsonException;
use Throwable;
use UnexpectedValueException;

/** What was learned of each language, read when something of it is first to be judged. */
final class Models {

	/** @var array<string, LinearModel|null> By language; null: none, or its file is broken. */
	private array $models = [];

	/**
	 * @param array<string, string>          $files  Weights by language.
	 * @param (Closure(Throwable): void)|null $broken Hears of a file that cannot be read: then rules alone decide. Without it, that is thrown.
	 */
	public function __construct( private readonly array $files, private readonly ?Closure $broken = null ) {
	}

	/**
	 * The weights that the plugin brings.
	 *
	 * @param (Closure(Throwable): void)|null $broken
	 */
	public static function shipped( ?Closure $broken = null ): self {
		$files = [];
		foreach ( (array) glob( __DIR__ . '/packs/??.weights' ) as $file ) {
			$files[ basename( (string) $file, '.weights' ) ] = (string) $file;
		}

		return new self( $files, $broken );
	}

	public function of( string $language ): ?LinearModel {
		if ( ! array_key_exists( $language, $this->models ) ) {
			$this->models[ $language ] = isset( $this->files[ $language ] ) ? $this->loaded( $this->files[ $language ] ) : null;
		}

		return $this->models[ $language ];
	}

	private function loaded( string $file ): ?LinearModel {
		try {
			return LinearModel::read_from( $file );
		} catch ( JsonException | UnexpectedValueException $thrown ) {
			if ( $this->broken === null ) {
				throw $thrown;
			}
			( $this->broken )( $thrown );

			return null;
		}
	}
}
