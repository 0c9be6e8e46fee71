<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Cases\CaseRecord;
use Amicable\Storage\CaseRows;
use Amicable\Storage\Database;
use DateTimeImmutable;

/** Cases as rows of a list, read a page at once. */
final class CaseListShape {

	public function __construct( private readonly CaseRows $rows ) {
	}

	/**
	 * @param list<CaseRecord> $cases
	 * @return list<array<string, mixed>>
	 */
	public function of( array $cases ): array {
		$customers = array_values( array_unique( array_map( static fn ( CaseRecord $case ): int => $case->customer_id, $cases ) ) );
		$names     = $this->rows->names( $customers );
		$patterns  = $this->rows->patterns( $customers );
		$due       = $this->rows->due( array_map( static fn ( CaseRecord $case ): int => $case->id, $cases ) );
		cache_users( array_values( array_filter( array_map( static fn ( CaseRecord $case ): ?int => $case->assignee_id, $cases ), is_int( ... ) ) ) );

		return array_map(
			static fn ( CaseRecord $case ): array => [
				'id'            => $case->id,
				'version'       => $case->version,
				'customer_id'   => $case->customer_id,
				'customer_name' => $names[ $case->customer_id ] ?? '',
				'stage'         => $case->state->stage->value,
				'assignee'      => CaseShape::person( $case->assignee_id ),
				'next_due'      => Shape::time( self::next_due( $case, isset( $due[ $case->id ] ) ? Database::moment( $due[ $case->id ] ) : null ) ),
				'patterns'      => $patterns[ $case->customer_id ] ?? [],
				'override'      => $case->state->override,
				'order'         => $case->order?->to_array(),
				'opened_at'     => Shape::time( $case->opened_at ),
			],
			$cases
		);
	}

	/**
	 * What has to be looked at first: the case, its check-in, or something promised in it.
	 *
	 * @param DateTimeImmutable|null $promised When the first open line of its book is due.
	 */
	public static function next_due( CaseRecord $case, ?DateTimeImmutable $promised ): ?DateTimeImmutable {
		$dates = array_filter( [ $promised, ...( $case->state->stage->is_open() ? [ $case->due_at, $case->check_in_at ] : [] ) ] );

		return $dates === [] ? null : min( $dates );
	}
}
