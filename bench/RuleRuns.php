<?php
declare( strict_types=1 );

namespace Amicable\Bench;

use Amicable\Language\Pack;
use Amicable\Language\Sentences;

/** Which rules meet ordinary messages: a cue that many of them hold costs time and finds nothing. */
final class RuleRuns {

	private const SHOWN = 160;

	private int $messages = 0;

	/** @var array<int, int> Sentences that it was tried on, by the rule's number. */
	private array $runs = [];

	public function __construct( private readonly Pack $pack ) {
	}

	public function read( string $text ): void {
		++$this->messages;
		foreach ( $this->pack->candidates( new Sentences( mb_strtolower( $text, 'UTF-8' ) ), 'folded' )->expressions as $number => $sentences ) {
			$this->runs[ $number ] = ( $this->runs[ $number ] ?? 0 ) + count( $sentences );
		}
	}

	public function report( int $most ): string {
		arsort( $this->runs );
		$text = sprintf( "%d messages, %.1f rules tried on each\n", $this->messages, array_sum( $this->runs ) / max( 1, $this->messages ) );
		foreach ( array_slice( $this->runs, 0, $most, true ) as $number => $runs ) {
			$rule  = $this->pack->rule( $number );
			$text .= sprintf( "%d\t%s\t%s\n", $runs, $rule->id, mb_substr( $this->pack->regex( $number ), 0, self::SHOWN, 'UTF-8' ) );
		}

		return $text;
	}
}
