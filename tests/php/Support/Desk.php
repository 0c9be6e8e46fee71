<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
use DateTimeImmutable;

/** A help desk and a shop beside it: tickets as desks deliver them, and orders as stores read them. */
final class Desk {

	public const SOURCE = 'help-desk';

	/** Seconds since the epoch that all times of one test hang on. */
	public readonly int $now;

	public function __construct() {
		$this->now = time();
	}

	/** UTC in RFC 3339, so many seconds ago. */
	public function ago( int $seconds ): string {
		return gmdate( 'Y-m-d\TH:i:s\Z', $this->now - $seconds );
	}

	/**
	 * A ticket with one question, answered an hour later.
	 *
	 * @param array<string, mixed> $over
	 * @return array<string, mixed>
	 */
	public function ticket( string $id, int $seconds_ago, array $over = [] ): array {
		return array_merge( [
			'external_id' => $id,
			'channel'     => 'email',
			'status'      => 'closed',
			'subject'     => "Question $id " . md5( $id ),
			'requester'   => [ 'email' => 'maya@example.com', 'name' => 'Maya' ],
			'created_at'  => $this->ago( $seconds_ago ),
			'updated_at'  => $this->ago( max( 0, $seconds_ago - 3600 ) ),
			'messages'    => [
				$this->says( 'customer', "$id-1", $seconds_ago, "Where do I find setting $id?" ),
				$this->says( 'agent', "$id-2", max( 0, $seconds_ago - 3600 ), 'Here you are.' ),
			],
		], $over );
	}

	/** @return array{external_id: string, kind: string, at: string, text: string} */
	public function says( string $kind, string $id, int $seconds_ago, string $text = 'Hello' ): array {
		return [ 'external_id' => $id, 'kind' => $kind, 'at' => $this->ago( $seconds_ago ), 'text' => $text ];
	}

	/**
	 * So many questions, two hours apart, that the docs answer.
	 *
	 * @param array<string, mixed> $over
	 * @return list<array<string, mixed>>
	 */
	public function questions( int $count, array $over = [] ): array {
		return array_map( fn ( int $i ): array => $this->ticket( "Q-$i", 86400 + ( $count - $i ) * 7200, [ 'tags' => [ 'in-docs' ], ...$over ] ), range( 1, $count ) );
	}

	/** Somebody bought something, paid in full. Gives back the customer. */
	public function sale( string $email, int $minor, int $days_ago, int $id = 1, ?int $refunded = null ): int {
		$usd   = static fn ( int $amount ): Money => new Money( $amount, 'USD' );
		$at    = new DateTimeImmutable( '@' . ( $this->now - $days_ago * 86400 ) );
		$order = new Order( new OrderRef( 'sample', $id ), (string) $id, 0, $email, 'Maya', 'completed', true, $usd( $minor ), $usd( 0 ), $usd( 0 ), $usd( $refunded ?? 0 ), $usd( 0 ), $usd( 0 ), null, 'toy', 'Toy', true, null, 'none', 'sale', $at, $at );
		$graph = self::graph();
		$owner = $graph->identity()->for_order( $order );
		$graph->order_facts()->save( $order, $owner['customer_id'], $owner['key_id'] );
		$graph->projector()->project( $owner['customer_id'] );

		return $owner['customer_id'];
	}

	public static function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}

	/** @return list<array<string, string|null>> */
	public static function rows( string $table, string $columns = '*' ): array {
		return self::graph()->database()->rows( "SELECT $columns FROM " . self::graph()->database()->table( $table ) . ' ORDER BY 1' );
	}
}
