<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\Database as Tables;

/** A customer whose every amount and every personal word can be recognized wherever it turns up. */
final class Canary {

	/** All amounts, rates and ratios of money begin with this. */
	public const AMOUNT = '77777';

	public const WORD = 'canarywren';

	public const EMAIL = 'canarywren@example.com';

	public readonly int $customer;

	private readonly Tables $database;

	private int $amounts = 0;

	public function __construct( Mode $mode = Mode::Live ) {
		$this->database = Plugin::instance()->graph( $mode )->database();
		$this->customer = $this->insert( 'customers', [ 'name' => self::WORD, 'email' => self::EMAIL, 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );
		$this->account();
		$this->facts();
		$this->opinions();
	}

	/** Another amount that nobody else has. */
	public function amount(): int {
		return (int) ( self::AMOUNT . sprintf( '%02d', ++$this->amounts ) );
	}

	private function account(): void {
		$base = array_fill_keys( [ 'gross_base', 'refunded_base', 'tax_base', 'shipping_base', 'fees_base', 'paid_base', 'value', 'support_cost', 'margin', 'ratio', 'goodwill', 'dispute_fees' ], 0 );
		$this->insert( 'accounts', array_map( $this->amount( ... ), $base ) + [
			'customer_id'       => $this->customer,
			'orders'            => 2,
			'tickets'           => 9,
			'tickets_peak_14d'  => 9,
			'minutes'           => 90,
			'seconds'           => 5400,
			'seconds_estimated' => 5000,
			'docs_known'        => 9,
			'docs_answered'     => 8,
			'stores'            => 'sample',
			'first_order_at'    => '2026-01-02 00:00:00',
			'last_order_at'     => '2026-02-02 00:00:00',
			'last_ticket_at'    => '2026-02-03 00:00:00',
			'as_of'             => '2026-02-04 00:00:00',
			'updated_at'        => '2026-02-04 00:00:00',
		] );
		foreach ( [ 'USD', 'EUR' ] as $currency ) {
			$this->insert( 'account_lines', [ 'customer_id' => $this->customer, 'currency' => $currency, 'gross' => 2 * $this->amount(), 'refunded' => $this->amount(), 'tax' => 0, 'fees' => $this->amount(), 'orders' => 1 ] );
		}
	}

	private function facts(): void {
		$order = [ 'store' => 'sample', 'order_id' => 501, 'customer_id' => $this->customer, 'key_id' => 1, 'number' => '501', 'kind' => 'sale', 'status' => 'completed', 'paid' => 1, 'currency' => 'USD', 'gateway' => 'toy', 'dispute' => 'none', 'created_at' => '2026-01-02 00:00:00', 'paid_at' => '2026-01-02 00:01:00', 'bought_at' => '2026-01-02 00:01:00', 'seen_at' => '2026-01-02 00:02:00' ];
		$this->insert( 'orders', $order + [ 'total' => $this->amount(), 'tax' => $this->amount(), 'shipping' => $this->amount(), 'refunded' => $this->amount(), 'fee' => $this->amount() ] );
		$this->insert( 'refunds', [ 'store' => 'sample', 'refund_id' => 601, 'order_id' => 501, 'customer_id' => $this->customer, 'currency' => 'USD', 'amount' => $this->amount(), 'reason' => self::WORD, 'created_at' => '2026-01-05 00:00:00' ] );
		$this->insert( 'disputes', [ 'store' => 'sample', 'order_id' => 501, 'external_id' => 'd1', 'customer_id' => $this->customer, 'status' => 'open', 'currency' => 'USD', 'amount' => $this->amount(), 'fee' => $this->amount(), 'opened_at' => '2026-01-06 00:00:00' ] );
		$ticket = $this->insert( 'tickets', [ 'source' => 'help-desk', 'external_id' => 'A-1', 'customer_id' => $this->customer, 'key_id' => 1, 'url' => 'https://desk.example.com/' . self::WORD, 'channel' => 'email', 'status' => 'open', 'subject' => self::WORD, 'tags' => wp_json_encode( [ self::WORD ] ), 'is_new' => 1, 'docs_answered' => 1, 'last_customer_at' => '2026-02-03 00:00:00', 'created_at' => '2026-02-01 00:00:00', 'updated_at' => '2026-02-03 00:00:00' ] );
		$message = $this->insert( 'messages', [ 'ticket_id' => $ticket, 'customer_id' => $this->customer, 'external_id' => 'A-1-1', 'kind' => 'customer', 'at' => '2026-02-01 00:00:00', 'text' => self::WORD ] );
		$this->insert( 'time_entries', [ 'source' => 'help-desk', 'external_id' => 'T-1', 'ticket_id' => $ticket, 'customer_id' => $this->customer, 'seconds' => 600, 'measured' => 1, 'note' => self::WORD, 'at' => '2026-02-01 00:10:00' ] );
		$this->insert( 'goodwill', [ 'customer_id' => $this->customer, 'kind' => 'coupon', 'currency' => 'USD', 'value' => $this->amount(), 'cost' => $this->amount(), 'note' => self::WORD, 'created_at' => '2026-02-02 00:00:00' ] );
		$this->insert( 'costs', [ 'customer_id' => $this->customer, 'kind' => 'call', 'currency' => 'USD', 'amount' => $this->amount(), 'note' => self::WORD, 'at' => '2026-02-02 00:00:00' ] );
		$this->insert( 'findings', [ 'message_id' => $message, 'ticket_id' => $ticket, 'customer_id' => $this->customer, 'label' => 'praise', 'rule' => 'en.praise', 'why' => 'praise', 'quote' => self::WORD, 'read_as' => self::WORD, 'at' => '2026-02-01 00:00:00' ] );
		$this->insert( 'evidence', [ 'customer_id' => $this->customer, 'pattern' => 'docs_questions', 'ticket_id' => $ticket, 'message_id' => $message, 'rule' => 'docs_link', 'quote' => self::WORD, 'at' => '2026-02-01 00:00:00', 'url' => 'https://desk.example.com/' . self::WORD ] );
	}

	private function opinions(): void {
		$flag = [ 'customer_id' => $this->customer, 'level' => 'flag', 'state' => 'open', 'reason' => self::WORD, 'mitigators' => '[]', 'history' => wp_json_encode( [ [ 'at' => '2026-02-02 00:00:00', 'level' => 'flag', 'state' => 'dismissed', 'reason' => self::WORD ] ] ), 'since' => '2026-02-03 00:00:00', 'updated_at' => '2026-02-03 00:00:00' ];
		$this->insert( 'flags', $flag + [ 'pattern' => 'docs_questions', 'measured' => wp_json_encode( [ 'tickets' => 17, 'days' => 14, 'known' => 17, 'answered' => 15, 'answered_percent' => 88 ] ), 'threshold' => wp_json_encode( [ 'watch' => 8, 'flag' => 15, 'days' => 14, 'answered_percent' => 80, 'known' => 10 ] ) ] );
		$this->insert( 'flags', $flag + [ 'pattern' => 'cost_over_paid', 'measured' => wp_json_encode( [ 'ratio_millionths' => $this->amount(), 'tickets' => 9, 'minutes' => 90 ] ), 'threshold' => wp_json_encode( [ 'watch_millionths' => 1000000, 'flag_millionths' => 2000000, 'tickets' => 3, 'minutes' => 60 ] ) ] );
		$log = $this->insert( 'log', [ 'prev_id' => 0, 'at' => '2026-02-03 00:00:00', 'what' => 'flag.review', 'object' => 'customer', 'object_id' => $this->customer, 'customer_id' => $this->customer, 'payload_hash' => str_repeat( 'a', 64 ), 'chain_hash' => str_repeat( 'b', 64 ) ] );
		foreach ( [ 'sent', 'draft' ] as $state ) {
			$this->insert( 'letters', [ 'case_id' => 1, 'customer_id' => $this->customer, 'state' => $state, 'stage' => 'warned', 'channel' => 'letter', 'language' => 'en', 'recipient' => self::EMAIL, 'subject' => self::WORD, 'body' => self::WORD, 'facts' => wp_json_encode( [ 'greeting' => self::WORD ] ), 'failure' => self::WORD, 'created_at' => '2026-02-03 00:00:00', 'updated_at' => '2026-02-03 00:00:00' ] );
		}
		$run = $this->insert( 'runs', [ 'customer_id' => $this->customer, 'kind' => 'refund', 'scope' => '{"orders":[{"store":"sample","id":501}]}', 'state' => 'completed', 'plan_hash' => str_repeat( 'd', 64 ), 'reason' => self::WORD, 'started_by' => 1, 'version' => 3, 'created_at' => '2026-02-03 00:00:00', 'updated_at' => '2026-02-03 00:00:00', 'ended_at' => '2026-02-03 00:00:00' ] );
		$this->insert( 'accepted', [ 'run_id' => $run, 'check_no' => 8, 'ref' => 'license:sample:1', 'reason' => self::WORD, 'user_id' => 1, 'at' => '2026-02-03 00:00:00' ] );
		$this->insert( 'undos', [ 'step_id' => 1, 'run_id' => $run, 'ref' => 'license:sample:2', 'state' => 'done', 'reason' => self::WORD, 'user_id' => 1, 'begun_at' => '2026-02-03 00:00:00' ] );
		$this->insert( 'log_payloads', [ 'log_id' => $log, 'salt' => str_repeat( 'c', 64 ), 'payload' => wp_json_encode( [ 'reason' => self::WORD ] ) ] );
	}

	/** @param array<string, scalar|null> $row */
	private function insert( string $table, array $row ): int {
		return (int) $this->database->insert( $table, $row );
	}
}
