<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Letters;
use Amicable\Language\Regex;
use Amicable\Language\Text;
use Amicable\Language\Veto;
use Amicable\Language\Vicinity;

/** Nobody is quoted with what they did not write. */
final class QuoteCheck implements Check {

	/** Shorter ones are names and buttons, unless the sentence says whose words they are. */
	private const WORDS = 4;

	/** @param array<string, WordPack> $packs By language. */
	public function __construct(
		private readonly Quotations $quotations,
		private readonly array $packs,
		private readonly Letters $letters,
	) {
	}

	/** @return list<Remark> */
	public function look( Draft $draft ): array {
		$remarks = [];
		foreach ( $this->quotations->in( $draft->text ) as $quotation ) {
			$words = $this->quotations->words( $draft->text, $quotation );
			if ( $words === '' || $this->quotations->stand_in( $words, [ ...$draft->messages, ...$draft->ours ] ) ) {
				continue;
			}
			if ( Regex::count( '/\p{L}[\p{L}\p{N}\'’-]*/u', $words ) >= self::WORDS || $this->is_attributed( $draft, $quotation->start, $quotation->end ) ) {
				$remarks[] = Remark::at( Code::UnknownQuote, $draft->text, $quotation->start, $quotation->end );
			}
		}

		return $remarks;
	}

	/** Whether the sentence around says that the customer said it. */
	private function is_attributed( Draft $draft, int $start, int $end ): bool {
		$pack = $this->packs[ $draft->language ] ?? null;
		if ( $pack === null ) {
			return true;
		}
		// Folding moves places: the marks are kept as a sign that no letter becomes.
		$marked = substr( $draft->text, 0, $start ) . "\x01" . substr( $draft->text, $end );
		$text   = $pack->language === 'ko' ? $this->letters->plain( Text::of( $marked ) ) : $this->letters->folded( Text::of( $marked ) );
		$at     = (int) strpos( $text->bytes, "\x01" );

		return ( new Veto( 'sentence', $pack->attribution ) )->speaks( new Vicinity( $text->bytes, $at, $at + 1, $text->bytes ) );
	}
}
