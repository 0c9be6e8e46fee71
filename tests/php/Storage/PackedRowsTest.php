<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Storage\PackedRows;

final class PackedRowsTest extends StorageTestCase {

	public function test_rows_come_back_as_they_were_packed(): void {
		$rows = [];
		foreach ( [ 'plain', '', ' spaces ', "it's \"quoted\"", 'back\\slash', '100 % %s %d', "two\nlines\tand a tab", '한국어와 이모지 🙂', 'Ağ geçidi', '-', '0000001' ] as $place => $text ) {
			$rows[] = [
				'id'    => $place,
				'text'  => $text,
				'maybe' => $place % 2 === 0 ? null : -$place,
				'long'  => str_repeat( $text, 40 ),
			];
		}

		self::assertSame( array_map( self::told( ... ), $rows ), $this->database()->rows( ...PackedRows::query( $rows ) ) );
	}

	public function test_a_single_row_is_packed_too(): void {
		self::assertSame( [ [ 'only' => 'one' ] ], $this->database()->rows( ...PackedRows::query( [ [ 'only' => 'one' ] ] ) ) );
	}

	public function test_many_rows_are_inserted_the_same_with_either_way_of_writing_them(): void {
		foreach ( [ 10, 90 ] as $many ) {
			$rows = array_map( static fn ( int $place ): array => [ 'name' => "Row $many-$place 가", 'email' => "$many-$place@example.com", 'locale' => '', 'merged_into' => $place % 3 === 0 ? 7 : null, 'created_at' => '2026-02-03 04:05:06', 'updated_at' => '2026-02-03 04:05:06' ], range( 1, $many ) );
			$this->database()->insert_all( 'customers', $rows );

			self::assertSame( array_map( self::told( ... ), $rows ), $this->database()->rows( "SELECT name, email, locale, merged_into, created_at, updated_at FROM {$this->database()->table( 'customers' )} WHERE email LIKE '$many-%@example.com' ORDER BY id" ) );
		}
	}

	/**
	 * @param array<string, scalar|null> $row
	 * @return array<string, string|null>
	 */
	private static function told( array $row ): array {
		return array_map( static fn ( int|float|string|bool|null $value ): ?string => $value === null ? null : (string) $value, $row );
	}
}
