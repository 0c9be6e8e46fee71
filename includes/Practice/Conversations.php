<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use DateTimeImmutable;

/** What the crowd wrote to support, and what support answered. */
final class Conversations {

	/** Rude to people; as many in every language. */
	private const RUDE = 47;

	public function __construct(
		private readonly Talk $talk,
		private readonly int $seed,
		private readonly DateTimeImmutable $today,
	) {
	}

	/**
	 * @param list<Sale> $sales
	 * @return list<Thread>
	 */
	public function of( Person $person, array $sales ): array {
		$dice    = new Dice( $this->seed, "tickets:$person->number" );
		$first   = $sales[0]->at ?? $this->today->modify( '-' . $dice->between( 1, 200 ) . ' days' );
		$threads = [];
		$seconds = max( 3_600, $this->today->getTimestamp() - $first->getTimestamp() );
		$count   = $person->persona->tickets( $dice );
		for ( $number = 0; $number < $count; $number++ ) {
			$at        = $first->modify( '+' . $dice->between( $dice->chance( 5 ) ? -150_000 : 0, $seconds ) . ' seconds' );
			$threads[] = $this->usual( $person, $dice, $at, $sales );
		}

		return $person->persona === Persona::Burst ? [ ...$threads, ...$this->burst( $person, $dice ) ] : $threads;
	}

	/** Somebody who asks before buying, and then does not. */
	public function of_visitor( Person $person ): Thread {
		$dice = new Dice( $this->seed, "visitor:$person->number" );

		return $this->usual( $person, $dice, $this->today->modify( '-' . $dice->between( 2, 700 ) . ' days' )->modify( '+' . $dice->between( 0, 80_000 ) . ' seconds' ), [] );
	}

	/** The question whose answer so many people could not find. */
	public function about_the_gap( Person $person, DateTimeImmutable $at ): Thread {
		$dice    = new Dice( $this->seed, "gap:$person->number" );
		$thread  = new Thread( $person, 'gap', $at, $this->talk->subject( $dice, $person->lang, 'howto' ), 'form' );
		$problem = $this->talk->problem( $dice, $person, 'howto' );
		$thread->customer( $at, $this->talk->opener( $dice, $person->lang, 'howto', $problem ) );
		$thread->agent( $at->modify( '+' . $dice->between( 30, 400 ) . ' minutes' ), $this->talk->answer( $dice, $person, 'howto', Catalog::GAP ), $dice );

		return $thread->close( $this->today );
	}

	/** @param list<Sale> $sales */
	private function usual( Person $person, Dice $dice, DateTimeImmutable $at, array $sales ): Thread {
		$topic   = $dice->pick( Content::TOPICS );
		$problem = $this->talk->problem( $dice, $person, $topic );
		$thread  = new Thread( $person, substr( hash( 'sha256', "$person->number:{$at->getTimestamp()}:$problem" ), 0, 8 ), $at, $this->talk->subject( $dice, $person->lang, $topic ), $this->channel( $dice ) );
		$product = Catalog::named_in( $problem ) ?? $person->owned()[0] ?? 1;
		$late    = $dice->chance( 5 );
		$thread->customer( $at, $this->talk->opener( $dice, $person->lang, $topic, $problem ) );
		$auto = $dice->chance( 3 ) ? $this->talk->auto( $dice, $person->lang ) : null;
		if ( $auto !== null ) {
			$thread->automatic( $at->modify( '+1 minute' ), $auto );
		}
		$at = $at->modify( '+' . ( $late ? $dice->between( 1_600, 3_400 ) : $dice->between( 20, 560 ) ) . ' minutes' );
		$thread->agent( $at, $this->talk->answer( $dice, $person, $topic, $dice->chance( 30 ) ? Catalog::article( $dice, $person->lang, $product, $topic ) : null, $late ), $dice );
		$this->go_on( $thread, $person, $dice, $at, $topic );
		$thread->minutes = $person->persona->minutes( $dice );
		$thread->tags    = $late ? [ 'late' ] : [];
		if ( $sales !== [] && $dice->chance( 25 ) ) {
			$thread->order_id = $dice->pick( $sales )->id;
		}

		return $thread->close( $this->today );
	}

	private function go_on( Thread $thread, Person $person, Dice $dice, DateTimeImmutable $at, string $topic ): void {
		if ( $dice->chance( 54 ) ) {
			$at = $at->modify( '+' . $dice->between( 30, 1_700 ) . ' minutes' );
			$thread->customer( $at, $this->second_word( $person, $dice, $topic ) );
			$at = $at->modify( '+' . $dice->between( 25, 600 ) . ' minutes' );
			$thread->agent( $at, $this->talk->update( $dice, $person, $topic ), $dice );
		}
		if ( !$dice->chance( 34 ) ) {
			return;
		}

		$at = $at->modify( '+' . $dice->between( 20, 900 ) . ' minutes' );
		$thread->customer( $at, $this->talk->thanks( $dice, $person->lang ) );
		if ( $dice->chance( 30 ) ) {
			$thread->agent( $at->modify( '+' . $dice->between( 10, 200 ) . ' minutes' ), $this->talk->goodbye( $dice, $person ), $dice );
		}
	}

	private function second_word( Person $person, Dice $dice, string $topic ): string {
		$angry_fits = in_array( $topic, [ 'bug', 'update', 'layout' ], true );

		return match ( true ) {
			$person->number % self::RUDE === 9 && $dice->chance( 60 ) => $this->talk->mood( $dice, $person->lang, $topic, 'rude' ),
			$angry_fits && $dice->chance( 16 ) => $this->talk->mood( $dice, $person->lang, $topic, 'angry' ),
			$angry_fits && $dice->chance( 4 )  => $this->talk->mood( $dice, $person->lang, $topic, 'apology' ),
			$topic === 'billing' && $dice->chance( 12 ) => $this->talk->mood( $dice, $person->lang, $topic, 'refund_request' ),
			default => $this->talk->followup( $dice, $person->lang, $topic ),
		};
	}

	/**
	 * Many questions within two weeks, most of them answered in the docs.
	 *
	 * @return list<Thread>
	 */
	private function burst( Person $person, Dice $dice ): array {
		$count   = intdiv( $person->number, 40 ) % 2 === 0 ? $dice->between( 16, 19 ) : $dice->between( 9, 13 );
		$end     = $this->today->modify( '-' . $dice->between( 30, 1_300 ) . ' hours' );
		$threads = [];
		for ( $number = 0; $number < $count; $number++ ) {
			$at      = $end->modify( '-' . ( $number * intdiv( 300, $count ) + $dice->between( 0, 8 ) ) . ' hours' );
			$topic   = $dice->pick( [ 'howto', 'install', 'license', 'update', 'compatibility' ] );
			$problem = $this->talk->problem( $dice, $person, $topic );
			$in_docs = ! $dice->chance( 8 );
			$thread  = new Thread( $person, "burst-$number", $at, $this->talk->subject( $dice, $person->lang, $topic ), 'email' );
			$thread->customer( $at, $this->talk->opener( $dice, $person->lang, $topic, $problem ) );
			$docs = $in_docs ? Catalog::article( $dice, $person->lang, Catalog::named_in( $problem ) ?? $person->owned()[0] ?? 1, $topic ) : null;
			$thread->agent( $at->modify( '+' . $dice->between( 20, 240 ) . ' minutes' ), $this->talk->answer( $dice, $person, $topic, $docs ), $dice );
			$thread->tags    = $in_docs ? [] : [ 'not-in-docs' ];
			$thread->minutes = $dice->between( 5, 12 );
			$threads[]       = $thread->close( $this->today );
		}

		return $threads;
	}

	private function channel( Dice $dice ): string {
		return $dice->pick( [ 'email', 'email', 'email', 'email', 'email', 'email', 'form', 'form', 'chat', 'forum' ] );
	}
}
