<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Incidents;

/**
 * Many different customers write about one thing within a few days, far more of them than before: then something of ours may have broken, and that is asked before
 * anybody is judged for writing.
 */
final class Spike {

	public const SECONDS = 3 * 86400;

	/** As long before that is what is usual. */
	public const USUAL_SECONDS = 28 * 86400;

	/** Fewer people than this may have had a bad day at once. */
	public const PEOPLE = 8;

	/** So much larger a share of all tickets than usual. */
	private const TIMES = 4;

	private const MOST = 3;

	/**
	 * @param list<Candidate> $tickets Of the days before `$as_of`, usual ones and recent ones, in any order.
	 * @return list<array{term: string, is_article: bool, people: int, from: int}> Most people first; each explains tickets that those before do not.
	 */
	public static function find( array $tickets, int $as_of ): array {
		$since = $as_of - self::SECONDS;
		$fresh = array_values( array_filter( $tickets, static fn ( Candidate $ticket ): bool => $ticket->asked_at > $since && $ticket->asked_at <= $as_of ) );
		$usual = array_values( array_filter( $tickets, static fn ( Candidate $ticket ): bool => $ticket->asked_at <= $since ) );
		$often = array_map( count( ... ), self::by_term( $usual ) );
		$found = [];
		while ( count( $found ) < self::MOST ) {
			$best = self::best( $fresh, $often, count( $usual ) );
			if ( $best === null ) {
				break;
			}
			[ $term, $about ] = $best;
			$found[]          = [
				'term'       => self::plain( $term ),
				'is_article' => str_starts_with( $term, 'article ' ),
				'people'     => self::people( $about ),
				'from'       => min( array_map( static fn ( Candidate $ticket ): int => $ticket->asked_at, $about ) ),
			];
			$fresh            = array_values( array_udiff( $fresh, $about, static fn ( Candidate $a, Candidate $b ): int => $a->ticket_id <=> $b->ticket_id ) );
		}

		return $found;
	}

	/**
	 * @param list<Candidate>         $fresh
	 * @param array<array-key, int>   $often Tickets a term had before.
	 * @return array{string, non-empty-list<Candidate>}|null
	 */
	private static function best( array $fresh, array $often, int $usual ): ?array {
		$best = null;
		foreach ( self::by_term( $fresh ) as $term => $about ) {
			$people = self::people( $about );
			// One more on the usual side, so that what was never said before has a share to compare with as well.
			$is_rare = count( $about ) * ( $usual + 1 ) >= self::TIMES * ( ( $often[ $term ] ?? 0 ) + 1 ) * count( $fresh ) || $usual === 0;
			if ( $people >= self::PEOPLE && $is_rare && ( $best === null || [ $people, (string) $term ] > [ self::people( $best[1] ), $best[0] ] ) ) {
				$best = [ (string) $term, $about ];
			}
		}

		return $best;
	}

	/**
	 * @param list<Candidate> $tickets
	 * @return array<array-key, non-empty-list<Candidate>>
	 */
	private static function by_term( array $tickets ): array {
		$by = [];
		foreach ( $tickets as $ticket ) {
			foreach ( [ ...Terms::of( $ticket->subject ), ...array_map( static fn ( string $url ): string => "article $url", array_unique( $ticket->articles ) ) ] as $term ) {
				$by[ $term ][] = $ticket;
			}
		}

		return $by;
	}

	/** @param list<Candidate> $tickets */
	private static function people( array $tickets ): int {
		return count( array_unique( array_map( static fn ( Candidate $ticket ): int => $ticket->customer_id, $tickets ) ) );
	}

	private static function plain( string $term ): string {
		return str_starts_with( $term, 'article ' ) ? substr( $term, strlen( 'article ' ) ) : $term;
	}
}
