<?php
declare( strict_types=1 );

namespace Amicable\Privacy;

use Amicable\Customers\Identity;
use Amicable\Storage\FilePeople;
use Amicable\Storage\IdentityKeys;
use Amicable\Storage\TicketFiles;

/** Persons in files of tickets that are on their way in, or of which refused rows were kept. */
final class Files {

	private const ROWS = 200;

	public function __construct(
		private readonly FilePeople $people,
		private readonly TicketFiles $files,
		private readonly Identity $identity,
		private readonly IdentityKeys $keys,
	) {
	}

	/** @return array{data: list<array<string, mixed>>, done: bool} */
	public function export( string $email, int $page ): array {
		$rows = $this->people->rows( $this->hashes( $email ), self::ROWS, ( max( 1, $page ) - 1 ) * self::ROWS );

		return [
			'data' => array_map( self::item( ... ), $rows ),
			'done' => count( $rows ) < self::ROWS,
		];
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	public function erase( string $email ): array {
		$removed = $this->people->erase( $this->hashes( $email ) ) > 0;
		$unread  = $this->files->has_unread();

		return [
			'items_removed'  => $removed,
			'items_retained' => $unread,
			'messages'       => $unread ? [ __( 'Amicable: a file of tickets was sent in and is not imported yet. If it names this person, remove it under Import tickets and mend the file; otherwise it goes by itself after seven days.', 'amicable' ) ] : [],
			'done'           => true,
		];
	}

	/** @return non-empty-list<string> The address itself, and whatever else its owner is known by. */
	private function hashes( string $email ): array {
		$customer = $this->identity->find_by_email( $email );

		return [ $this->identity->hash( 'email', strtolower( trim( $email ) ) ), ...( $customer === null ? [] : $this->keys->hashes_of( $customer ) ) ];
	}

	/**
	 * @param array{file: int, row: int, said: array<array-key, mixed>} $row
	 * @return array<string, mixed>
	 */
	private static function item( array $row ): array {
		$said = array_filter( $row['said'], static fn ( mixed $value ): bool => is_scalar( $value ) && $value !== '' );

		return [
			'group_id'          => 'amicable-files',
			'group_label'       => __( 'Support conversations in files', 'amicable' ),
			'group_description' => __( 'Rows of files that were sent to Amicable to be imported.', 'amicable' ),
			'item_id'           => "amicable-files-$row[file]-$row[row]",
			'data'              => array_map(
				static fn ( int|string $name, mixed $value ): array => [
					'name'  => (string) $name,
					'value' => esc_html( (string) $value ),
				],
				array_keys( $said ),
				$said
			),
		];
	}
}
