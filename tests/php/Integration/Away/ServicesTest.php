<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Away;

use Amicable\Away\ClosingLetter;
use Amicable\Away\SendClosingNotices;
use Amicable\Letters\Sender;
use Amicable\Mail\Language;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Scope;
use Amicable\Playbook\Field;
use Amicable\Storage\Database;
use Amicable\Storage\ServiceKinds;
use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Killed;
use Amicable\Tests\Support\ScriptedMailer;
use DateTimeImmutable;

/** Services end later than products: with a day, with notices, and with a proof that the data went back. */
final class ServicesTest extends RunsTestCase {

	use AssertsShapes;

	private ScriptedMailer $box;

	private int $case;

	protected function setUp(): void {
		parent::setUp();
		$this->box = new ScriptedMailer();
		$this->graph->sample()->rows;
		( new ServiceKinds( $this->graph->database(), $this->clock ) )->add( 'sample', 'product', 7, 'Harborline Hosting', 30, $this->admin );
		$this->house->room->fields->save( Field::DataLink, 1, [ 'any' => 'https://example.com/data' ], 1 );
	}

	public function test_a_mixed_cart_is_split_told_three_times_and_never_twice(): void {
		$this->part_with_hosting();
		$closings = $this->graph->closings()->of_case( $this->case );
		self::assertSame( [ [ '7', 'Harborline Hosting', '30' ] ], array_map( static fn ( array $row ): array => [ $row['product_id'], $row['name'], $row['days'] ], $closings ), 'The product beside it has no closing date.' );
		$closes = Database::moment( (string) $closings[0]['closes_at'] );

		$words = $this->house->room->finder->of( $this->house->desk->find( $this->case ), $this->house->room->shelf->get( 'closing_14', 'en' ), 'en', $this->admin )->replacements();
		self::assertSame( Language::day( $closes, 'en_US' ), $words['{end_date}'] ?? null, 'Whoever writes by hand finds the day filled in too.' );
		$this->box->objection = 'A copy writes to nobody.';
		$this->travel( $closes->modify( '-14 days' )->modify( '-5 hours' ) );
		$this->job()->run( [] );
		self::assertSame( [ [], [] ], [ $this->box->mails, array_column( $this->list()['notices'], 'state' ) ], 'On a copy of the shop no notice is even begun.' );
		$this->box->objection = null;

		foreach ( [ 14 => 1, 13 => 1, 3 => 2, 0 => 3 ] as $days => $mails ) {
			$this->travel( $closes->modify( "-$days days" )->modify( '-3 hours' ) );
			$this->job()->run( [] );
			$this->job()->run( [] );
			self::assertCount( $mails, $this->box->mails, "$days days before." );
		}
		self::assertStringContainsString( 'https://example.com/data', $this->box->mails[0]['text'] );
		self::assertSame( [ 'sent', 'sent', 'sent' ], array_column( $this->list()['notices'], 'state' ) );
		self::assert_shape( 'closings.list', $this->list() );
	}

	public function test_whoever_dies_between_leaves_a_notice_that_is_not_known_and_not_sent_again(): void {
		$this->part_with_hosting();
		$this->travel( Database::moment( (string) $this->graph->closings()->of_case( $this->case )[0]['closes_at'] )->modify( '-14 days' ) );
		$this->trap->set( 0, static fn () => throw new Killed() );
		try {
			$this->job()->run( [] );
			self::fail( 'Nobody died.' );
		} catch ( Killed ) {
			self::assertSame( [ 'notice.claimed' ], $this->trap->passed );
		}
		$this->job()->run( [] );
		self::assertSame( [ [], [ 'unknown' ] ], [ $this->box->mails, array_column( $this->list()['notices'], 'state' ) ] );
	}

	public function test_without_the_link_nothing_goes_out_until_somebody_says_it(): void {
		$this->house->room->fields->save( Field::DataLink, 2, [ 'any' => '' ], 1 );
		$this->part_with_hosting();
		$this->travel( Database::moment( (string) $this->graph->closings()->of_case( $this->case )[0]['closes_at'] )->modify( '-14 days' ) );
		$this->job()->run( [] );
		self::assertSame( [ [], [ 'held' ] ], [ $this->box->mails, array_column( $this->list()['notices'], 'state' ) ] );
		$this->house->room->fields->save( Field::DataLink, 3, [ 'any' => 'https://example.com/data' ], 1 );
		$this->job()->run( [] );
		self::assertCount( 1, $this->box->mails );

		$closing = $this->list()['closings'][0];
		self::assertSame( 409, $this->send( "/closings/{$closing['id']}/handover", [ 'version' => 9, 'what' => 'All files' ] )->get_status() );
		$after = $this->json( $this->send( "/closings/{$closing['id']}/handover", [ 'version' => $closing['version'], 'what' => 'All files' ] ) );
		self::assertSame( [ 'All files', wp_get_current_user()->display_name ], [ $after['closings'][0]['handed']['what'], $after['closings'][0]['handed']['who'] ] );
	}

	private function part_with_hosting(): void {
		$order = $this->order();
		$this->graph->sample()->rows->add_line( $order->id, 7, 'Harborline Hosting', 0 );
		$customer   = $this->customer_of( $order );
		$this->case = (int) $this->house->cases->open( $customer, $this->admin, $this->admin, null );
		$run        = $this->start( $this->plan( $customer, Kind::PartWays, Scope::all() ), $this->case, 'Agreed by phone' );
		$this->house->control->approve( $run, $this->as_role( 'administrator' )->ID );
		$this->drive( $run->id );
		self::assertSame( 'closed', $this->house->desk->find( $this->case )->state->stage->value );
	}

	private function travel( DateTimeImmutable $to ): void {
		$this->clock->forward( $to->getTimestamp() - $this->clock->now()->getTimestamp() );
	}

	private function job(): SendClosingNotices {
		$room   = $this->house->room;
		$sender = new Sender( $room->letters, $this->box, $this->house->log, $this->trap );

		return new SendClosingNotices( $this->graph->closings(), new ClosingLetter( $this->house->cases, $this->graph->customers(), $room->letters, $room->shelf, $room->finder, $sender, $this->graph->closings(), $this->trap ), $this->box, $this->clock );
	}

	/** @return array<string, mixed> */
	private function list(): array {
		return $this->json( $this->rest( 'GET', "/cases/$this->case/closings", [], [ 'X-Amicable-Mode' => 'practice' ] ) );
	}

	/** @param array<string, mixed> $body */
	private function send( string $path, array $body ): \WP_REST_Response {
		return $this->rest( 'POST', $path, $body, [ 'X-Amicable-Mode' => 'practice' ] );
	}
}
