<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Rest;

use PHPUnit\Framework\TestCase;

/** Every reason that a pack gives has a sentence. Looked for in the text, since sentences need WordPress and packs do not. */
final class WhyWordsTest extends TestCase {

	public function test_every_reason_that_a_pack_gives_has_a_sentence(): void {
		$root  = dirname( __DIR__, 4 );
		$words = (string) file_get_contents( "$root/includes/Rest/WhyWords.php" );
		$whys  = [ 'demand' => true ];
		foreach ( (array) glob( "$root/includes/Language/packs/*.json" ) as $file ) {
			foreach ( json_decode( (string) file_get_contents( (string) $file ), true, 512, JSON_THROW_ON_ERROR )['rules'] as $rule ) {
				$whys[ $rule['why'] ] = true;
			}
		}

		self::assertGreaterThan( 30, count( $whys ) );
		self::assertSame( [], array_values( array_filter( array_keys( $whys ), static fn ( string $why ): bool => ! str_contains( $words, "'$why'" ) ) ) );
	}
}
