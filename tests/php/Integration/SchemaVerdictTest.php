<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration;

use Amicable\Rest\Schema;
use Amicable\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** The browser's judge (zod) and the server's must agree on every example of every shape. */
final class SchemaVerdictTest extends IntegrationTestCase {

	/** @return iterable<string, array{string, mixed, bool}> */
	public static function verdicts(): iterable {
		foreach ( (array) glob( dirname( __DIR__, 2 ) . "/fixtures/verdicts/*.json" ) as $file ) {
			foreach ( (array) json_decode( (string) file_get_contents( $file ), false, 512, JSON_THROW_ON_ERROR ) as $name => $examples ) {
				foreach ( $examples as $number => $example ) {
					yield "{$name} #{$number}" => [ $name, $example->body, $example->accepted ];
				}
			}
		}
	}

	#[DataProvider( 'verdicts' )]
	public function test_server_judges_as_the_browser_does( string $name, mixed $body, bool $accepted ): void {
		$errors = ( new Schema() )->errors( $name, $body );

		self::assertSame( $accepted, $errors === [], (string) wp_json_encode( [ $errors, $body ] ) );
	}
}
