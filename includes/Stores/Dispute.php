<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Values\Money;
use DateTimeImmutable;

/** A dispute as all the words about it add up. The same words in any order, however often, make the same dispute. */
final class Dispute {

	private function __construct(
		public readonly string $store,
		public readonly string $external_id,
		public readonly string $source,
		public readonly DisputeStatus $status,
		public readonly ?Money $amount,
		public readonly ?Money $fee,
		public readonly string $reason,
		public readonly DateTimeImmutable $opened_at,
		public readonly ?DateTimeImmutable $deadline_at,
		public readonly ?DateTimeImmutable $closed_at,
	) {
	}

	/** @param non-empty-list<DisputeNews> $news All about one dispute. */
	public static function of( array $news ): self {
		usort( $news, DisputeNews::compare( ... ) );
		$latest = $news[ count( $news ) - 1 ];
		$opened = array_map( static fn ( DisputeNews $word ): DateTimeImmutable => $word->opened_at ?? $word->happened_at, $news );
		$ending = array_map( static fn ( DisputeNews $word ): DateTimeImmutable => $word->happened_at, array_filter( $news, static fn ( DisputeNews $word ): bool => $word->status === $latest->status ) );

		return new self(
			$latest->store,
			$latest->external_id,
			$latest->source,
			$latest->status,
			self::last( $news, static fn ( DisputeNews $word ): ?Money => $word->amount ),
			self::last( $news, static fn ( DisputeNews $word ): ?Money => $word->fee ),
			(string) self::last( $news, static fn ( DisputeNews $word ): ?string => $word->reason === '' ? null : $word->reason ),
			min( $opened ),
			self::last( $news, static fn ( DisputeNews $word ): ?DateTimeImmutable => $word->deadline_at ),
			$latest->status->has_ended() && $ending !== [] ? min( $ending ) : null,
		);
	}

	/**
	 * The latest that anybody said about one thing; silence takes nothing back.
	 *
	 * @template T
	 * @param non-empty-list<DisputeNews>  $news Oldest first.
	 * @param callable( DisputeNews ): (T|null) $of
	 * @return T|null
	 */
	private static function last( array $news, callable $of ): mixed {
		foreach ( array_reverse( $news ) as $word ) {
			$said = $of( $word );
			if ( $said !== null ) {
				return $said;
			}
		}

		return null;
	}
}
