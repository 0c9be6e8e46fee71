<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\Rest\Schema;

/** Holds an answer against the fixture that jest parses and against the schema that both sides share. */
trait AssertsShapes {

	/** @param string $name Schema and fixture, 'customers.row'. */
	protected static function assert_shape( string $name, mixed $answer ): void {
		self::assertSame( [], ( new Schema() )->errors( $name, $answer ), "$name: the answer is not what its schema says." );
		$fixture = json_decode( (string) file_get_contents( dirname( __DIR__, 2 ) . "/fixtures/rest/$name.json" ), true, 512, JSON_THROW_ON_ERROR );
		self::assert_same_keys( $fixture, $answer, $name );
	}

	/** Same keys and types all the way down; null and an empty list say nothing about what else could stand there. */
	private static function assert_same_keys( mixed $expected, mixed $actual, string $path ): void {
		if ( $expected === null || $actual === null || $expected === [] || $actual === [] ) {
			return;
		}
		self::assertSame( get_debug_type( $expected ), get_debug_type( $actual ), "$path is of another type than in the fixture." );
		if ( ! is_array( $expected ) || ! is_array( $actual ) ) {
			return;
		}
		if ( array_is_list( $expected ) ) {
			self::assert_same_keys( $expected[0], $actual[0], "$path.0" );
			return;
		}
		self::assertEqualsCanonicalizing( array_keys( $expected ), array_keys( $actual ), "$path has other fields than the fixture." );
		foreach ( $expected as $key => $value ) {
			self::assert_same_keys( $value, $actual[ $key ], "$path.$key" );
		}
	}
}
