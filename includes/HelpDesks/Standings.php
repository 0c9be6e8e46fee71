<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/**
 * Says of every ticket of one customer how it counts.
 *
 * A ticket is new when its requester began it. It is not, while an older one of theirs waits for us: about the same thing, or longer than we
 * promise to take. Then we were late; asking again is no second question.
 */
final class Standings {

	public function __construct(
		private readonly WorkingTime $time,
		private readonly int $reply_target_hours,
		private readonly DocsLanguages $languages,
	) {
	}

	/**
	 * @param list<Conversation> $conversations All of one customer.
	 * @return array<int, Standing> By ticket.
	 */
	public function of( array $conversations ): array {
		usort( $conversations, static fn ( Conversation $a, Conversation $b ): int => [ $a->asked_at(), $a->id ] <=> [ $b->asked_at(), $b->id ] );
		$standings = [];
		$earlier   = [];
		foreach ( $conversations as $one ) {
			$duplicate                 = $this->waits_behind( $one, $earlier );
			[ $docs, $answered, $gap ] = $one->docs( $this->languages );
			$standings[ $one->id ]     = new Standing(
				id: $one->id,
				is_new: $one->is_asked() && $duplicate === null,
				duplicate_of: $duplicate,
				docs: $docs,
				docs_answered: $answered,
				language_gap: $gap,
				first_customer_at: $one->first( true ),
				first_agent_at: $one->first( false ),
				last_customer_at: $one->last( true ),
				last_agent_at: $one->last( false ),
			);
			$earlier[]                 = $one;
		}

		return $standings;
	}

	/** @param list<Conversation> $earlier */
	private function waits_behind( Conversation $one, array $earlier ): ?int {
		if ( ! $one->is_asked() || $one->source === Conversation::MANUAL ) {
			return null; // Somebody took the time to log it, so it was worth counting.
		}
		foreach ( $earlier as $other ) {
			$since = $other->waiting_since( $one->asked_at() );
			if ( $since !== null && ( Subjects::are_alike( $one->subject, $other->subject ) || $this->are_late( $since, $one->asked_at() ) ) ) {
				return $other->id;
			}
		}

		return null;
	}

	private function are_late( int $since, int $at ): bool {
		return $this->time->between( $since, $at ) > $this->reply_target_hours * 3600;
	}
}
