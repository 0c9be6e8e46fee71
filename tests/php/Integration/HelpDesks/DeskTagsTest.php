<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\HelpDesks;

use Amicable\Graph;
use Amicable\HelpDesks\Desks;
use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\Tags\TagSettings;
use Amicable\HelpDesks\Tags\TagWriter;
use Amicable\HelpDesks\Tags\TellDesks;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\DeskTags;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\MovableClock;
use Amicable\Tests\Support\ScriptedDesk;

/** Tags that follow the tier and the lock of a customer into a help desk. */
final class DeskTagsTest extends IntegrationTestCase {

	private Graph $graph;

	private MovableClock $clock;

	private ScriptedDesk $desk;

	private DeskTags $tags;

	private TagSettings $settings;

	private int $customer;

	private ?string $objection = null;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->as_role( 'administrator' );
		$this->clock        = new MovableClock();
		$this->graph        = new Graph( Mode::Live, '', $wpdb, $this->clock );
		$this->desk         = new ScriptedDesk();
		$this->desk->ticket = new OpenTicket( '7', '#7', 'The slider', 'robin@example.com' );
		$this->tags         = new DeskTags( $this->graph->database(), $this->clock );
		$this->settings     = new TagSettings( true );
		$this->customer     = $this->graph->identity()->for_requester( 'robin@example.com', 'Robin Vale', null, null )['customer_id'] ?? 0;
	}

	public function test_a_change_is_written_once_and_taken_away_when_it_lapses(): void {
		$this->work();
		self::assertSame( [], $this->desk->tagged );

		$this->give_high_value();
		$this->work();
		$this->work();
		self::assertSame( [ '+high-value 7' ], $this->desk->tagged );

		$this->desk->more = [ new OpenTicket( '8', '#8', 'Again', 'robin@example.com' ) ];
		self::assertTrue( $this->tags->again( $this->customer, 'scripted' ), 'A new ticket came.' );
		$this->work();
		self::assertSame( [ '+high-value 7', '+high-value 8' ], $this->desk->tagged );

		$this->settings = new TagSettings( true, [ 'high_value' => 'vip' ] );
		$this->work();
		self::assertSame( [ '-high-value 7', '-high-value 8', '+vip 7', '+vip 8' ], array_slice( $this->desk->tagged, 2 ) );

		$this->desk->ticket = null; // Closed meanwhile: the tag goes all the same.
		$this->graph->database()->write( "DELETE FROM {$this->graph->database()->table( 'tiers' )}" );
		$this->work();
		$this->work();
		self::assertSame( [ '-vip 7', '-vip 8' ], array_slice( $this->desk->tagged, 6 ) );
	}

	public function test_a_lock_is_a_tag_as_long_as_it_holds(): void {
		$case = (int) $this->graph->runs()->cases->open( $this->customer, 1, 1, null );
		$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'cases' )} SET stage = 'counsel' WHERE id = %d", [ $case ] );
		$this->work();
		self::assertSame( [ '+see-amicable 7' ], $this->desk->tagged );

		$lock = $this->graph->locks()->of( $this->customer );
		self::assertNotNull( $lock );
		$this->graph->locks()->lift( $lock, $lock->version, 1 );
		$this->work();
		self::assertSame( [ '+see-amicable 7', '-see-amicable 7' ], $this->desk->tagged );
	}

	public function test_what_a_desk_refuses_is_tried_again_with_growing_waits_and_then_said(): void {
		$this->give_high_value();
		$this->desk->does = 'refuses';
		foreach ( [ 4, 19, 79, 319, 1439, 1439, 1439 ] as $minutes ) {
			$this->work();
			$due = $this->tags->standing( [ 'scripted' ] );
			$this->clock->forward( 60 * $minutes );
			$this->desk->does = 'keeps';
			$this->work();
			self::assertSame( [], $this->desk->tagged, "Too early: $minutes minutes." );
			self::assertSame( [ 1, 0, 'Not now.' ], array_values( $due ) );
			$this->desk->does = 'refuses';
			$this->clock->forward( 120 );
		}
		$this->work();
		self::assertSame( [ 0, 1, 'Not now.' ], array_values( $this->tags->standing( [ 'scripted' ] ) ) );

		$this->desk->does = 'is silent';
		$this->tags->retry();
		$this->work();
		$this->desk->does = 'keeps';
		$this->clock->forward( 360 );
		$this->work();
		self::assertSame( [ '+high-value 7' ], $this->desk->tagged );
		self::assertSame( [ 0, 0, null ], array_values( $this->tags->standing( [ 'scripted' ] ) ) );
	}

	public function test_nothing_is_written_until_switched_on_nor_on_a_copy_of_the_shop_nor_in_practice(): void {
		$this->give_high_value();
		$this->objection = 'A copy.';
		$this->work();
		$this->objection = null;
		$this->settings  = new TagSettings( false );
		$this->work();

		self::assertSame( [], $this->desk->tagged );
		self::assertSame( '0', $this->graph->database()->value( "SELECT COUNT(*) FROM {$this->graph->database()->table( 'desk_tags' )}" ) );
		self::assertNull( Plugin::instance()->graph( Mode::Practice )->job( TellDesks::NAME ) );
		self::assertNotNull( Plugin::instance()->graph( Mode::Live )->job( TellDesks::NAME ) );
	}

	public function test_tags_are_named_by_the_owner_and_never_after_a_pattern(): void {
		$put  = fn ( string $high_value, string $locked ) => $this->rest( 'PUT', '/help-desks', [ 'version' => $this->rest( 'GET', '/help-desks' )->get_data()['version'], 'desks' => [], 'tags' => [ 'on' => true, 'high_value' => $high_value, 'locked' => $locked ] ] );
		$wrong = static fn ( \WP_REST_Response $answer ): array => array_keys( (array) ( $answer->get_data()['data']['params'] ?? [] ) );

		self::assertSame( [ 'tags.locked' ], $wrong( $put( 'vip', 'hostile-messages' ) ) );
		self::assertSame( [ 'tags.locked' ], $wrong( $put( 'vip', 'legal_step' ) ) );
		self::assertSame( [ 'tags.locked' ], $wrong( $put( 'vip', 'toxic-customer' ) ) );
		self::assertSame( [ 'tags.locked' ], $wrong( $put( 'vip', 'vip' ) ) );
		self::assertSame( [ 'tags.high_value' ], $wrong( $put( 'Two Words', 'ask-first' ) ) );
		$saved = $put( 'özel', 'ask-first' );
		self::assertSame( 200, $saved->get_status(), (string) wp_json_encode( $saved->get_data() ) );
		self::assertSame( [ true, 'özel', 'ask-first' ], array_slice( array_values( $saved->get_data()['tags'] ), 0, 3 ) );
	}

	private function give_high_value(): void {
		$this->graph->database()->insert( 'tiers', [ 'customer_id' => $this->customer, 'since' => gmdate( 'Y-m-d H:i:s' ) ] );
	}

	private function work(): void {
		( new TellDesks( fn () => $this->settings, fn () => new Desks( $this->desk ), $this->tags, new TagWriter( $this->tags, $this->graph->keyring() ), fn () => $this->objection ) )->run( [] );
	}
}
