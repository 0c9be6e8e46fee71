<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** A match and what stands around it. Many vetoes ask for the same: it is cut out once. */
final class Vicinity {

	private const ENDS = ".!?\n";
	private const NEAR = 160;

	/** Nobody writes longer ones, and whoever sends one without an end shall not make us read it again and again. */
	private const SENTENCE = 600;

	/** @var array<string, string> By scope. */
	private array $places = [];

	/** @var array<string, string> Those of whole characters. */
	private array $letters = [];

	/**
	 * @param string $text    As rules read it.
	 * @param int    $start   In bytes.
	 * @param int    $end     In bytes.
	 * @param string $written The match with the letters that were typed.
	 */
	public function __construct( private readonly string $text, private readonly int $start, private readonly int $end, private readonly string $written ) {
	}

	public function place( string $scope ): string {
		return $this->places[ $scope ] ??= $this->cut( $scope );
	}

	/** Without half characters at its ends. */
	public function letters( string $scope ): string {
		return $this->letters[ $scope ] ??= mb_scrub( $this->place( $scope ), 'UTF-8' );
	}

	private function cut( string $scope ): string {
		return match ( $scope ) {
			'written' => $this->written,
			'message' => $this->text,
			'match'   => self::between( $this->text, $this->start, $this->end ),
			'before'  => self::between( $this->text, $this->sentence_start(), $this->start ),
			'after'   => self::between( $this->text, $this->end, $this->sentence_end() ),
			'around'  => self::between( $this->text, max( 0, $this->start - self::NEAR ), min( strlen( $this->text ), $this->end + self::NEAR ) ),
			default   => self::between( $this->text, $this->sentence_start(), $this->sentence_end() ),
		};
	}

	private static function between( string $text, int $from, int $to ): string {
		return $to <= $from ? '' : substr( $text, $from, $to - $from );
	}

	private function sentence_start(): int {
		$text   = $this->text;
		$at     = $this->start;
		$least  = max( 0, $at - self::SENTENCE );
		$before = strrev( substr( $text, $least, $at - $least ) );
		$length = strlen( $before );
		for ( $back = strcspn( $before, self::ENDS ); $back < $length; $back += 1 + strcspn( $before, self::ENDS, $back + 1 ) ) {
			if ( $before[ $back ] === "\n" || ! ctype_alnum( $text[ $at - $back ] ?? ' ' ) ) {
				return $at - $back;
			}
		}

		return $least;
	}

	/** With its closing mark: a question is known by it. */
	private function sentence_end(): int {
		$text = $this->text;
		$at   = $this->end;
		$most = min( strlen( $text ), $at + self::SENTENCE );
		$to   = max( 0, $at - 1 );
		for ( $to += strcspn( $text, self::ENDS, $to ); $to < $most; $to += 1 + strcspn( $text, self::ENDS, $to + 1 ) ) {
			if ( $text[ $to ] === "\n" || ! ctype_alnum( $text[ $to + 1 ] ?? ' ' ) ) {
				return $to + 1;
			}
		}

		return $most;
	}
}
