<?php
declare( strict_types=1 );

namespace Amicable\Cli;

use Amicable\Language\Compile\OwnPack;
use Amicable\Language\Compile\PackError;
use Amicable\Language\Compile\PackReader;
use Amicable\Language\Shelf;
use Amicable\Rest\LanguageWords;
use Amicable\Setup\LanguagePacks;
use WP_CLI;

/** Languages of the site's own. */
final class PacksCommand {

	/**
	 * Checks a language pack, as it is written, like those that the plugin brings. Writes nothing.
	 *
	 * ## OPTIONS
	 *
	 * <file>
	 * : The pack, de.json.
	 *
	 * ## EXAMPLES
	 *
	 *     wp amicable packs check wp-content/amicable/packs/de.json
	 *
	 * @param array{string} $arguments
	 */
	public function check( array $arguments ): void {
		[ $json ] = $this->compiled( $arguments[0] );
		/* translators: 1: name of a language, 2: number of rules. */
		WP_CLI::success( sprintf( _n( '%1$s: %2$d rule keeps its promises.', '%1$s: %2$d rules keep their promises.', count( $json->rules() ), 'amicable' ), LanguageWords::name( $json->language() ), count( $json->rules() ) ) );
	}

	/**
	 * Checks a language pack and writes it beside itself as it is read: de.json becomes de.txt.
	 *
	 * Packs in wp-content/amicable/packs are read from then on, those elsewhere once the filter amicable_language_packs names them.
	 *
	 * ## OPTIONS
	 *
	 * <file>
	 * : The pack, de.json.
	 *
	 * ## EXAMPLES
	 *
	 *     wp amicable packs compile wp-content/amicable/packs/de.json
	 *
	 * @param array{string} $arguments
	 */
	public function compile( array $arguments ): void {
		[ $json, $source ] = $this->compiled( $arguments[0] );
		$target            = dirname( $arguments[0] ) . '/' . $json->language() . '.txt';
		// phpcs:ignore WordPress.WP.AlternativeFunctions -- a file that whoever types this asked for, where they asked for it.
		if ( file_put_contents( $target, $source ) !== strlen( $source ) ) {
			/* translators: %s: name of a file. */
			WP_CLI::error( sprintf( __( '%s could not be written.', 'amicable' ), $target ) );
		}
		/* translators: %s: name of a file. */
		WP_CLI::success( sprintf( __( '%s is ready to be read.', 'amicable' ), $target ) );
	}

	/**
	 * Says which languages are read, and which files of this site cannot be used and why.
	 *
	 * @subcommand list
	 */
	public function languages(): void {
		$refused = LanguagePacks::own()->refused;
		if ( $refused !== [] ) {
			WP_CLI::error( implode( "\n", array_map( static fn ( string $file, string $why ): string => "$file: $why", array_keys( $refused ), $refused ) ) );
		}
		WP_CLI::success( implode( ', ', array_map( LanguageWords::name( ... ), LanguagePacks::languages() ) ) );
	}

	/** @return array{PackReader, string} */
	private function compiled( string $file ): array {
		$json = is_readable( $file ) ? (string) file_get_contents( $file ) : ''; // phpcs:ignore WordPress.WP.AlternativeFunctions -- a file on this very machine.
		if ( $json === '' ) {
			/* translators: %s: name of a file. */
			WP_CLI::error( sprintf( __( '%s cannot be read.', 'amicable' ), $file ) );
		}
		try {
			return [ new PackReader( $json ), ( new OwnPack( Shelf::shipped()->languages() ) )->compile( $json ) ];
		} catch ( PackError $error ) {
			WP_CLI::error( basename( $file ) . ': ' . $error->getMessage() );
		}
	}
}
