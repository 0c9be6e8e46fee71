<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

use UnexpectedValueException;

/** A part of a JSON file of ours, read with its types checked: what is not as it should be throws with its place. */
final class DataFile {

	private function __construct( private readonly mixed $value, private readonly string $place ) {
	}

	public static function read( string $path ): self {
		$text = is_readable( $path ) ? file_get_contents( $path ) : false;
		if ( $text === false ) {
			throw new UnexpectedValueException( basename( $path ) . ' cannot be read' );
		}

		return self::of( json_decode( $text, true, 32, JSON_THROW_ON_ERROR ), basename( $path ) );
	}

	public static function of( mixed $value, string $place ): self {
		return new self( $value, $place );
	}

	public function at( string $key ): self {
		return $this->fields()[ $key ] ?? throw $this->wrong( "has no {$key}" );
	}

	public function has( string $key ): bool {
		return isset( $this->fields()[ $key ] );
	}

	public function string(): string {
		return is_string( $this->value ) ? $this->value : throw $this->wrong( 'is no text' );
	}

	/** Of a field that may be left out. */
	public function maybe( string $key ): ?string {
		return $this->has( $key ) ? $this->at( $key )->string() : null;
	}

	public function int(): int {
		return is_int( $this->value ) ? $this->value : throw $this->wrong( 'is no whole number' );
	}

	/** @return list<string> */
	public function strings(): array {
		return array_map( static fn ( self $item ): string => $item->string(), array_values( $this->fields() ) );
	}

	/** @return list<self> */
	public function items(): array {
		return array_values( $this->fields() );
	}

	/** @return array<string, self> */
	public function fields(): array {
		if ( ! is_array( $this->value ) ) {
			throw $this->wrong( 'holds nothing' );
		}
		$fields = [];
		foreach ( $this->value as $key => $value ) {
			$fields[ (string) $key ] = new self( $value, "{$this->place}/{$key}" );
		}

		return $fields;
	}

	public function wrong( string $what ): UnexpectedValueException {
		return new UnexpectedValueException( "{$this->place} {$what}" );
	}
}
