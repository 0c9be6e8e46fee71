<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Letters;

use Amicable\Letters\Lazy;
use Amicable\Letters\Post;
use Amicable\Letters\WorstSentence;
use Amicable\Playbook\Litmus\Litmus;
use PHPUnit\Framework\TestCase;

/** The sentence of ours that somebody would make a screenshot of. */
final class WorstSentenceTest extends TestCase {

	public function test_it_is_the_gravest_of_ours_and_whole(): void {
		$posts = [
			new Post( 'customer', null, 'YOU ARE ALL IDIOTS!!!' ),
			new Post( 'us', null, 'Thank you. We are sorry, but you did it wrong. See you.' ),
			new Post( 'us', null, "Hello.\nIf you post that review, we will sue you. Bye." ),
			new Post( 'draft', null, 'All is well now.' ),
		];
		$worst = self::worst()->of( $posts, 'en' );

		self::assertSame( [ 2, 'If you post that review, we will sue you.' ], [ $worst['post'] ?? null, $worst['text'] ?? null ] );
		self::assertSame( $worst['text'] ?? '', mb_substr( $posts[2]->text, $worst['start'] ?? 0, ( $worst['end'] ?? 0 ) - ( $worst['start'] ?? 0 ) ) );
	}

	public function test_where_there_is_nothing_to_see_nothing_is_marked(): void {
		self::assertNull( self::worst()->of( [ new Post( 'us', null, 'Thank you for asking. The page is here.' ) ], 'en' ) );
		self::assertNull( self::worst()->of( [], 'en' ) );
		self::assertNull( self::worst()->of( [ new Post( 'us', null, 'Danke, das ist eine schöne Frage.' ) ], 'de' ), 'A language that is not read says nothing.' );
	}

	private static function worst(): WorstSentence {
		return new WorstSentence( new Lazy( Litmus::shipped( ... ) ) );
	}
}
