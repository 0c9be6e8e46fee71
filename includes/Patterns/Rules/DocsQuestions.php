<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Rules;

use Amicable\HelpDesks\DocsEvidence;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\PerSite;
use Amicable\Patterns\Silence;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;
use Amicable\Patterns\Window;

/**
 * Many questions in a few days that the documentation answers.
 *
 * What is not known is not "no": with too few known answers it stays at *watch* and says how many to check. So does everybody who is new.
 */
final class DocsQuestions implements Pattern {

	/** @param array{watch: int, flag: int, days: int, answered_percent: int, known: int} $threshold */
	public function __construct( private readonly array $threshold ) {
	}

	public function slug(): Slug {
		return Slug::DocsQuestions;
	}

	/** By lines that rise with the sites they look after. */
	public function judge( CustomerView $customer ): Finding|Silence {
		$lines = [
			'watch' => PerSite::line( $this->threshold['watch'], $customer->sites ),
			'flag'  => PerSite::line( $this->threshold['flag'], $customer->sites ),
		];

		return ( new self( array_replace( $this->threshold, $lines ) ) )->look( $customer );
	}

	private function look( CustomerView $customer ): Finding|Silence {
		$asked   = array_values( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->is_question() ) );
		$fullest = null;
		$since   = 0;
		foreach ( Window::all( $asked, $this->threshold['days'], $this->threshold['watch'], $customer->as_of ) as $window ) {
			$since   = $fullest === null ? $window->tickets[ max( 0, $this->threshold['watch'] - 1 ) ]->asked_at : $since;
			$fullest = $fullest === null || $this->rank( $window, $customer ) > $this->rank( $fullest, $customer ) ? $window : $fullest;
		}

		return $fullest === null ? new Silence() : new Finding(
			Slug::DocsQuestions,
			$this->level( $fullest, $customer ),
			$since,
			$this->measured( $fullest ),
			$this->threshold,
			array_map( self::evidence( ... ), $fullest->tickets ),
			$this->doubts( $fullest ),
		);
	}

	private function level( Window $window, CustomerView $customer ): Level {
		return $this->is_answered( $window ) && ! $customer->is_new() ? Level::Flag : Level::Watch;
	}

	private function is_answered( Window $window ): bool {
		return $window->count() >= $this->threshold['flag']
			&& $window->known() >= $this->threshold['known']
			&& 100 * $window->answered() >= $this->threshold['answered_percent'] * $window->known();
	}

	/** @return array{int, int, int} */
	private function rank( Window $window, CustomerView $customer ): array {
		return [ $this->level( $window, $customer )->rank(), $window->count(), $window->ended_at ];
	}

	/** @return array<string, int|null> */
	private function measured( Window $window ): array {
		return [
			'tickets'          => $window->count(),
			'days'             => $this->threshold['days'],
			'known'            => $window->known(),
			'answered'         => $window->answered(),
			'answered_percent' => $window->known() === 0 ? null : intdiv( 100 * $window->answered(), $window->known() ),
		];
	}

	/** @return list<Mitigator> Why many questions are no more than a reason to look. */
	private function doubts( Window $window ): array {
		if ( $window->count() < $this->threshold['flag'] || $this->is_answered( $window ) ) {
			return [];
		}
		$missing = $this->threshold['known'] - $window->known();

		return [ $missing > 0 ? new Mitigator( 'docs_unknown', [ 'check' => $missing ] ) : new Mitigator( 'docs_share_low', [ 'percent' => intdiv( 100 * $window->answered(), max( 1, $window->known() ) ) ] ) ];
	}

	private static function evidence( TicketView $ticket ): Evidence {
		$rule = match ( true ) {
			$ticket->docs_answered === null        => 'docs_not_known',
			$ticket->language_gap !== null         => "docs_language:$ticket->language_gap",
			$ticket->docs_answered === false       => 'not_in_docs',
			$ticket->docs === DocsEvidence::Link   => 'docs_link_in_reply',
			$ticket->docs === DocsEvidence::Tag    => 'docs_tag',
			default                                => 'docs_by_word',
		};

		return new Evidence( $ticket->id, $ticket->message_id, $rule, $ticket->quote, $ticket->asked_at, $ticket->url );
	}
}
