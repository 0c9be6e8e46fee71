<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** Finds in an edited text the paragraphs of the template it came from, and in them what a person filled in. */
final class Alignment {

	/** @return list<Aligned> In the order of the text; what was taken out stands where it stood. */
	public function of( Filling $filling, string $text ): array {
		$written  = self::paragraphs( $text );
		$template = $filling->paragraphs();
		$matches  = [];
		foreach ( $filling->expressions() as $number => $expression ) {
			foreach ( $written as $index => $paragraph ) {
				$values = self::match( $expression, $template[ $number ], $paragraph );
				if ( $values !== null ) {
					$matches[ $number ][ $index ] = $values;
				}
			}
		}

		return $this->aligned( array_keys( $template ), $written, $matches, $this->anchors( array_keys( $template ), count( $written ), $matches ), $template );
	}

	/** All that is known of the text: what it was filled with, and what a person wrote into it. */
	public function facts( Filling $filling, string $text, Facts $facts ): Facts {
		$values = [];
		foreach ( $this->of( $filling, $text ) as $aligned ) {
			$values += $aligned->values;
		}
		foreach ( Field::cases() as $field ) {
			$known = $facts->of( $field );
			if ( $known !== null ) {
				$values[ $field->value ] = $known;
			}
		}

		return new Facts( $values );
	}

	/** Whether nobody changed a word, other than to fill in what was missing. */
	public function is_unchanged( Filling $filling, string $text ): bool {
		return array_filter( $this->of( $filling, $text ), static fn ( Aligned $aligned ): bool => $aligned->changed || $aligned->values !== [] ) === [];
	}

	/** Whether a paragraph was written anew, taken out or added. Filling in what was missing is none of these. */
	public function is_rewritten( Filling $filling, string $text ): bool {
		return array_filter( $this->of( $filling, $text ), static fn ( Aligned $aligned ): bool => $aligned->changed ) !== [];
	}

	/** @return list<string> */
	private static function paragraphs( string $text ): array {
		$paragraphs = array_map( static fn ( string|false $paragraph ): string => trim( (string) $paragraph ), (array) preg_split( '/\R[ \t]*\R\s*/u', trim( mb_scrub( $text, 'UTF-8' ) ) ) );

		return array_values( array_filter( $paragraphs, static fn ( string $paragraph ): bool => $paragraph !== '' ) );
	}

	/** @return array<string, string>|null What was filled in; null: other words. */
	private static function match( string $expression, string $template, string $paragraph ): ?array {
		if ( preg_match( $expression, $paragraph, $found ) !== 1 ) {
			return null;
		}
		// A paragraph that is nothing but a field fits anything: it is known by its place alone.
		if ( self::is_one_field( $template ) && $paragraph !== trim( $template ) ) {
			return null;
		}

		return self::filled( $found );
	}

	/**
	 * @param array<array-key, string> $found
	 * @return array<string, string>
	 */
	private static function filled( array $found ): array {
		$values = [];
		foreach ( $found as $name => $value ) {
			if ( is_string( $name ) && preg_match( '/\{[a-z_]+\}/', $value ) !== 1 ) {
				$values[ $name ] = $value;
			}
		}

		return $values;
	}

	/**
	 * The longest row of matches in which nothing crosses.
	 *
	 * @param list<int>                                    $numbers
	 * @param array<int, array<int, array<string, string>>> $matches
	 * @return list<array{int, int}> Place in the template's row and in the text.
	 */
	private function anchors( array $numbers, int $count, array $matches ): array {
		$longest = array_fill( 0, count( $numbers ) + 1, array_fill( 0, $count + 1, 0 ) );
		for ( $row = count( $numbers ) - 1; $row >= 0; $row-- ) {
			for ( $column = $count - 1; $column >= 0; $column-- ) {
				$longest[ $row ][ $column ] = isset( $matches[ $numbers[ $row ] ][ $column ] ) ? 1 + $longest[ $row + 1 ][ $column + 1 ] : max( $longest[ $row + 1 ][ $column ], $longest[ $row ][ $column + 1 ] );
			}
		}
		$anchors = [];
		for ( $row = 0, $column = 0; $row < count( $numbers ) && $column < $count; ) {
			if ( isset( $matches[ $numbers[ $row ] ][ $column ] ) ) {
				$anchors[] = [ $row++, $column++ ];
			} elseif ( $longest[ $row + 1 ][ $column ] >= $longest[ $row ][ $column + 1 ] ) {
				++$row;
			} else {
				++$column;
			}
		}

		return $anchors;
	}

	/**
	 * @param list<int>                                     $numbers
	 * @param list<string>                                  $written
	 * @param array<int, array<int, array<string, string>>> $matches
	 * @param list<array{int, int}>                         $anchors
	 * @param array<int, string>                            $template
	 * @return list<Aligned>
	 */
	private function aligned( array $numbers, array $written, array $matches, array $anchors, array $template ): array {
		$aligned = [];
		$row     = 0;
		$column  = 0;
		foreach ( [ ...$anchors, [ count( $numbers ), count( $written ) ] ] as [ $to_row, $to_column ] ) {
			$aligned = [ ...$aligned, ...$this->between( array_slice( $numbers, $row, $to_row - $row ), array_slice( $written, $column, $to_column - $column ), $template ) ];
			if ( $to_row < count( $numbers ) ) {
				$aligned[] = new Aligned( $numbers[ $to_row ], $written[ $to_column ], false, $matches[ $numbers[ $to_row ] ][ $to_column ] );
			}
			$row    = $to_row + 1;
			$column = $to_column + 1;
		}

		return $aligned;
	}

	/**
	 * Between two paragraphs that are known, one after the other: rewritten ones first, then what was taken out or added.
	 *
	 * @param list<int>          $numbers
	 * @param list<string>       $written
	 * @param array<int, string> $template
	 * @return list<Aligned>
	 */
	private function between( array $numbers, array $written, array $template ): array {
		$aligned = [];
		for ( $place = 0; $place < max( count( $numbers ), count( $written ) ); $place++ ) {
			$number    = $numbers[ $place ] ?? null;
			$text      = $written[ $place ] ?? null;
			$values    = $number === null || $text === null ? [] : self::rewritten( $template[ $number ], $text );
			$is_filled = $number !== null && $values !== [] && self::is_one_field( $template[ $number ] );
			$aligned[] = new Aligned( $number, $text, ! $is_filled, $values );
		}

		return $aligned;
	}

	private static function is_one_field( string $template ): bool {
		return preg_match( '/^\{[a-z_]+\}$/', trim( $template ) ) === 1;
	}

	/**
	 * Whoever wrote a paragraph anew and left no field open has answered what it asked for.
	 *
	 * @return array<string, string>
	 */
	private static function rewritten( string $template, string $text ): array {
		if ( preg_match( '/\{[a-z_]+\}/', $text ) === 1 ) {
			return [];
		}
		$names = array_map( static fn ( Field $field ): string => $field->value, Field::in( $template ) );

		return array_fill_keys( $names, $text );
	}
}
