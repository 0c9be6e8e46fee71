<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Projection\CurrentInputs;
use Amicable\Storage\TicketCosts;
use Closure;

/** Tickets of a customer with what they took: `customers.ticket`. */
final class TicketShape {

	/** @param Closure(): CurrentInputs $inputs */
	public function __construct(
		private readonly TicketCosts $costs,
		private readonly Closure $inputs,
	) {
	}

	/**
	 * @param list<array<string, string|null>> $rows Of one customer.
	 * @return list<array<string, mixed>>
	 */
	public function tickets( array $rows ): array {
		$inputs = ( $this->inputs )()->read();
		$sees   = current_user_can( Capability::MONEY );
		$took   = $this->costs->of( (int) ( $rows[0]['customer_id'] ?? 0 ), array_map( static fn ( array $row ): int => (int) $row['id'], $rows ), $inputs );

		return array_map(
			static function ( array $row ) use ( $took, $sees, $inputs ): array {
				$spent = $took[ (int) $row['id'] ] ?? [ 'seconds' => 0, 'measured' => false, 'cost' => 0 ];

				return self::ticket( $row ) + [
					'seconds'  => $spent['seconds'],
					'measured' => $spent['measured'],
				] + ( $sees ? [ 'money' => [ 'cost' => Shape::money( $spent['cost'], $inputs->base_currency ) ] ] : [] );
			},
			$rows
		);
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private static function ticket( array $row ): array {
		$tags = json_decode( (string) $row['tags'], true );

		return [
			'id'              => (int) $row['id'],
			'source'          => (string) $row['source'],
			'external_id'     => (string) $row['external_id'],
			'url'             => $row['url'] === '' ? null : $row['url'],
			'channel'         => (string) $row['channel'],
			'status'          => (string) $row['status'],
			'subject'         => (string) $row['subject'],
			'tags'            => is_array( $tags ) ? array_values( array_filter( $tags, is_string( ... ) ) ) : [],
			'cause'           => $row['cause'],
			'is_new'          => $row['is_new'] === '1',
			'duplicate_of'    => $row['duplicate_of'] === null ? null : (int) $row['duplicate_of'],
			'before_purchase' => $row['before_purchase'] === '1',
			'docs_answered'   => $row['docs_answered'] === null ? null : $row['docs_answered'] === '1',
			'lock_case_id'    => $row['lock_case_id'] === null ? null : (int) $row['lock_case_id'],
			'waiting_since'   => self::waits( $row ) ? Shape::time( $row['last_customer_at'] ) : null,
			'created_at'      => Shape::time( $row['created_at'] ),
			'updated_at'      => Shape::time( $row['updated_at'] ),
		];
	}

	/**
	 * The last word is the customer's.
	 *
	 * @param array<string, string|null> $row
	 */
	private static function waits( array $row ): bool {
		return $row['last_customer_at'] !== null && $row['last_customer_at'] > (string) $row['last_agent_at'] && in_array( $row['status'], [ 'open', 'pending' ], true );
	}
}
