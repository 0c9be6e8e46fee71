<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Dossier;
use DateTimeImmutable;
use wpdb;

/** What EDD keeps about an order beside its money. */
final class Dossiers {

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly OrderRecords $records,
	) {
	}

	public function of( int $order_id ): Dossier {
		$record = $this->records->of( [ $order_id ] )[0] ?? null;

		return $record === null ? new Dossier() : new Dossier( $this->facts( $record ), $this->fetched( $order_id ), $this->notices( $order_id ), $this->terms( $record ) );
	}

	/** @return list<array{string, string}> */
	private function facts( OrderRecord $record ): array {
		$facts = [
			[ __( 'Name', 'amicable' ), (string) ( $record->customer['name'] ?? '' ) ],
			[ __( 'Email', 'amicable' ), $record->text( 'email' ) ],
			[ __( 'Billing address', 'amicable' ), $this->address( $record->id() ) ],
			[ __( 'IP address', 'amicable' ), $record->text( 'ip' ) ],
			[ __( 'Number of the payment', 'amicable' ), $this->payment( $record->id() ) ],
			[ __( 'Bought', 'amicable' ), implode( ', ', array_map( static fn ( array $item ): string => (string) $item['product_name'], $record->items ) ) ],
		];

		return array_values( array_filter( $facts, static fn ( array $fact ): bool => $fact[1] !== '' ) );
	}

	private function payment( int $order_id ): string {
		return (string) ( $this->rows( "SELECT transaction_id FROM {$this->wpdb->prefix}edd_order_transactions WHERE object_type = 'order' AND object_id = %d ORDER BY id LIMIT 1", $order_id )[0]['transaction_id'] ?? '' );
	}

	private function address( int $order_id ): string {
		$row = $this->rows( "SELECT address, address2, city, region, postal_code, country FROM {$this->wpdb->prefix}edd_order_addresses WHERE order_id = %d ORDER BY id LIMIT 1", $order_id )[0] ?? [];

		return implode( ', ', array_filter( $row, static fn ( ?string $part ): bool => $part !== null && $part !== '' ) );
	}

	/** @return list<array{at: DateTimeImmutable, file: string, ip: string}> */
	private function fetched( int $order_id ): array {
		return array_map(
			static fn ( array $row ): array => [
				'at'   => OrderMapper::moment( (string) $row['date_created'] ) ?? new DateTimeImmutable( '@0' ),
				'file' => get_the_title( (int) $row['product_id'] ),
				'ip'   => (string) $row['ip'],
			],
			$this->rows( "SELECT product_id, ip, date_created FROM {$this->wpdb->prefix}edd_logs_file_downloads WHERE order_id = %d ORDER BY date_created, id", $order_id )
		);
	}

	/** @return list<array{at: DateTimeImmutable, what: string}> EDD's own list of its mails. */
	private function notices( int $order_id ): array {
		return array_map(
			static fn ( array $row ): array => [
				'at'   => OrderMapper::moment( (string) $row['date_created'] ) ?? new DateTimeImmutable( '@0' ),
				'what' => (string) $row['subject'],
			],
			$this->rows( "SELECT subject, date_created FROM {$this->wpdb->prefix}edd_logs_emails WHERE object_type = 'order' AND object_id = %d ORDER BY date_created, id", $order_id )
		);
	}

	/** @return list<array{label: string, url: string, agreed_at: ?DateTimeImmutable}> When the buyer agreed, EDD notes on the customer, not on the order. */
	private function terms( OrderRecord $record ): array {
		$agreed = array_filter( array_map( 'intval', (array) edd_get_customer_meta( (int) $record->text( 'customer_id' ), 'agree_to_terms_time', false ) ), static fn ( int $at ): bool => $at > 0 );
		$before = OrderMapper::moment( $record->text( 'date_created' ) );
		// EDD writes the shop's wall clock; an hour or a day of difference is for a person to see.
		$times = array_map( static fn ( int $at ): DateTimeImmutable => new DateTimeImmutable( "@$at" ), $agreed );
		$until = array_filter( $times, static fn ( DateTimeImmutable $at ): bool => $before === null || $at <= $before->modify( '+1 day' ) );
		$label = (string) edd_get_option( 'agree_label', '' );

		return $label === '' && $until === [] ? [] : [
			[
				'label'     => $label === '' ? __( 'Terms', 'amicable' ) : wp_strip_all_tags( $label ),
				'url'       => '',
				'agreed_at' => $until === [] ? null : max( $until ),
			],
		];
	}

	/** @return list<array<string, string|null>> */
	private function rows( string $sql, int $order_id ): array {
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( $sql, $order_id ), ARRAY_A );

		return is_array( $rows ) ? array_values( $rows ) : [];
	}
}
