<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** One of our tables: what is in it, what of that is personal, and what happens to it in the end. */
final class Table {

	/**
	 * @param array<string, string> $columns  Name => definition in the shared dialect.
	 * @param list<string>          $keys     Key lines as in CREATE TABLE (`PRIMARY KEY  (id)`, `UNIQUE KEY x (a, b)`, `KEY y (c)`).
	 * @param list<string>          $personal Columns that hold data about a person.
	 * @param string                $retention In words for the privacy page: how long rows stay.
	 * @param 'rows'|'none'         $export   Whether the privacy exporter hands out its personal columns.
	 * @param 'rows'|'columns'|'keep' $erase  What the eraser does: deletes rows, empties personal columns, or keeps (money records).
	 * @param string|null           $owner    Column that names our customer; null when rows belong to nobody.
	 * @param bool                  $practice_only Exists for Practice alone.
	 * @param string                $exported_if   Condition on the rows that are handed out; empty: all.
	 */
	public function __construct(
		public readonly string $name,
		public readonly array $columns,
		public readonly array $keys,
		public readonly array $personal = [],
		public readonly string $retention = 'customer',
		public readonly string $export = 'none',
		public readonly string $erase = 'keep',
		public readonly ?string $owner = 'customer_id',
		public readonly bool $practice_only = false,
		public readonly string $exported_if = '',
	) {
	}
}
