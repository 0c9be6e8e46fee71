<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Bench\Collisions;
use Amicable\Language\Shelf;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../../../../bench/Collisions.php';

/** What runs dictionaries through the packs. */
final class CollisionsTest extends TestCase {

	public function test_it_tells_which_words_a_rule_takes_for_something_else(): void {
		$collisions = new Collisions( Shelf::shipped()->pack( 'tr' ) );
		$said       = [];
		$collisions->scan( [ 'masa', 'dangalak', 'kapı' ], static function ( string $line ) use ( &$said ): void {
			$said[] = $line;
		} );

		$this->assertSame( [ "tr.abuse.vocative\tdangalak\tdangalak" ], $said );
		$this->assertStringStartsWith( "3 forms read\ntr.abuse.vocative\t", $collisions->report() );
	}
}
