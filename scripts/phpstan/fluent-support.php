<?php
/**
 * What we use of Fluent Support's models, which answer to methods without declaring them. Signatures only.
 *
 * phpcs:disable
 */
declare( strict_types=1 );

namespace FluentSupport\App\Models;

final class Ticket {

	public static function find( int $id ): ?self {}

	/** @param list<int> $tags */
	public function applyTags( array $tags ): mixed {}

	/** @param list<int> $tags */
	public function detachTags( array $tags ): mixed {}
}

final class TicketTag {

	public int $id;

	public static function where( string $column, string $value ): TicketTags {}

	/** @param array{title: string} $data */
	public static function create( array $data ): self {}
}

final class TicketTags {

	public function first(): ?TicketTag {}
}
