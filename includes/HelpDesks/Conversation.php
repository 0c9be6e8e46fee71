<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** What has to be known of a stored ticket to say how it counts: times, who spoke, what the docs have to do with it. Times are Unix seconds. */
final class Conversation {

	/** A contact that somebody logged by hand. */
	public const MANUAL = 'manual';

	/** @var list<array{int, bool}> When somebody spoke to the other side, oldest first; true: the customer. */
	private readonly array $turns;

	/**
	 * @param list<string>                       $tags
	 * @param bool|null                          $in_docs An agent's own word.
	 * @param list<array{int, MessageKind, ?string, ?string}> $messages When, who, the link to the docs in it, the languages in which it was read; in any order.
	 * @param bool                               $is_public A post that everybody can read: said about us, not asked of us.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $source,
		public readonly TicketStatus $status,
		public readonly string $subject,
		public readonly int $created_at,
		public readonly int $updated_at,
		private readonly array $tags,
		private readonly ?bool $in_docs,
		private readonly array $messages,
		private readonly bool $is_public = false,
	) {
		$turns = [];
		foreach ( $messages as [ $at, $kind ] ) {
			if ( $kind === MessageKind::Customer || $kind === MessageKind::Agent ) {
				$turns[] = [ $at, $kind === MessageKind::Customer ];
			}
		}
		// The customer first where both spoke in the same second: nobody answers what was not asked.
		usort( $turns, static fn ( array $a, array $b ): int => [ $a[0], ! $a[1] ] <=> [ $b[0], ! $b[1] ] );
		$this->turns = $turns;
	}

	/** The requester began it, and it is a conversation at all. */
	public function is_asked(): bool {
		return ! $this->is_public && $this->status->counts() && ( $this->turns[0][1] ?? false );
	}

	/** When the requester first wrote; else when the ticket was made. */
	public function asked_at(): int {
		return $this->first( true ) ?? $this->created_at;
	}

	public function first( bool $customer ): ?int {
		foreach ( $this->turns as [ $at, $theirs ] ) {
			if ( $theirs === $customer ) {
				return $at;
			}
		}

		return null;
	}

	public function last( bool $customer ): ?int {
		foreach ( array_reverse( $this->turns ) as [ $at, $theirs ] ) {
			if ( $theirs === $customer ) {
				return $at;
			}
		}

		return null;
	}

	/** Since when the customer was waiting for us at a moment; null when it was not our turn. A closed one waited until its desk last touched it. */
	public function waiting_since( int $at ): ?int {
		if ( ! $this->status->counts() || ( ! $this->status->is_live() && $at >= $this->updated_at ) ) {
			return null;
		}
		$since = null;
		foreach ( $this->turns as [ $turn, $theirs ] ) {
			if ( $turn < $at ) {
				$since = $theirs ? $since ?? $turn : null;
			}
		}

		return $since;
	}

	/**
	 * Whether the docs answer it, by the strongest word there is, in a language that the customer writes.
	 *
	 * @return array{?DocsEvidence, ?bool, ?string} Last, what stands between: of `DocsLanguages`.
	 */
	public function docs( DocsLanguages $languages ): array {
		$links    = $this->links();
		$tagged   = ( new AgentTags( $this->tags ) )->in_docs();
		$evidence = match ( true ) {
			$links !== []           => DocsEvidence::Link,
			$tagged !== null        => DocsEvidence::Tag,
			$this->in_docs !== null => DocsEvidence::Word,
			default                 => null,
		};
		$answered = $links !== [] ? true : $tagged ?? $this->in_docs;
		if ( $answered !== true ) {
			return [ $evidence, $answered, null ];
		}
		$written = $this->written_in();
		$gaps    = array_map( static fn ( ?string $link ): ?string => $languages->gap( $link, $written ), $links === [] ? [ null ] : $links );

		return in_array( null, $gaps, true ) ? [ $evidence, true, null ] : [ $evidence, false, $gaps[0] ];
	}

	/** @return list<string> To the docs, from our people. */
	private function links(): array {
		$links = [];
		foreach ( $this->messages as [ 1 => $kind, 2 => $link ] ) {
			if ( $link !== null && $kind === MessageKind::Agent ) {
				$links[] = $link;
			}
		}

		return $links;
	}

	private function written_in(): ?string {
		$theirs = array_values( array_filter( $this->messages, static fn ( array $message ): bool => $message[1] === MessageKind::Customer ) );
		usort( $theirs, static fn ( array $a, array $b ): int => $a[0] <=> $b[0] );

		return WrittenIn::of( array_column( $theirs, 3 ) );
	}
}
