<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Away;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\Database;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Canary;
use Amicable\Tests\Support\IntegrationTestCase;

/** The evidence about a case, as counsel or the customer may read it. */
final class EvidencePackTest extends IntegrationTestCase {

	use AssertsShapes;

	/** What colleagues write to each other. */
	private const INTERNAL = 'internalwren';

	public function test_it_holds_facts_words_letters_and_decisions_each_sealed_and_no_note(): void {
		$user     = $this->as_role( 'administrator' )->ID;
		$canary   = new Canary();
		$graph    = Plugin::instance()->graph( Mode::Live );
		$database = $graph->database();
		$case     = (int) $graph->runs()->cases->open( $canary->customer, $user, $user, null );
		$this->write_notes( $database, $canary->customer );
		$graph->log()->append( 'case_moved', 'case', $case, $canary->customer, $user, [ 'from' => 'open', 'to' => 'warned', 'reason' => 'Second time', 'text' => "Dear customer,\nplease.", 'note' => self::INTERNAL ] );

		$pack = $this->json( $this->rest( 'GET', "/cases/$case/evidence" ) );
		self::assert_shape( 'evidence.pack', $pack );
		$parts = array_column( $pack['parts'], null, 'name' );
		self::assertSame( [ 'facts', 'findings', 'letters', 'events', 'runs', 'disputes' ], array_keys( $parts ) );
		self::assertSame( [ 3, 1, 1, 0, 1 ], array_map( static fn ( array $part ): int => count( $part['lines'] ), array_values( array_diff_key( $parts, [ 'letters' => true ] ) ) ) );
		self::assertSame( [ Canary::WORD, "Dear customer,\nplease." ], [ $parts['findings']['lines'][0]['text'], array_reverse( $parts['letters']['lines'] )[0]['text'] ] );
		self::assertContains( [ 'label' => 'Reason', 'value' => 'Second time' ], $parts['events']['lines'][0]['facts'] );
		self::assertContains( [ 'label' => 'To', 'value' => 'Friendly warning' ], $parts['events']['lines'][0]['facts'], 'Words, not codes.' );
		self::assertStringNotContainsString( self::INTERNAL, (string) wp_json_encode( $pack ) );

		$last = $database->row( "SELECT id, chain_hash FROM {$database->table( 'log' )} ORDER BY id DESC LIMIT 1" );
		foreach ( $parts as $part ) {
			$bytes = json_encode( $part['lines'], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS | JSON_THROW_ON_ERROR );
			self::assertSame( hash( 'sha256', $bytes ), $part['sha256'] );
			self::assertSame( [ (int) ( $last['id'] ?? 0 ), $last['chain_hash'] ?? '' ], [ $part['drawn_at']['id'], $part['drawn_at']['chain_hash'] ] );
		}
	}

	public function test_amounts_are_for_those_who_may_see_them_and_a_dismissed_flag_is_no_evidence(): void {
		$admin    = $this->as_role( 'administrator' );
		$canary   = new Canary();
		$graph    = Plugin::instance()->graph( Mode::Live );
		$database = $graph->database();
		$case     = (int) $graph->runs()->cases->open( $canary->customer, $admin->ID, null, null );
		$database->write( "UPDATE {$database->table( 'flags' )} SET state = 'dismissed' WHERE customer_id = %d", [ $canary->customer ] );
		self::assertStringContainsString( 'Total', (string) wp_json_encode( $this->json( $this->rest( 'GET', "/cases/$case/evidence" ) ) ) );
		$admin->add_cap( 'amicable_money', false );
		wp_set_current_user( 0 );
		wp_set_current_user( $admin->ID );

		$pack  = $this->json( $this->rest( 'GET', "/cases/$case/evidence" ) );
		$parts = array_column( $pack['parts'], 'lines', 'name' );
		self::assertSame( [], $parts['findings'] );
		self::assertStringNotContainsString( 'Total', (string) wp_json_encode( $parts ) );
		self::assertStringNotContainsString( 'Amount', (string) wp_json_encode( $parts ) );
	}

	private function write_notes( Database $database, int $customer ): void {
		$contact = (int) $database->insert( 'tickets', [ 'source' => 'manual', 'external_id' => 'm-1', 'customer_id' => $customer, 'channel' => 'phone', 'status' => 'closed', 'subject' => self::INTERNAL, 'created_at' => '2026-02-04 00:00:00', 'updated_at' => '2026-02-04 00:00:00' ] );
		$database->insert( 'messages', [ 'ticket_id' => $contact, 'customer_id' => $customer, 'external_id' => 'm-1-1', 'kind' => 'note', 'at' => '2026-02-04 00:00:00', 'text' => self::INTERNAL ] );
		$database->insert( 'time_entries', [ 'source' => 'manual', 'external_id' => 'm-1', 'ticket_id' => $contact, 'customer_id' => $customer, 'seconds' => 60, 'measured' => 1, 'note' => self::INTERNAL, 'at' => '2026-02-04 00:00:00' ] );
		$database->insert( 'goodwill', [ 'customer_id' => $customer, 'kind' => 'coupon', 'currency' => 'USD', 'value' => 1, 'cost' => 1, 'note' => self::INTERNAL, 'created_at' => '2026-02-02 00:00:00' ] );
	}
}
