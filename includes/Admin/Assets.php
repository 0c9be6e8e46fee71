<?php
declare( strict_types=1 );

namespace Amicable\Admin;

/** Scripts and styles, on our screens and on the order screens that ask for them; nowhere else. */
final class Assets {

	public function __construct(
		private readonly string $file,
		private readonly Boot $boot,
	) {
	}

	public function on_our_screen(): void {
		add_action(
			'admin_enqueue_scripts',
			function (): void {
				$this->enqueue( 'amicable-admin' );
				$this->preload( FirstRequests::of( Url::screen() ) );
			},
		);
	}

	/**
	 * Enqueues one entry of the build with its style, its translations and what every entry needs to know.
	 *
	 * @param non-falsy-string $handle Name of the file in build/.
	 */
	public function enqueue( string $handle ): void {
		$asset = $this->asset( $handle );
		if ( $asset === null ) {
			add_action( 'admin_notices', $this->say_not_built( ... ) );
			return;
		}
		wp_enqueue_script( $handle, plugins_url( "build/$handle.js", $this->file ), $asset['dependencies'], $asset['version'], [ 'in_footer' => true ] );
		wp_add_inline_script( $handle, 'window.amicableBoot = ' . self::json( $this->boot->data() ) . ';', 'before' );
		wp_set_script_translations( $handle, 'amicable', dirname( $this->file ) . '/languages' );
		$this->style( $handle, $asset['version'] );
	}

	/**
	 * Answers printed into the page, so that the first rows need no second trip.
	 *
	 * @param list<string> $paths
	 */
	private function preload( array $paths ): void {
		$answers = array_reduce( $paths, rest_preload_api_request( ... ), [] );
		if ( $answers !== [] ) {
			wp_add_inline_script( 'wp-api-fetch', 'wp.apiFetch.use( wp.apiFetch.createPreloadingMiddleware( ' . self::json( $answers ) . ' ) );', 'after' );
		}
	}

	/** @return array{dependencies: list<non-empty-string>, version: string}|null */
	private function asset( string $handle ): ?array {
		$path  = dirname( $this->file ) . "/build/$handle.asset.php";
		$asset = is_readable( $path ) ? require $path : null;
		if ( ! is_array( $asset ) || ! is_array( $asset['dependencies'] ?? null ) || ! is_string( $asset['version'] ?? null ) ) {
			return null;
		}

		return [
			'dependencies' => array_values( array_filter( $asset['dependencies'], static fn ( mixed $name ): bool => is_string( $name ) && $name !== '' ) ),
			'version'      => $asset['version'],
		];
	}

	private function style( string $handle, string $version ): void {
		foreach ( [ "style-$handle", $handle ] as $sheet ) {
			if ( is_readable( dirname( $this->file ) . "/build/$sheet.css" ) ) {
				wp_enqueue_style( $sheet, plugins_url( "build/$sheet.css", $this->file ), [ 'wp-components' ], $version );
				wp_style_add_data( $sheet, 'rtl', 'replace' );
			}
		}
		wp_enqueue_style( 'wp-components' );
	}

	/** Safe inside a script element. */
	private static function json( mixed $value ): string {
		return (string) wp_json_encode( $value, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES );
	}

	private function say_not_built(): void {
		printf( '<div class="notice notice-error"><p>%s</p></div>', esc_html__( 'The screens of Amicable were not built. Run npm run build in its folder, or install a released package.', 'amicable' ) );
	}
}
