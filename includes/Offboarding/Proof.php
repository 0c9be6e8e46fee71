<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Stores\Obligation;

/** What is still open between shop and customer after a run, judged against what the run was about. */
final class Proof {

	/** @param list<ProofLine> $lines Every check at least once, in the order of their numbers. */
	private function __construct( public readonly array $lines ) {
	}

	/**
	 * @param list<Obligation>         $answers  What every source found, open or not. A check without any answer is not covered.
	 * @param list<array{int, string}> $accepted Check and reference ('' for none) that a person accepted with a reason.
	 */
	public static function judge( Kind $kind, Reach $reach, array $answers, array $accepted ): self {
		$lines = [];
		foreach ( Check::cases() as $check ) {
			$own   = array_values( array_filter( $answers, static fn ( Obligation $answer ): bool => $answer->check === $check->value ) );
			$lines = [ ...$lines, ...self::lines( $check, $kind, $reach, $own, $accepted ) ];
		}

		return new self( $lines );
	}

	/** The stamp: nothing open, or accepted by name. */
	public function has_passed(): bool {
		return $this->open() === [];
	}

	/** @return list<ProofLine> */
	public function open(): array {
		return array_values( array_filter( $this->lines, static fn ( ProofLine $line ): bool => $line->state === ProofLine::OPEN ) );
	}

	/**
	 * @param list<Obligation>         $answers
	 * @param list<array{int, string}> $accepted
	 * @return non-empty-list<ProofLine>
	 */
	private static function lines( Check $check, Kind $kind, Reach $reach, array $answers, array $accepted ): array {
		if ( $check === Check::Guard && $kind !== Kind::PartWays ) {
			return [ new ProofLine( $check, ProofLine::OUTSIDE, null, '' ) ];
		}
		if ( $answers === [] ) {
			return [ new ProofLine( $check, ProofLine::NOT_COVERED, null, '' ) ];
		}
		$open = array_values( array_filter( $answers, static fn ( Obligation $answer ): bool => $answer->open ) );
		if ( $open === [] ) {
			return [ new ProofLine( $check, ProofLine::CLEAR, null, $answers[0]->text ) ];
		}

		return array_map( static fn ( Obligation $answer ): ProofLine => new ProofLine( $check, self::state( $answer, $reach, $accepted ), $answer->ref, $answer->text ), $open );
	}

	/**
	 * @param list<array{int, string}> $accepted
	 * @return ProofLine::OPEN|ProofLine::ACCEPTED|ProofLine::OUTSIDE
	 */
	private static function state( Obligation $answer, Reach $reach, array $accepted ): string {
		// Our own steps and what we cannot see belong to every run.
		$ours = in_array( $answer->check, [ Check::Steps->value, Check::Guard->value, Check::NotCovered->value ], true );

		return match ( true ) {
			! $ours && ! $reach->covers( $answer ) => ProofLine::OUTSIDE,
			in_array( [ $answer->check, $answer->ref ?? '' ], $accepted, true ) => ProofLine::ACCEPTED,
			default => ProofLine::OPEN,
		};
	}
}
