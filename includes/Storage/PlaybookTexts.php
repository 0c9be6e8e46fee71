<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;

/** A shop's own words: copies of shipped texts, what stands in for a field in every letter, and other makers by product. */
final class PlaybookTexts {

	public const TEMPLATE = 'template';
	public const FIELD    = 'field';

	/** Other makers, by product. */
	public const OTHERS = 'others';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @return array<string, array{version: int, based_on: int, subject: string, words: string|null}> By `slug language`. Words that are null were put back. */
	public function all( string $kind ): array {
		$rows = $this->database->rows( "SELECT slug, language, version, based_on, subject, words FROM {$this->table()} WHERE kind = %s ORDER BY slug, language", [ $kind ] );
		$all  = [];
		foreach ( $rows as $row ) {
			$all[ "{$row['slug']} {$row['language']}" ] = [
				'version'  => (int) $row['version'],
				'based_on' => (int) $row['based_on'],
				'subject'  => (string) $row['subject'],
				'words'    => $row['words'],
			];
		}

		return $all;
	}

	/**
	 * @param int      $version What it is to be from now on.
	 * @param int|null $before  The version of the row that was read; null: there was none.
	 * @return bool False: somebody else was faster.
	 */
	public function put( string $kind, string $slug, string $language, int $version, ?int $before, int $based_on, string $subject, ?string $words, int $user_id ): bool {
		$now = Database::time( $this->clock->now() );
		$row = [
			'version'    => $version,
			'based_on'   => $based_on,
			'subject'    => $subject,
			'words'      => $words,
			'updated_by' => $user_id,
			'updated_at' => $now,
		];
		if ( $before === null ) {
			return $this->database->insert(
				'playbook_texts',
				[
					'kind'     => $kind,
					'slug'     => $slug,
					'language' => $language,
				] + $row
			) !== null;
		}
		$set = implode( ', ', array_map( static fn ( string $column, mixed $value ): string => "$column = " . Database::mark( $value ), array_keys( $row ), $row ) );

		return $this->database->write( "UPDATE {$this->table()} SET $set WHERE kind = %s AND slug = %s AND language = %s AND version = %d", [ ...array_values( $row ), $kind, $slug, $language, $before ] ) === 1;
	}

	private function table(): string {
		return $this->database->table( 'playbook_texts' );
	}
}
