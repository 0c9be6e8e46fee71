<?php
declare( strict_types=1 );

namespace Amicable\Bench;

use Amicable\Language\Reading;

/** Precision, recall and F1 per label and language, as far as the file says what is right. */
final class DetectionTable {

	/** @var array<string, array<string, array{int, int, int}>> Label, language: hits, false alarms, misses. */
	private array $counts = [];

	/** @var array<string, int> */
	private array $flagged = [];

	/** @var array<string, array{int, int}> Of `functionality` or `source`: abuse flagged, all. */
	private array $groups = [];

	/** @var list<string> */
	private array $wrong = [];

	private int $rows       = 0;
	private int $clean      = 0;
	private int $left_clean = 0;
	private int $quotes     = 0;
	private int $exact      = 0;
	private bool $judged    = false;

	/** @param list<string> $labels */
	public function __construct( private readonly array $labels ) {
	}

	/**
	 * @param array<string, mixed> $row
	 * @param array{id: mixed, labels: list<string>, evidence: list<array{label: string, text: string, start: int, end: int}>} $prediction
	 */
	public function add( array $row, array $prediction, Reading $reading ): void {
		++$this->rows;
		foreach ( $prediction['evidence'] as $quote ) {
			++$this->quotes;
			$this->exact += mb_substr( $row['text'], $quote['start'], $quote['end'] - $quote['start'] ) === $quote['text'] ? 1 : 0;
		}
		foreach ( $prediction['labels'] as $label ) {
			$this->flagged[ $label ] = ( $this->flagged[ $label ] ?? 0 ) + 1;
		}
		$gold = $this->gold( $row );
		if ( $gold === null ) {
			return;
		}
		$this->judged = true;
		$this->group( $row, $prediction['labels'] );
		if ( $gold === [] ) {
			++$this->clean;
			$this->left_clean += array_intersect( $prediction['labels'], $this->labels ) === [] ? 1 : 0;
		}
		foreach ( $this->asked( $row ) as $label ) {
			$this->count( $label, (string) ( $row['lang'] ?? 'all' ), in_array( $label, $gold, true ), in_array( $label, $prediction['labels'], true ) );
			$this->note( $label, $row, $gold, $prediction['labels'], $reading );
		}
	}

	public function text(): string {
		$text = "$this->rows messages";
		if ( $this->judged ) {
			$text .= "\n\n| label | lang | n | P | R | F1 | hit/false/missed |\n|---|---|---|---|---|---|---|\n" . implode( '', $this->lines() );
			$text .= "\nmessages without any label left clean: $this->left_clean/$this->clean";
		}
		foreach ( $this->flagged as $label => $count ) {
			$text .= "\nflagged $label: $count";
		}
		$text .= "\nevidence: $this->quotes quoted, exact $this->exact/$this->quotes\n";
		ksort( $this->groups );
		foreach ( $this->groups as $name => [ $hit, $all ] ) {
			$text .= "abuse in $name: $hit/$all\n";
		}

		return $text;
	}

	public function wrong(): string {
		sort( $this->wrong );

		return implode( "\n", $this->wrong ) . "\n";
	}

	/**
	 * @param array<string, mixed> $row
	 * @return list<string>|null
	 */
	private function gold( array $row ): ?array {
		if ( is_array( $row['labels'] ?? null ) ) {
			return array_values( array_map( strval( ... ), $row['labels'] ) );
		}
		if ( is_int( $row['label'] ?? null ) ) {
			return $row['label'] === 1 ? [ 'abuse' ] : [];
		}

		return null;
	}

	/**
	 * Public sets judge abuse only.
	 *
	 * @param array<string, mixed> $row
	 * @return list<string>
	 */
	private function asked( array $row ): array {
		return is_array( $row['labels'] ?? null ) ? $this->labels : [ 'abuse' ];
	}

	/**
	 * @param array<string, mixed> $row
	 * @param list<string>         $labels
	 */
	private function group( array $row, array $labels ): void {
		$name = $row['functionality'] ?? $row['source'] ?? null;
		if ( !is_string( $name ) ) {
			return;
		}

		[ $hit, $all ]         = $this->groups[ $name ] ?? [ 0, 0 ];
		$this->groups[ $name ] = [ $hit + ( in_array( 'abuse', $labels, true ) ? 1 : 0 ), $all + 1 ];
	}

	private function count( string $label, string $language, bool $gold, bool $found ): void {
		foreach ( array_unique( [ $language, 'all' ] ) as $name ) {
			[ $hit, $false, $missed ]         = $this->counts[ $label ][ $name ] ?? [ 0, 0, 0 ];
			$this->counts[ $label ][ $name ] = [ $hit + (int) ( $gold && $found ), $false + (int) ( ! $gold && $found ), $missed + (int) ( $gold && ! $found ) ];
		}
	}

	/**
	 * @param array<string, mixed> $row
	 * @param list<string>         $gold
	 * @param list<string>         $found
	 */
	private function note( string $label, array $row, array $gold, array $found, Reading $reading ): void {
		$right = in_array( $label, $gold, true );
		if ( $right === in_array( $label, $found, true ) ) {
			return;
		}
		$rules = [];
		foreach ( $reading->findings as $finding ) {
			if ( $finding->label->value === $label ) {
				$rules[] = "$finding->rule ($finding->quote)";
			}
		}
		$this->wrong[] = implode( "\t", [ $label, $right ? 'missed' : 'false', $row['lang'] ?? '-', $row['id'], implode( '; ', $rules ), $row['text'] ] );
	}

	/** @return list<string> */
	private function lines(): array {
		$lines = [];
		foreach ( $this->counts as $label => $languages ) {
			ksort( $languages );
			foreach ( $languages as $language => [ $hit, $false, $missed ] ) {
				$precision = $hit / max( 1, $hit + $false );
				$recall    = $hit / max( 1, $hit + $missed );
				$f1        = 2 * $precision * $recall / max( 0.0001, $precision + $recall );
				$lines[]   = sprintf( "| %s | %s | %d | %.3f | %.3f | %.3f | %d/%d/%d |\n", $label, $language, $hit + $missed, $precision, $recall, $f1, $hit, $false, $missed );
			}
		}

		return $lines;
	}
}
