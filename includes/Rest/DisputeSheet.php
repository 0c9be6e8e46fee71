<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Letters\Letter;
use Amicable\Storage\Customers;
use Amicable\Storage\DisputeTickets;
use Amicable\Storage\Letters;
use Amicable\Stores\Dossier;
use Amicable\Stores\DossierKeeper;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Store;
use Amicable\Stores\Stores;
use Closure;

/** All that speaks for the shop about one disputed charge, on one page: read now, from where it is kept. */
final class DisputeSheet {

	/**
	 * @param Closure(): Stores      $stores
	 * @param Closure(): AccessShape $access
	 */
	public function __construct(
		private readonly Closure $stores,
		private readonly Closure $access,
		private readonly Customers $customers,
		private readonly DisputeTickets $tickets,
		private readonly Letters $letters,
		private readonly FactShape $links,
	) {
	}

	/**
	 * @param array<string, string|null> $row Of the disputes.
	 * @return array<string, mixed>
	 */
	public function of( array $row ): array {
		$ref      = new OrderRef( (string) $row['store'], (int) $row['order_id'] );
		$sees     = current_user_can( Capability::MONEY );
		$store    = ( $this->stores )()->has( $ref->store ) ? ( $this->stores )()->get( $ref->store ) : null;
		$dossier  = $store instanceof DossierKeeper ? $store->dossier( $ref->id ) : new Dossier();
		$customer = $this->customers->row( (int) $row['customer_id'] ) ?? [];
		$access   = ( $this->access )()->of( [ $ref ], static fn () => new \Amicable\Stores\Keys( [], [] ), $sees );

		return [
			'id'            => (int) $row['id'],
			'status'        => (string) $row['status'],
			'source'        => (string) $row['source'],
			'external_id'   => (string) $row['external_id'],
			'reason'        => (string) $row['reason'],
			'opened_at'     => Shape::time( $row['opened_at'] ),
			'deadline_at'   => Shape::time( $row['deadline_at'] ),
			'closed_at'     => Shape::time( $row['closed_at'] ),
			'customer_id'   => (int) $row['customer_id'],
			'customer_name' => ( $customer['name'] ?? '' ) !== '' ? (string) ( $customer['name'] ?? '' ) : (string) ( $customer['email'] ?? '' ),
			'order'         => $this->order( $ref, $store, $dossier, $sees ),
			'licenses'      => array_map( self::license( ... ), $access['licenses'] ),
			'tickets'       => array_map( self::ticket( ... ), $this->tickets->of( (int) $row['customer_id'] ) ),
			...self::kept( $dossier, $this->letters->sent_to( (int) $row['customer_id'] ) ),
			'unkept'        => [ ...$dossier->unkept, ...$access['not_read'] ],
		] + ( $sees ? [
			'money' => [
				'amount' => Shape::money( $row['amount'], (string) $row['currency'] ),
				'fee'    => $row['fee'] === null ? null : Shape::money( $row['fee'], (string) ( $row['fee_currency'] ?? $row['currency'] ) ),
			],
		] : [] );
	}

	/**
	 * @param list<Letter> $letters What we sent.
	 * @return array<string, mixed>
	 */
	private static function kept( Dossier $dossier, array $letters ): array {
		$notices = [ ...$dossier->notices, ...array_map( static fn ( Letter $letter ): array => [
			'at'   => $letter->sent_at,
			'what' => $letter->subject,
		], $letters ) ];
		usort( $notices, static fn ( array $one, array $other ): int => $one['at'] <=> $other['at'] );

		return [
			'downloads' => array_map( static fn ( array $fetched ): array => [ 'at' => Shape::time( $fetched['at'] ) ] + $fetched, $dossier->fetched ),
			'notices'   => array_map( static fn ( array $notice ): array => [ 'at' => Shape::time( $notice['at'] ) ] + $notice, $notices ),
			'terms'     => array_map(
				static fn ( array $terms ): array => [
					'label'     => $terms['label'],
					'url'       => $terms['url'] === '' ? null : $terms['url'],
					'agreed_at' => Shape::time( $terms['agreed_at'] ),
				],
				$dossier->terms
			),
		];
	}

	/** @return array<string, mixed> */
	private function order( OrderRef $ref, ?Store $store, Dossier $dossier, bool $sees ): array {
		$order = $store?->order( $ref->id );

		return [
			'ref'        => $ref->to_array(),
			'number'     => $order->number ?? (string) $ref->id,
			'url'        => $this->links->order_url( $ref->store, $ref->id ),
			'status'     => $order->status ?? '',
			'gateway'    => $order === null ? '' : ( $order->gateway_title !== '' ? $order->gateway_title : $order->gateway ),
			'created_at' => Shape::time( $order?->created_at ),
			'paid_at'    => Shape::time( $order?->paid_at ),
			'facts'      => array_map(
				static fn ( array $fact ): array => [
					'label' => $fact[0],
					'value' => $fact[1],
				],
				$dossier->facts
			),
		] + ( $sees && $order !== null ? [
			'money' => [
				'total'    => $order->total->to_array(),
				'refunded' => $order->refunded->to_array(),
			],
		] : [] );
	}

	/**
	 * @param array<string, mixed> $license
	 * @return array<string, mixed>
	 */
	private static function license( array $license ): array {
		return array_intersect_key( $license, array_flip( [ 'masked', 'product', 'status', 'expires_at', 'sites' ] ) );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private static function ticket( array $row ): array {
		return [
			'id'            => (int) $row['id'],
			'subject'       => (string) $row['subject'],
			'url'           => (string) $row['url'] === '' ? null : (string) $row['url'],
			'created_at'    => Shape::time( $row['created_at'] ),
			'answers'       => (int) $row['answers'],
			'last_agent_at' => Shape::time( $row['last_agent_at'] ),
		];
	}
}
