<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Cases\Chance\CaseEntry;

/** A line in the book of a case, in the words of REST. Without amounts: those stand with the goodwill. */
final class EntryShape {

	/** @return array<string, mixed> */
	public static function of( CaseEntry $entry ): array {
		return [
			'id'          => $entry->id,
			'kind'        => $entry->kind->value,
			'what'        => $entry->what,
			'state'       => $entry->state->value,
			'note'        => $entry->note,
			'contact'     => $entry->contact,
			'link'        => self::text( $entry, 'link' ),
			'stars'       => is_int( $entry->details['stars'] ?? null ) ? $entry->details['stars'] : null,
			'due_at'      => Shape::time( $entry->due_at ),
			'code'        => isset( $entry->details['store'] ) ? $entry->ref : null,
			'order'       => self::text( $entry, 'order' ),
			'on'          => self::text( $entry, 'on' ),
			'of'          => is_int( $entry->details['of'] ?? null ) ? $entry->details['of'] : null,
			'carried_out' => is_bool( $entry->details['carried_out'] ?? null ) ? $entry->details['carried_out'] : null,
			'departure'   => self::text( $entry, 'departure' ),
			'by'          => Words::who( $entry->created_by ),
			'at'          => Shape::time( $entry->created_at ),
			'settled_by'  => $entry->settled_by === null ? null : Words::who( $entry->settled_by ),
			'settled_at'  => Shape::time( $entry->settled_at ),
		];
	}

	private static function text( CaseEntry $entry, string $detail ): ?string {
		return is_string( $entry->details[ $detail ] ?? null ) ? $entry->details[ $detail ] : null;
	}
}
