<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\HelpDesks\AgentTags;
use Amicable\HelpDesks\DocsEvidence;
use Amicable\HelpDesks\OwnWords;
use Amicable\Ledger\Inputs;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Dealing;
use Amicable\Patterns\Remark;
use Amicable\Patterns\TicketView;
use Amicable\Storage\Sums\Scope;

/** Reads a customer as patterns see them, in a handful of statements, however many. */
final class CustomerViews {

	private const NO_TIME = [
		'seconds'  => 0,
		'measured' => false,
		'cost'     => 0,
	];

	/** A word that was broken longer ago than this is history. */
	private const BROKEN_DAYS = 365;

	public function __construct(
		private readonly Database $database,
		private readonly TicketCosts $costs,
		private readonly Remarks $remarks,
		private readonly Dealings $dealings,
		private readonly DocsGaps $gaps,
	) {
	}

	/** Null for who was merged away, or asked to be left out of this, or has no account. */
	public function of( int $customer_id, Inputs $inputs ): ?CustomerView {
		return $this->of_all( Scope::one( $customer_id ), $inputs )[ $customer_id ] ?? null;
	}

	/** @return array<int, CustomerView> By customer; who has none, as in `of()`, is left out. */
	public function of_all( Scope $scope, Inputs $inputs ): array {
		$accounts = $this->database->rows(
			"SELECT a.*, t.since AS high_since, s.sites, c.extra_time_at, ({$this->missed_promises()}) AS missed_promises FROM {$this->database->table( 'accounts' )} a JOIN {$this->database->table( 'customers' )} c ON c.id = a.customer_id
				LEFT JOIN {$this->database->table( 'tiers' )} t ON t.customer_id = a.customer_id LEFT JOIN {$this->database->table( 'site_counts' )} s ON s.customer_id = a.customer_id WHERE {$scope->of( 'a.customer_id' )} AND c.merged_into IS NULL AND c.excluded_at IS NULL",
			[ Database::time( Database::moment( $inputs->as_of )->modify( '-' . self::BROKEN_DAYS . ' days' ) ), $inputs->as_of ]
		);
		if ( $accounts === [] ) {
			return [];
		}
		$tickets  = $this->tickets( $scope, array_column( $accounts, 'first_order_at', 'customer_id' ), $inputs );
		$remarks  = $this->remarks->of( $scope );
		$dealings = $this->dealings->of( $scope, $inputs );
		$views    = [];
		foreach ( $accounts as $account ) {
			$id           = (int) $account['customer_id'];
			$views[ $id ] = self::view( $account, $tickets[ $id ] ?? [], $remarks[ $id ] ?? [], $dealings[ $id ] ?? [], $inputs );
		}

		return $views;
	}

	/** What a case wrote down with a day that went by, whoever had to do it, and what somebody said was broken. */
	private function missed_promises(): string {
		return "SELECT COUNT(*) FROM {$this->database->table( 'case_entries' )} e WHERE e.customer_id = a.customer_id AND ((e.state = 'broken' AND e.settled_at > %s) OR (e.state = 'open' AND e.due_at < %s))";
	}

	/**
	 * @param array<string, string|null> $account
	 * @param list<TicketView>           $tickets
	 * @param list<Remark>               $remarks
	 * @param list<Dealing>              $dealings
	 */
	private static function view( array $account, array $tickets, array $remarks, array $dealings, Inputs $inputs ): CustomerView {
		// What waits for a word about an incident is not held against anybody meanwhile; their account shows it all the same.
		$held = array_filter( $tickets, static fn ( TicketView $ticket ): bool => $ticket->is_held && ! $ticket->before_purchase );
		$cost = self::whole( $account['support_cost'] );

		return new CustomerView(
			as_of: self::seconds( $inputs->as_of ),
			first_paid_at: $account['first_order_at'] === null ? null : self::seconds( $account['first_order_at'] ),
			paid: self::whole( $account['paid_base'] ),
			gross: self::whole( $account['gross_base'] ),
			cost: $cost === null ? null : $cost - array_sum( array_map( static fn ( TicketView $ticket ): int => (int) $ticket->cost, $held ) ),
			seconds: (int) $account['seconds'] - array_sum( array_map( static fn ( TicketView $ticket ): int => $ticket->seconds, $held ) ),
			unknown: $account['reason'],
			tickets: $tickets,
			high_value: $account['high_since'] !== null,
			remarks: $remarks,
			dealings: $dealings,
			sites: (int) $account['sites'],
			has_extra_time: $account['extra_time_at'] !== null,
			missed_promises: (int) $account['missed_promises'],
		);
	}

	/**
	 * How customers put it, in the beginning of a message, while the text is kept.
	 *
	 * @param list<int> $message_ids
	 * @return array<int, string>
	 */
	public function quotes( array $message_ids ): array {
		if ( $message_ids === [] ) {
			return [];
		}
		$quotes = [];
		foreach ( $this->database->rows( "SELECT id, text FROM {$this->database->table( 'messages' )} WHERE text IS NOT NULL AND id IN (" . implode( ', ', $message_ids ) . ')' ) as $row ) {
			$quote = OwnWords::quote( OwnWords::of( (string) $row['text'] ) );
			if ( $quote !== '' ) {
				$quotes[ (int) $row['id'] ] = $quote;
			}
		}

		return $quotes;
	}

	/**
	 * @param array<array-key, string|null> $first_orders When each customer bought first.
	 * @return array<int, list<TicketView>> By customer.
	 */
	private function tickets( Scope $scope, array $first_orders, Inputs $inputs ): array {
		$rows  = $this->database->rows(
			"SELECT t.id, t.customer_id, t.status, t.subject, t.url, t.tags, t.cause, t.held_by, t.is_new, t.duplicate_of, t.docs_level, t.docs_answered, t.language_gap, t.first_customer_at, t.first_agent_at, t.last_customer_at, t.last_agent_at, t.created_at,
			(SELECT MIN(m.id) FROM {$this->database->table( 'messages' )} m WHERE m.ticket_id = t.id AND m.kind = 'customer' AND m.at = t.first_customer_at) AS message_id
			FROM {$this->database->table( 'tickets' )} t
			WHERE {$scope->of( 't.customer_id' )} AND t.status NOT IN ('spam', 'deleted', 'merged')"
		);
		$gaps  = $rows === [] ? [] : $this->gaps->tickets( $scope, $inputs );
		$took  = $this->costs->of_all( $scope, array_map( static fn ( array $row ): int => (int) $row['id'], $rows ), $inputs );
		$views = [];
		foreach ( $rows as $row ) {
			$customer             = (int) $row['customer_id'];
			$views[ $customer ][] = self::ticket( $row, $first_orders[ $customer ] ?? null, $took[ (int) $row['id'] ] ?? self::NO_TIME, $inputs->ticket_cost, isset( $gaps[ (int) $row['id'] ] ) );
		}

		return $views;
	}

	/**
	 * @param array<string, string|null>                             $row
	 * @param array{seconds: int, measured: bool, cost: int|null} $time
	 */
	private static function ticket( array $row, ?string $first_order_at, array $time, int $ticket_cost, bool $unclear_article ): TicketView {
		$is_new = $row['is_new'] === '1';
		$tags   = json_decode( $row['tags'] ?? '[]', true );
		$tags   = new AgentTags( array_values( array_filter( is_array( $tags ) ? $tags : [], is_string( ... ) ) ) );

		return new TicketView(
			id: (int) $row['id'],
			message_id: (int) $row['message_id'],
			asked_at: self::seconds( (string) $row['created_at'] ),
			is_new: $is_new,
			is_ours: $row['cause'] === 'ours' || $row['held_by'] !== null,
			before_purchase: $first_order_at !== null && $row['created_at'] < $first_order_at,
			waits_for_us: in_array( $row['status'], [ 'open', 'pending' ], true ) && (string) $row['last_customer_at'] > (string) $row['last_agent_at'],
			came_while_waiting: $row['duplicate_of'] !== null,
			docs: DocsEvidence::tryFrom( (int) $row['docs_level'] ),
			docs_answered: $row['docs_answered'] === null ? null : $row['docs_answered'] === '1',
			seconds: $time['seconds'],
			cost: $time['cost'] === null ? null : $time['cost'] + ( $is_new ? $ticket_cost : 0 ),
			quote: $row['subject'] === '' ? null : OwnWords::quote( (string) $row['subject'] ),
			url: $row['url'] === '' ? null : $row['url'],
			praised: $tags->praise(),
			done_for_them: $tags->done_for_them(),
			language_gap: $row['language_gap'],
			unclear_article: $unclear_article,
			is_held: $row['cause'] !== 'ours' && $row['held_by'] !== null,
			replied_after: $row['first_customer_at'] === null || $row['first_agent_at'] === null ? null : max( 0, self::seconds( $row['first_agent_at'] ) - self::seconds( $row['first_customer_at'] ) ),
		);
	}

	private static function whole( ?string $number ): ?int {
		return $number === null ? null : (int) $number;
	}

	private static function seconds( string $time ): int {
		return Database::moment( $time )->getTimestamp();
	}
}
