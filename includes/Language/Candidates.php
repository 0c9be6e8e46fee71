<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** What the cues in a text let in. */
final class Candidates {

	/** @var array<int, list<int>> In which sentences expressions are to be tried, by their number; those of the gravest rules first. */
	public readonly array $expressions;

	/** @var array<int, true>|null Vetoes that may speak; null: any may. */
	private readonly ?array $vetoes;

	/**
	 * @param array<int, list<int>> $open  Expressions and, after them, vetoes.
	 * @param int                   $first Number of the first veto.
	 * @param bool                  $gated Whether vetoes were asked for.
	 */
	public function __construct( array $open, int $first, bool $gated ) {
		$vetoes = [];
		for ( $last = array_key_last( $open ); $last !== null && $last >= $first; $last = array_key_last( $open ) ) {
			$vetoes[ $last - $first ] = true;
			array_pop( $open );
		}
		$this->expressions = $open;
		$this->vetoes      = $gated ? $vetoes : null;
	}

	/** @param int $veto Of which cues tell where it may speak. */
	public function let( int $veto ): bool {
		return $this->vetoes === null || isset( $this->vetoes[ $veto ] );
	}
}
