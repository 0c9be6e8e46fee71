<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use RuntimeException;

/** The hand-written sentences, names and stories. Every name is invented, every address ends in a reserved domain. */
final class Content {

	public const LANGUAGES = [ 'en', 'ko', 'tr' ];

	public const TOPICS = [ 'install', 'license', 'update', 'billing', 'layout', 'performance', 'compatibility', 'howto', 'bug', 'feature' ];

	/** @var array<string, array<string, mixed>> */
	private array $files = [];

	/** @var array<string, non-empty-list<string>> */
	private array $lists = [];

	public function __construct( private readonly string $folder ) {
	}

	/**
	 * A list of sentences: `list( 'en', 'agent.answer.howto' )`.
	 *
	 * @return non-empty-list<string>
	 */
	public function list( string $file, string $path ): array {
		return $this->lists[ "$file.$path" ] ??= $this->read_list( $file, $path );
	}

	/** @return non-empty-list<string> */
	private function read_list( string $file, string $path ): array {
		$found = $this->at( $file, $path );
		if ( ! is_array( $found ) || $found === [] ) {
			throw new RuntimeException( "No sentences at $file: $path" );
		}

		return array_map( static fn ( mixed $sentence ): string => is_string( $sentence ) ? $sentence : '', array_values( $found ) );
	}

	public function text( string $file, string $path ): string {
		$found = $this->at( $file, $path );

		return is_string( $found ) ? $found : throw new RuntimeException( "No sentence at $file: $path" );
	}

	/**
	 * Who says what, in order.
	 *
	 * @return list<array{from: string, text: string}>
	 */
	public function talk( string $path ): array {
		$found = $this->at( 'stories', $path );
		$talk  = [];
		foreach ( is_array( $found ) ? $found : [] as $message ) {
			if ( is_array( $message ) && is_string( $message['from'] ?? null ) && is_string( $message['text'] ?? null ) ) {
				$talk[] = [
					'from' => $message['from'],
					'text' => $message['text'],
				];
			}
		}

		return $talk;
	}

	private function at( string $file, string $path ): mixed {
		$found = $this->files[ $file ] ??= $this->read( $file );
		foreach ( explode( '.', $path ) as $key ) {
			$found = is_array( $found ) ? $found[ $key ] ?? null : null;
		}

		return $found;
	}

	/** @return array<string, mixed> */
	private function read( string $file ): array {
		$read = json_decode( (string) file_get_contents( "$this->folder/$file.json" ), true );

		return is_array( $read ) ? $read : throw new RuntimeException( "Cannot read $file.json" );
	}
}
