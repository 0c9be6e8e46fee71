<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Cases;

use Amicable\Chances\LookAtGifts;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\Database;
use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Values\EmailAddress;
use WP_REST_Response;

/** What is done before anything hard is said, over REST in Practice. */
final class SecondChanceTest extends RunsTestCase {

	use AssertsShapes;

	private const PRACTICE = [ 'X-Amicable-Mode' => 'practice' ];

	public function test_why_somebody_is_angry_opens_a_route_and_what_was_promised_is_kept_in_mind(): void {
		$case   = $this->a_case();
		$before = $this->chance( $case );
		self::assert_shape( 'chances.chance', $before );
		self::assertSame( [ 'ask_why', null ], [ $before['advice']['reason'], $before['route'] ] );

		$this->ask( 'PUT', "/cases/$case", [ 'version' => $before['version'], 'cause' => 'ours' ] );
		$ours = $this->chance( $case );
		self::assertSame( [ 'make_good', 'whatever', 'apologize', null ], [ $ours['advice']['reason'], $ours['route']['giving'], $ours['route']['moves'][0], $ours['apology']['given_at'] ] );
		self::assertSame( [ 'note' ], $this->fields( $this->entry( $ours, [ 'kind' => 'move', 'what' => 'apologize', 'note' => ' ' ] ) ) );
		self::assertSame( [ 'due_at' ], $this->fields( $this->entry( $ours, [ 'kind' => 'move', 'what' => 'fix', 'note' => 'A corrected release', 'due_at' => '2020-01-01T00:00:00Z' ] ) ) );

		$sorry = $this->json( $this->entry( $ours, [ 'kind' => 'move', 'what' => 'apologize', 'note' => 'Said sorry' ] ) );
		self::assertNotNull( $sorry['apology']['given_at'] );
		self::assertSame( 409, $this->entry( $ours, [ 'kind' => 'move', 'what' => 'apologize', 'note' => 'Said sorry' ] )->get_status(), 'A stale screen writes nothing twice.' );
		$fix = $this->json( $this->entry( $sorry, [ 'kind' => 'move', 'what' => 'fix', 'note' => 'A corrected release', 'due_at' => gmdate( 'Y-m-d\TH:i:s\Z', time() + 3600 ) ] ) );
		self::assertSame( [ 'open', 'make_good' ], [ $fix['entries'][0]['state'], $fix['advice']['reason'] ] );
		self::assertContains( [ 'promise', $case ], array_map( static fn ( array $todo ): array => [ $todo['kind'], $todo['id'] ], $this->ask( 'GET', '/overview' )['today'] ) );

		$line = "/cases/$case/entries/{$fix['entries'][0]['id']}/settle";
		$kept = $this->ask( 'POST', $line, [ 'version' => $fix['version'], 'state' => 'kept' ] );
		self::assertSame( 'kept', $kept['entries'][0]['state'] );
		self::assertSame( 422, $this->send( 'POST', $line, [ 'version' => $kept['version'], 'state' => 'broken' ] )->get_status(), 'What is settled stays settled.' );
		self::assertSame( 422, $this->entry( $kept, [ 'kind' => 'outcome', 'what' => 'silent' ] )->get_status(), 'Nobody was warned.' );
	}

	public function test_a_gift_is_made_in_the_shop_for_one_customer_and_costs_when_it_is_used(): void {
		$case   = $this->a_case();
		$chance = $this->chance( $case );
		$gift   = [ 'kind' => 'move', 'what' => 'coupon', 'note' => 'For the trouble', 'store' => 'sample', 'amount' => [ 'minor' => 2000, 'currency' => 'USD' ], 'cost' => [ 'minor' => 900_000, 'currency' => 'USD' ] ];

		$this->as_role( 'amicable_support_agent' );
		self::assertSame( 403, $this->entry( $chance, $gift )->get_status() );
		wp_set_current_user( $this->admin );
		$refused = $this->entry( $chance, $gift );
		self::assertSame( [ 422, [ 'departure' ] ], [ $refused->get_status(), $this->fields( $refused ) ], 'More than leaves a profit asks for a reason.' );
		$given = $this->json( $this->entry( $chance, $gift + [ 'departure' => 'A customer of ten years' ] ) );
		[ 'code' => $code, 'state' => $state, 'departure' => $departure ] = $given['entries'][0];
		self::assertSame( [ 'done', 'A customer of ten years' ], [ $state, $departure ] );

		$shop = $this->graph->sample()->gifts;
		self::assertFalse( $shop->takes( $code, $this->address( 'somebody.else@example.com' ), 1 ) );
		self::assertTrue( $shop->takes( $code, $this->address( 'buyer@example.com' ), 1 ) );
		self::assertSame( [ false ], array_column( $this->ask( 'GET', "/customers/{$this->customer( $case )}/goodwill" ), 'used' ), 'Unused it costs nothing.' );
		$shop->redeem( $code, $this->address( 'buyer@example.com' ), 1 );
		( new LookAtGifts( $this->house->entries, $this->house->gifts, $this->clock ) )->run( [] );
		self::assertSame( [ true ], array_column( $this->ask( 'GET', "/customers/{$this->customer( $case )}/goodwill" ), 'used' ) );
	}

	public function test_an_exchange_costs_once_by_a_code_or_by_hand_and_what_was_agreed_anew_is_kept_by_a_day(): void {
		$case = $this->a_case();
		$this->ask( 'PUT', "/cases/$case", [ 'version' => $this->chance( $case )['version'], 'cause' => 'ours' ] );
		$chance = $this->chance( $case );
		$swap   = [ 'kind' => 'move', 'what' => 'exchange', 'note' => 'The smaller one suits better', 'cost' => [ 'minor' => 300, 'currency' => 'USD' ] ];
		$code   = $swap + [ 'store' => 'sample', 'product' => 2 ];

		self::assertSame( [ 'product' ], $this->fields( $this->entry( $chance, $swap ) ), 'Instead of what?' );
		self::assertSame( [ 'order' ], $this->fields( $this->entry( $chance, $code + [ 'order' => 'S-99' ] ) ), 'One of both.' );
		$this->as_role( 'amicable_support_agent' );
		self::assertSame( 403, $this->entry( $chance, $swap + [ 'order' => 'S-99' ] )->get_status() );
		wp_set_current_user( $this->admin );

		$given = $this->json( $this->entry( $chance, $code ) );
		self::assert_shape( 'chances.chance', $given );
		[ 'code' => $gift, 'state' => $state ] = $given['entries'][0];
		self::assertSame( 'done', $state );
		self::assertTrue( $this->graph->sample()->gifts->takes( $gift, $this->address( 'buyer@example.com' ), 2 ) );
		self::assertFalse( $this->graph->sample()->gifts->takes( $gift, $this->address( 'buyer@example.com' ), 1 ), 'For the other product alone.' );

		$hand = $this->json( $this->entry( $given, $swap + [ 'order' => 'S-99' ] ) );
		self::assertSame( [ 'done', 'S-99', null ], [ $hand['entries'][0]['state'], $hand['entries'][0]['order'], $hand['entries'][0]['code'] ] );
		self::assertSame( 409, $this->entry( $given, $swap + [ 'order' => 'S-99' ] )->get_status() );
		$booked = $this->ask( 'GET', "/customers/{$this->customer( $case )}/goodwill" );
		self::assertSame( [ [ 'product', true, 300 ], [ 'product', false, 300 ] ], array_map( static fn ( array $row ): array => [ $row['kind'], $row['used'], $row['money']['cost']['minor'] ], $booked ) );
		self::assertSame( '300', $this->graph->accounts()->row( $this->customer( $case ) )['goodwill'] ?? null, 'What was done by hand costs at once, the code when it is used.' );

		$terms = [ 'kind' => 'move', 'what' => 'renegotiate', 'note' => 'Two sites instead of five, half the price back' ];
		self::assertSame( [ 'due_at' ], $this->fields( $this->entry( $hand, $terms ) ) );
		$agreed = $this->json( $this->entry( $hand, $terms + [ 'due_at' => gmdate( 'Y-m-d\TH:i:s\Z', time() + 3600 ) ] ) );
		self::assertSame( 'open', $agreed['entries'][0]['state'] );
		self::assertContains( [ 'promise', $case ], array_map( static fn ( array $todo ): array => [ $todo['kind'], $todo['id'] ], $this->ask( 'GET', '/overview' )['today'] ) );
		$kept = $this->ask( 'POST', "/cases/$case/entries/{$agreed['entries'][0]['id']}/settle", [ 'version' => $agreed['version'], 'state' => 'kept' ] );
		self::assertSame( 'kept', $kept['entries'][0]['state'] );
	}

	public function test_nobody_is_warned_while_they_wait_until_a_person_says_it_was_answered(): void {
		$case   = $this->a_case();
		$ticket = $this->a_waiting_ticket( $case );
		$warn   = fn (): WP_REST_Response => $this->send( 'POST', "/cases/$case/events", [ 'to' => 'warned', 'version' => $this->chance( $case )['version'] ] );
		self::assertSame( [ 422, 'waits_for_us' ], [ $warn()->get_status(), $warn()->get_data()['data']['gate'] ] );

		$chance = $this->chance( $case );
		self::assertSame( [ $ticket ], array_column( $chance['waiting'], 'ticket_id' ) );
		self::assertSame( [ 'ticket_id' ], $this->fields( $this->entry( $chance, [ 'kind' => 'answered', 'ticket_id' => $ticket + 1, 'note' => 'By phone' ] ) ) );
		self::assertSame( [], $this->json( $this->entry( $chance, [ 'kind' => 'answered', 'ticket_id' => $ticket, 'note' => 'By phone' ] ) )['waiting'] );
		$warned = $warn();
		self::assertSame( 200, $warned->get_status() );

		$out = $this->json( $this->entry( $this->chance( $case ), [ 'kind' => 'outcome', 'what' => 'apologized', 'carried_out' => false ] ) );
		self::assertSame( [ 'apologized', 'recovered', false ], [ $out['advice']['reason'], $out['advice']['to'], $out['entries'][0]['carried_out'] ] );
	}

	public function test_letting_it_lapse_leaves_a_task_that_is_done_when_nothing_charges_any_more(): void {
		$order        = $this->order();
		$subscription = $this->subscription( $order );
		$case         = (int) $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $order ) ] )['id'];
		$this->ask( 'POST', "/cases/$case/events", [ 'to' => 'lapsed', 'version' => 1 ] );
		$chance = $this->chance( $case );
		self::assertSame( [ [ 'task', 'stop_renewal', 'open' ] ], array_map( static fn ( array $entry ): array => [ $entry['kind'], $entry['what'], $entry['state'] ], $chance['entries'] ) );

		$done = fn (): WP_REST_Response => $this->send( 'POST', "/cases/$case/entries/{$chance['entries'][0]['id']}/settle", [ 'version' => $this->chance( $case )['version'], 'state' => 'done' ] );
		self::assertSame( [ 422, 'amicable_still_renews' ], [ $done()->get_status(), $done()->get_data()['code'] ] );
		$this->graph->sample()->access->cancel_subscription( (int) $subscription, $this->clock->now() );
		self::assertSame( 200, $done()->get_status() );
		self::assertSame( [], $this->payouts( $order ), 'Nothing is paid back.' );
	}

	public function test_another_reader_vouches_for_exactly_these_words_and_changed_ones_want_another_look(): void {
		$case     = $this->a_case();
		$settings = Plugin::instance()->graph( Mode::Practice )->settings();
		$settings->save( $settings->current()->with( [ 'cases' => [ 'second_reader' => true ] ] ), $settings->current()->version );
		$letter = $this->ask( 'POST', "/cases/$case/messages", [ 'template' => 'warning_hostile_messages', 'language' => 'en' ] );
		$path   = "/cases/$case/messages/{$letter['id']}";
		$warn   = fn ( array $with = [] ): WP_REST_Response => $this->send( 'POST', "/cases/$case/events", [ 'to' => 'warned', 'version' => $this->chance( $case )['version'] ] + $with );
		self::assertSame( [ true, 'second_reader' ], [ $letter['needs_reader'], $warn()->get_data()['data']['gate'] ] );
		$this->ask( 'POST', "$path/read", [ 'version' => $letter['version'] ] );
		self::assertTrue( $this->ask( 'GET', $path )['needs_reader'], 'One does not read for oneself.' );
		self::assertSame( 400, $this->entry( $this->chance( $case ), [ 'kind' => 'read' ] )->get_status(), 'Not without a draft.' );

		$this->as_role( 'amicable_support_agent' );
		$read = $this->ask( 'POST', "$path/read", [ 'version' => $letter['version'] ] );
		self::assert_shape( 'letters.letter', $read );
		wp_set_current_user( $this->admin );
		self::assertSame( [ false, true ], [ $this->ask( 'GET', $path )['needs_reader'], $this->ask( 'GET', $path )['looked']['fits'] ] );
		self::assertSame( 'second_reader', $warn( [ 'text' => 'Other words, sent elsewhere' ] )->get_data()['data']['gate'] );

		$saved = $this->ask( 'PUT', $path, [ 'version' => $letter['version'], 'subject' => $letter['subject'], 'body' => "$letter[body]!" ] );
		self::assertSame( [ true, false ], [ $saved['needs_reader'], $saved['looked']['fits'] ] );
		self::assertSame( [ 409, 409 ], [ $this->send( 'POST', "$path/read", [ 'version' => $letter['version'] ] )->get_status(), $this->send( 'PUT', $path, [ 'version' => $letter['version'], 'subject' => '', 'body' => '' ] )->get_status() ], 'Nobody vouches for what they did not see.' );
		$back = $this->ask( 'PUT', $path, [ 'version' => $saved['version'], 'subject' => $letter['subject'], 'body' => $letter['body'] ] );
		self::assertFalse( $back['needs_reader'], 'These words were read.' );
	}

	public function test_whoever_writes_after_the_explanation_makes_one_task_and_the_case_stays(): void {
		$case = $this->house->cases->find( $this->a_case() ) ?? self::fail();
		$then = Database::time( $this->clock->now()->modify( '-2 days' ) );
		$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'cases' )} SET stage = 'closed', stage_before = 'explained', open_claim = NULL WHERE id = %d", [ $case->id ] );
		$this->graph->database()->insert( 'letters', [ 'case_id' => $case->id, 'customer_id' => $case->customer_id, 'state' => 'sent', 'stage' => 'explained', 'variant' => 'gpl,contest', 'channel' => 'letter', 'language' => 'en', 'body' => 'Words', 'facts' => '{}', 'sent_at' => $then, 'created_at' => $then, 'updated_at' => $then ] );
		foreach ( [ 'C-1', 'C-2' ] as $id ) {
			$at = gmdate( 'Y-m-d\TH:i:s\Z', $this->clock->now()->getTimestamp() - 3600 );
			$this->graph->ticket_writer()->write( 'desk', [ [ 'external_id' => $id, 'channel' => 'email', 'status' => 'open', 'subject' => 'That is not what I wrote', 'requester' => [ 'email' => 'buyer@example.com' ], 'created_at' => $at, 'updated_at' => $at, 'messages' => [ [ 'external_id' => "$id-1", 'kind' => 'customer', 'at' => $at, 'text' => 'A fact is wrong' ] ] ] ] );
		}
		$chance = $this->chance( $case->id );
		self::assertSame( [ [ 'task', 'contest', 'open', 'That is not what I wrote' ] ], array_map( static fn ( array $entry ): array => [ $entry['kind'], $entry['what'], $entry['state'], $entry['note'] ], $chance['entries'] ), 'They were told to write once.' );
		self::assertSame( 'closed', $chance['stage'] );
	}

	public function test_a_letter_that_helps_is_given_time_like_anything_else_done_for_them(): void {
		$case = $this->house->cases->find( $this->a_case() ) ?? self::fail();
		$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'cases' )} SET stage = 'second_chance' WHERE id = %d", [ $case->id ] );
		self::assertSame( 'ask_why', $this->chance( $case->id )['advice']['reason'] );
		$then = Database::time( $this->clock->now() );
		$this->graph->database()->insert( 'letters', [ 'case_id' => $case->id, 'customer_id' => $case->customer_id, 'state' => 'sent', 'stage' => 'second_chance', 'variant' => '', 'channel' => 'letter', 'language' => 'en', 'body' => 'Words', 'facts' => '{}', 'sent_at' => $then, 'created_at' => $then, 'updated_at' => $then ] );
		self::assertSame( 'give_time', $this->chance( $case->id )['advice']['reason'] );
	}

	public function test_what_they_say_stands_beside_what_we_find(): void {
		$case  = $this->a_case();
		$said  = (array) $this->entry( $this->chance( $case ), [ 'kind' => 'claim', 'note' => 'Nobody answered for a week', 'on' => '2026-03-02T12:00:00Z' ] )->get_data();
		$claim = $said['entries'][0];
		$found = (array) $this->entry( $said, [ 'kind' => 'found', 'of' => $claim['id'], 'note' => 'Answered after 20 hours' ] )->get_data();
		self::assertSame( [ [ 'found', $claim['id'], null ], [ 'claim', null, '2026-03-02T12:00:00Z' ] ], array_map( static fn ( array $line ): array => [ $line['kind'], $line['of'], $line['on'] ], $found['entries'] ) );
		self::assertSame( [], $this->fields( $this->entry( $found, [ 'kind' => 'found', 'of' => $claim['id'], 'note' => 'Twice' ] ) ), 'Two may find something about one claim.' );
		$now = $this->chance( $case );
		self::assertSame( [ 'of' ], $this->fields( $this->entry( $now, [ 'kind' => 'found', 'of' => $found['entries'][0]['id'], 'note' => 'x' ] ) ), 'What we found is no claim.' );
		self::assertSame( [ 'of' ], $this->fields( $this->entry( $this->chance( $this->case_of( [ 'email' => 'somebody.else@example.com' ] ) ), [ 'kind' => 'found', 'of' => $claim['id'], 'note' => 'x' ] ) ), 'It was said in another case.' );
		self::assertSame( [ 'note' ], $this->fields( $this->entry( $now, [ 'kind' => 'claim', 'note' => ' ' ] ) ) );
		foreach ( [ '2026-02-31T12:00:00Z', '2999-01-01T12:00:00Z' ] as $no_day ) {
			self::assertSame( [ 'on' ], $this->fields( $this->entry( $now, [ 'kind' => 'claim', 'note' => 'x', 'on' => $no_day ] ) ), $no_day );
		}
	}

	public function test_the_book_follows_a_merge_and_goes_with_an_erasure(): void {
		$case  = $this->a_case();
		$from  = $this->customer( $case );
		$this->entry( $this->chance( $case ), [ 'kind' => 'task', 'what' => 'contest', 'note' => 'Says the date is wrong' ] );
		$into  = $this->customer_of( $this->order( [ 'email' => 'same.person@example.com' ] ) );
		$merge = $this->ask( 'GET', "/customers/$into" );
		$this->ask( 'POST', "/customers/$into/merge", [ 'customer_id' => $from, 'version' => $merge['version'] ] );
		self::assertSame( [ (string) $into ], $this->owners() );
		$data = new \Amicable\Storage\PersonalData( $this->graph->database() );
		foreach ( $data->erased() as $table ) {
			$data->erase( $table, [ $into, $from ] );
		}
		self::assertSame( [], $this->owners() );
	}

	/** @return list<string> */
	private function owners(): array {
		return array_column( $this->graph->database()->rows( "SELECT customer_id FROM {$this->graph->database()->table( 'case_entries' )}" ), 'customer_id' );
	}

	private function a_case(): int {
		return $this->case_of( [] );
	}

	/** @param array<string, mixed> $order Of the customer. */
	private function case_of( array $order ): int {
		return (int) $this->ask( 'POST', '/cases', [ 'customer_id' => $this->customer_of( $this->order( $order ) ) ] )['id'];
	}

	private function a_waiting_ticket( int $case ): int {
		$then = Database::time( $this->clock->now()->modify( '-3 days' ) );

		return (int) $this->graph->database()->insert( 'tickets', [ 'source' => 'desk', 'external_id' => 'W-1', 'customer_id' => $this->customer( $case ), 'channel' => 'email', 'status' => 'open', 'subject' => 'Still broken', 'last_customer_at' => $then, 'created_at' => $then, 'updated_at' => $then ] );
	}

	private function customer( int $case ): int {
		return $this->house->cases->find( $case )->customer_id ?? 0;
	}

	private function address( string $email ): EmailAddress {
		return EmailAddress::try_from( $email ) ?? self::fail( $email );
	}

	/** @return array<string, mixed> */
	private function chance( int $case ): array {
		return $this->ask( 'GET', "/cases/$case/chance" );
	}

	/**
	 * @param array<string, mixed> $chance
	 * @param array<string, mixed> $entry
	 */
	private function entry( array $chance, array $entry ): WP_REST_Response {
		return $this->send( 'POST', "/cases/{$chance['case_id']}/entries", [ 'version' => $chance['version'] ] + $entry );
	}

	/** @return list<string> */
	private function fields( WP_REST_Response $refusal ): array {
		return array_keys( (array) ( $this->json( $refusal )['data']['params'] ?? [] ) );
	}

	/** @param array<string, mixed> $body */
	private function ask( string $method, string $path, array $body = [] ): mixed {
		$answer = $this->send( $method, $path, $body );
		self::assertLessThan( 300, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->json( $answer );
	}

	/** @param array<string, mixed> $body */
	private function send( string $method, string $path, array $body = [] ): WP_REST_Response {
		return $this->rest( $method, $path, $body, self::PRACTICE );
	}
}
