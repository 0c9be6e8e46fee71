<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Amicable\Stores\EasyDigitalDownloads\Precision;
use Amicable\Values\Money;
use PHPUnit\Framework\Attributes\Before;
use RuntimeException;

/** Orders of the real Easy Digital Downloads, made through its own functions. */
trait MakesEddOrders {

	private const EDD_STATES = [ 'paid' => 'complete', 'unpaid' => 'pending', 'disputed' => 'complete' ];

	#[Before]
	public function open_the_edd_shop(): void {
		Bank::open();
		EddProviders::open();
		edd_update_option( 'currency', 'USD' );
		edd_update_option( 'test_mode', false );
	}

	/** @param array{currency?: string, total?: int, tax?: int, shipping?: int, email?: string, user_id?: int, state?: string, refunds?: list<int>, gateway?: string, downloads?: int, free?: bool, rate?: float, mode?: string, age_days?: int} $spec */
	protected function an_order( array $spec = [] ): int {
		$currency = $spec['currency'] ?? 'USD';
		$id       = Precision::of( $currency, fn (): int => $this->made_order( $spec, $currency ) );
		foreach ( $spec['refunds'] ?? [] as $minor ) {
			$this->refund_elsewhere( $id, $minor );
		}

		return $id;
	}

	/** As somebody would in EDD's own screen, without the gateway: parts of the items and fees that sum up to the amount. */
	protected function refund_elsewhere( int $order_id, int $minor ): void {
		$order    = edd_get_order( $order_id );
		$currency = $order->currency;
		$override = static fn (): bool => true;
		add_filter( 'edd_is_order_refundable_by_override', $override );
		$refund = Precision::of( $currency, fn (): mixed => edd_refund_order( $order_id, ...$this->parts_of( $order, $minor, $currency ) ) );
		remove_filter( 'edd_is_order_refundable_by_override', $override );
		if ( is_wp_error( $refund ) ) {
			throw new RuntimeException( $refund->get_error_message() );
		}
	}

	protected function delete_order( int $order_id ): void {
		edd_destroy_order( $order_id );
	}

	protected function paid_out( int $order_id ): int {
		$order    = edd_get_order( $order_id );
		$currency = $order === false || $order === null ? 'USD' : $order->currency;

		return array_sum( array_map( static fn ( string $amount ): int => Money::from_decimal( $amount, $currency )->minor, Bank::payouts( $order_id ) ) );
	}

	protected function a_product( string $name = 'Plugin', float $price = 49.0, bool $has_file = false ): int {
		$id = wp_insert_post(
			[
				'post_type'   => 'download',
				'post_status' => 'publish',
				'post_title'  => $name,
			]
		);
		update_post_meta( $id, 'edd_price', $price );
		if ( $has_file ) {
			update_post_meta( $id, 'edd_download_files', [ 1 => [ 'index' => 0, 'name' => 'The file', 'file' => 'https://example.org/plugin.zip', 'condition' => 'all' ] ] );
		}

		return $id;
	}

	/** As EDD's checkout does: the account's customer, else the address's, else a new one. */
	protected function a_customer( string $email, int $user_id = 0 ): int {
		$known = $user_id > 0 ? edd_get_customer_by( 'user_id', $user_id ) : edd_get_customer_by( 'email', $email );
		if ( $known ) {
			if ( ! in_array( strtolower( $email ), array_map( 'strtolower', $known->emails ), true ) ) {
				edd_add_customer_email_address( [ 'customer_id' => $known->id, 'email' => $email, 'type' => 'secondary' ] );
			}

			return (int) $known->id;
		}

		return (int) edd_add_customer(
			[
				'email'   => $email,
				'name'    => 'Robin Doe',
				'user_id' => $user_id,
			]
		);
	}

	/** @param array<string, mixed> $spec */
	private function made_order( array $spec, string $currency ): int {
		$total    = $spec['total'] ?? 4900;
		$tax      = $spec['tax'] ?? 0;
		$shipping = $spec['shipping'] ?? 0;
		$at       = gmdate( 'Y-m-d H:i:s', time() - ( $spec['age_days'] ?? 0 ) * DAY_IN_SECONDS - 2 * HOUR_IN_SECONDS );
		$status   = self::EDD_STATES[ $spec['state'] ?? 'paid' ] ?? (string) $spec['state'];
		$was_paid = ! in_array( $status, [ 'pending', 'failed', 'abandoned', 'processing' ], true );
		$decimal  = static fn ( int $minor ): string => ( new Money( $minor, $currency ) )->to_decimal();
		$email    = $spec['email'] ?? 'buyer@example.com';
		$order    = (int) edd_add_order(
			[
				'status'           => $status,
				'type'             => 'sale',
				'email'            => $email,
				'user_id'          => $spec['user_id'] ?? 0,
				'customer_id'      => $this->a_customer( $email, $spec['user_id'] ?? 0 ),
				'gateway'          => EddProviders::gateway( $spec['gateway'] ?? 'ok' ),
				'mode'             => $spec['mode'] ?? 'live',
				'currency'         => $currency,
				'rate'             => $spec['rate'] ?? 1.0,
				'payment_key'      => wp_generate_uuid4(),
				'subtotal'         => $decimal( $total - $tax - $shipping ),
				'tax'              => $decimal( $tax ),
				'total'            => $decimal( $total ),
				'date_created'     => $at,
				'date_completed'   => $was_paid ? $at : null,
				'date_actions_run' => $was_paid ? $at : null,
			]
		);
		$this->add_item( $order, $decimal( $total - $tax - $shipping ), $decimal( $tax ), $was_paid ? 'complete' : 'pending', 0 );
		for ( $n = 1; $n <= ( $spec['downloads'] ?? 0 ); $n++ ) {
			$this->add_item( $order, '0', '0', 'complete', $n, $this->a_product( 'File', 0.0, true ) );
		}
		if ( $spec['free'] ?? false ) {
			$this->add_item( $order, '0', '0', 'complete', 9 );
		}
		if ( $shipping > 0 ) {
			edd_add_order_adjustment( [ 'object_id' => $order, 'object_type' => 'order', 'type' => 'fee', 'type_key' => 'simple_shipping_cost', 'description' => 'Shipping', 'subtotal' => $decimal( $shipping ), 'tax' => '0', 'total' => $decimal( $shipping ) ] );
		}
		if ( $was_paid ) {
			edd_add_order_transaction( [ 'object_id' => $order, 'object_type' => 'order', 'transaction_id' => EddProviders::transaction( $order, $spec['gateway'] ?? 'ok' ), 'gateway' => EddProviders::gateway( $spec['gateway'] ?? 'ok' ), 'status' => 'complete', 'total' => $decimal( $total ) ] );
		}
		if ( ( $spec['state'] ?? '' ) === 'disputed' ) {
			edd_record_order_dispute( $order, 'dp_1', 'fraudulent' );
		}

		return $order;
	}

	protected function add_item( int $order_id, string $subtotal, string $tax, string $status = 'complete', int $index = 0, ?int $product = null ): int {
		return (int) edd_add_order_item(
			[
				'order_id'     => $order_id,
				'product_id'   => $product ?? $this->a_product(),
				'product_name' => 'Plugin',
				'cart_index'   => $index,
				'type'         => 'download',
				'status'       => $status,
				'quantity'     => 1,
				'amount'       => $subtotal,
				'subtotal'     => $subtotal,
				'tax'          => $tax,
				'total'        => (string) ( (float) $subtotal + (float) $tax ),
			]
		);
	}

	/** @return array{list<array<string, mixed>>, list<array<string, mixed>>} */
	private function parts_of( object $order, int $minor, string $currency ): array {
		$left  = $minor;
		$lists = [ [], [] ];
		foreach ( [ [ $order->get_items(), 'order_item_id' ], [ $order->get_fees(), 'adjustment_id' ] ] as $kind => [ $things, $id ] ) {
			foreach ( $things as $thing ) {
				$most = $thing->get_refundable_amounts();
				$take = min( $left, Money::from_decimal( (string) $most['total'], $currency )->minor );
				$tax  = min( $take, (int) round( Money::from_decimal( (string) $most['tax'], $currency )->minor * $take / max( 1, Money::from_decimal( (string) $most['total'], $currency )->minor ) ) );
				if ( $take <= 0 ) {
					continue;
				}

				$lists[ $kind ][] = [ $id => $thing->id, 'quantity' => 1, 'subtotal' => ( new Money( $take - $tax, $currency ) )->to_decimal(), 'tax' => ( new Money( $tax, $currency ) )->to_decimal(), 'total' => ( new Money( $take, $currency ) )->to_decimal() ];
				$left            -= $take;
			}
		}

		return $lists;
	}
}
