<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Away;

use Amicable\Letters\Via;
use Amicable\Mode;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Variant;
use Amicable\Plugin;
use Amicable\Tests\Support\IntegrationTestCase;

/** Our side is said once. */
final class PublicAnswerTest extends IntegrationTestCase {

	public function test_a_case_has_one_answer_in_public_whoever_is_fast(): void {
		$user     = $this->as_role( 'administrator' )->ID;
		$graph    = Plugin::instance()->graph( Mode::Live );
		$customer = $graph->identity()->for_requester( 'robin@example.com', 'Robin Vale', null, null )['customer_id'] ?? 0;
		$case     = $graph->runs()->desk->find( (int) $graph->runs()->cases->open( $customer, $user, $user, null ) );
		$room     = $graph->runs()->room;
		$letters  = $room->letters;
		$write    = static fn () => $room->desk->begin( $case, null, 'en', Channel::Public, new Variant(), $user );
		[ $first, $second ] = [ $write(), $write() ];

		self::assertTrue( $letters->begin( $first, Via::Copy, 'a', $user, [], false ) );
		self::assertFalse( $letters->begin( $second, Via::Copy, 'b', $user, [], false ), 'At the same moment.' );
		$letters->give_back( $first->id, 'a', 'It did not leave' );
		self::assertTrue( $letters->begin( $second, Via::Copy, 'b', $user, [], false ), 'What did not leave is no answer.' );
		self::assertTrue( $letters->finish( $second->id, 'b' ) );

		$again  = $room->desk->find( $case, $first->id );
		$again  = $room->desk->save( $case, $again, $again->version, '', 'We gave the money back in May.', null, 'en' );
		$answer = $this->rest(
			'POST',
			"/cases/$case->id/messages/$first->id/send",
			[
				'version' => $again->version,
				'via'     => 'copy',
				'answers' => [
					[
						'question' => 'everybody',
						'yes'      => true,
					],
				],
			],
			[ 'Idempotency-Key' => wp_generate_uuid4() ]
		);
		self::assertSame( [ 422, 'amicable_answered_in_public' ], [ $answer->get_status(), $answer->get_data()['code'] ?? null ] );
		self::assertSame( $second->id, $letters->answered_in_public( $case->id )?->id );
	}
}
