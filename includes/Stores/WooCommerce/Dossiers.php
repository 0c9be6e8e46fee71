<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Dossier;
use DateTimeImmutable;
use DateTimeZone;
use WC_Order;
use wpdb;

/** What WooCommerce keeps about an order beside its money. */
final class Dossiers {

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly OrderReader $orders,
		private readonly Downloads $downloads,
	) {
	}

	public function of( int $order_id ): Dossier {
		$order = $this->orders->raw( $order_id );
		if ( $order === null ) {
			return new Dossier();
		}

		return new Dossier(
			$this->facts( $order ),
			$this->fetched( $order_id ),
			$this->notices( $order_id ),
			$this->terms(),
			[
				__( 'WooCommerce keeps no list of its mails; only notes to the customer are shown.', 'amicable' ),
				__( 'WooCommerce does not write down when the terms were accepted.', 'amicable' ),
			],
		);
	}

	/** @return list<array{string, string}> */
	private function facts( WC_Order $order ): array {
		$facts = [
			[ __( 'Name', 'amicable' ), trim( $order->get_formatted_billing_full_name() ) ],
			[ __( 'Email', 'amicable' ), $order->get_billing_email() ],
			[ __( 'Phone', 'amicable' ), $order->get_billing_phone() ],
			[ __( 'Billing address', 'amicable' ), self::line( $order->get_formatted_billing_address() ) ],
			[ __( 'Shipping address', 'amicable' ), self::line( $order->get_formatted_shipping_address() ) ],
			[ __( 'IP address', 'amicable' ), $order->get_customer_ip_address() ],
			[ __( 'Browser', 'amicable' ), $order->get_customer_user_agent() ],
			[ __( 'Number of the payment', 'amicable' ), $order->get_transaction_id() ],
			[ __( 'Bought', 'amicable' ), implode( ', ', array_map( static fn ( object $item ): string => $item instanceof \WC_Order_Item ? $item->get_name() : '', array_values( $order->get_items() ) ) ) ],
		];

		return array_values( array_filter( $facts, static fn ( array $fact ): bool => $fact[1] !== '' ) );
	}

	/** @return list<array{at: DateTimeImmutable, file: string, ip: string}> */
	private function fetched( int $order_id ): array {
		$labels = [];
		foreach ( $this->downloads->of_orders( [ $order_id ] ) as $download ) {
			$labels[ (int) $download->id ] = $download->label;
		}
		if ( $labels === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $labels ), '%d' ) );
		$rows  = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT permission_id, timestamp, user_ip_address FROM {$this->wpdb->prefix}wc_download_log WHERE permission_id IN ($marks) ORDER BY timestamp, download_log_id", array_keys( $labels ) ), ARRAY_A );

		return array_map(
			static fn ( array $row ): array => [
				'at'   => new DateTimeImmutable( (string) $row['timestamp'], new DateTimeZone( 'UTC' ) ),
				'file' => $labels[ (int) $row['permission_id'] ],
				'ip'   => (string) $row['user_ip_address'],
			],
			is_array( $rows ) ? array_values( $rows ) : []
		);
	}

	/** @return list<array{at: DateTimeImmutable, what: string}> */
	private function notices( int $order_id ): array {
		$notes = wc_get_order_notes(
			[
				'order_id' => $order_id,
				'type'     => 'customer',
				'order'    => 'ASC',
			]
		);

		return array_values(
			array_map(
				static fn ( object $note ): array => [
					'at'   => OrderMapper::moment( $note->date_created ) ?? new DateTimeImmutable( '@0' ),
					'what' => wp_strip_all_tags( (string) $note->content ),
				],
				$notes
			)
		);
	}

	/** @return list<array{label: string, url: string, agreed_at: null}> */
	private function terms(): array {
		$page = wc_terms_and_conditions_page_id();

		return $page < 1 ? [] : [
			[
				'label'     => get_the_title( $page ),
				'url'       => (string) get_permalink( $page ),
				'agreed_at' => null,
			],
		];
	}

	private static function line( string $address ): string {
		return trim( wp_strip_all_tags( str_replace( [ '<br/>', '<br />', '<br>' ], ', ', $address ) ), ', ' );
	}
}
