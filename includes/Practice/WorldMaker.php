<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\HelpDesks\Ticket;
use DateTimeImmutable;

/** Makes up the sample shop: the same from the same seed and day, whichever machine does it. */
final class WorldMaker {

	public const SEED = 36;

	/** So many different people asked what one page should have told them. */
	private const ASKED_ABOUT_THE_GAP = 23;

	/** Licenses that outlived their refund, beside the two of the story. */
	private const FORGOTTEN_LICENSES = 7;

	private const VISITORS = 42;

	public function __construct( private readonly Content $content ) {
	}

	/** @param DateTimeImmutable $today Midnight of the day everything is dated back from. */
	public function make( int $seed, DateTimeImmutable $today ): World {
		$talk    = new Talk( $this->content );
		$crowd   = new People( $this->content, $seed );
		$people  = $crowd->all();
		$stories = new Stories( $this->content, $talk, $seed, $today );
		$bought  = $this->shop( $people, new Shopping( $seed, $today ) );
		$this->forget_some( $bought );
		$sales   = $this->numbered( array_merge( $stories->sales(), ...$bought ) );
		$threads = $stories->threads();
		$writing = new Conversations( $talk, $seed, $today );
		foreach ( $people as $place => $person ) {
			array_push( $threads, ...$writing->of( $person, $bought[ $place ] ) );
		}
		array_push( $threads, ...$this->about_the_gap( $bought, $writing, $today ) );
		for ( $number = 1; $number <= self::VISITORS; $number++ ) {
			$threads[] = $writing->of_visitor( $crowd->visitor( $number, Content::LANGUAGES[ $number % 3 ] ) );
		}

		return new World( $sales, $this->tickets( $threads ), $stories, $today );
	}

	/**
	 * @param list<Person> $people
	 * @return list<list<Sale>>
	 */
	private function shop( array $people, Shopping $shopping ): array {
		return array_map( static fn ( Person $person ): array => $shopping->of( $person ), $people );
	}

	/**
	 * @param array<Sale> $sales
	 * @return list<Sale>
	 */
	private function numbered( array $sales ): array {
		usort( $sales, static fn ( Sale $a, Sale $b ): int => [ $a->at->getTimestamp(), $a->person->number, $a->name() ] <=> [ $b->at->getTimestamp(), $b->person->number, $b->name() ] );
		foreach ( $sales as $place => $sale ) {
			$sale->id = $place + 1;
		}

		return $sales;
	}

	/**
	 * A few refunds were made in the shop alone: the key lives on, and one subscription does.
	 *
	 * @param list<list<Sale>> $bought
	 */
	private function forget_some( array $bought ): void {
		$left = self::FORGOTTEN_LICENSES;
		$done = false;
		foreach ( $bought as $place => $sales ) {
			foreach ( $sales as $sale ) {
				$charges = $sale->subscription !== null && ! $done;
				if ( $left <= 0 || $sale->status !== 'refunded' || $place % 3 !== 0 || ( !$charges && $left <= 1 && !$done ) ) {
					continue;
				}

				$sale->forget_license( "https://forgotten$left.example" );
				--$left;
				if ( !$charges ) {
					continue;
				}

				$sale->forget_subscription();
				$done = true;
			}
		}
	}

	/**
	 * @param list<list<Sale>> $bought
	 * @return list<Thread>
	 */
	private function about_the_gap( array $bought, Conversations $writing, DateTimeImmutable $today ): array {
		$owners = [];
		foreach ( $bought as $sales ) {
			$person = ( $sales[0] ?? null )?->person;
			if ( $person !== null && $person->persona === Persona::Quiet && $person->days > 45 && in_array( 1, $person->owned(), true ) ) {
				$owners[] = $person;
			}
		}
		$threads = [];
		$step    = max( 1, intdiv( count( $owners ), self::ASKED_ABOUT_THE_GAP ) );
		for ( $number = 0; $number < self::ASKED_ABOUT_THE_GAP; $number++ ) {
			$threads[] = $writing->about_the_gap( $owners[ $number * $step ], $today->modify( '-' . ( 26 + $number * 29 ) . ' hours' ) );
		}

		return $threads;
	}

	/**
	 * @param list<Thread> $threads
	 * @return list<Ticket>
	 */
	private function tickets( array $threads ): array {
		$tickets = [];
		foreach ( $threads as $thread ) {
			$ticket = $thread->ticket();
			if ( $ticket !== null ) {
				$tickets[] = $ticket;
			}
		}
		usort( $tickets, static fn ( Ticket $a, Ticket $b ): int => [ $a->created_at->getTimestamp(), $a->external_id ] <=> [ $b->created_at->getTimestamp(), $b->external_id ] );

		return $tickets;
	}
}
