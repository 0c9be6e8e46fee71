<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Rest\AccessShape;
use Amicable\Rest\CustomerDetail;
use Amicable\Rest\EvidenceShape;
use Amicable\Rest\Schema;
use Amicable\Storage\Coverage;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use Amicable\Tests\Integration\Runs\RunsTestCase;
use RuntimeException;

/** A customer's page while systems of others break, and what it costs to read. */
final class CustomerDetailTest extends RunsTestCase {

	public function test_a_license_plugin_that_breaks_is_named_and_the_rest_is_there(): void {
		$order = $this->order();
		$this->license( $order );
		$this->subscription( $order );
		$broken = new AccessShape( [ $this->broken_system(), ...$this->graph->license_managers() ], $this->graph->subscription_managers() );

		$detail = $this->detail( $broken )->of( $this->customer_of( $order ) );

		self::assertSame( [ 'The licenses in Broken Keys could not be read.' ], $detail['not_read'] );
		self::assertSame( [ 1, 1 ], [ count( $detail['licenses'] ), count( $detail['subscriptions'] ) ] );
		self::assertSame( [], ( new Schema() )->errors( 'customers.detail', json_decode( (string) wp_json_encode( $detail ) ) ) );
	}

	public function test_what_can_be_read_is_not_said_to_be_missing(): void {
		$order = $this->order();

		self::assertSame( [], $this->graph->customer_detail()->of( $this->customer_of( $order ) )['not_read'] );
	}

	public function test_thirty_orders_cost_no_more_queries_than_three(): void {
		self::assertSame( $this->queries_for( 3 ), $this->queries_for( 30 ) );
	}

	private function queries_for( int $orders ): int {
		global $wpdb;
		for ( $number = 0; $number < $orders; $number++ ) {
			$order = $this->order( [ 'email' => "buyer-$orders@example.com" ] );
			$this->license( $order );
		}
		$this->subscription( $order );
		$customer = $this->customer_of( $order );
		wp_cache_flush();
		$before = $wpdb->num_queries;
		self::assertCount( $orders, $this->graph->customer_detail()->of( $customer )['licenses'] );

		return $wpdb->num_queries - $before;
	}

	private function detail( AccessShape $access ): CustomerDetail {
		return new CustomerDetail( $this->graph->customer_rows(), $this->graph->accounts(), $this->graph->customer_shape(), $this->graph->flags(), $this->graph->order_facts(), $this->graph->keyring(), $access, new EvidenceShape( $this->graph->findings() ), new Coverage( $this->graph->database() ), $this->graph->settings(), $this->graph->lock_shape() );
	}

	private function broken_system(): LicenseManager {
		return new class() implements LicenseManager {

			public function id(): string {
				return 'broken';
			}

			public function label(): string {
				return 'Broken Keys';
			}

			/** @param list<OrderRef> $orders */
			public function licenses_of( array $orders, Keys $keys ): array {
				throw new RuntimeException( 'Its table is gone.' );
			}

			public function license( string $id ): ?License {
				return null;
			}

			public function search( string $text ): array {
				throw new RuntimeException( 'Its table is gone.' );
			}

			public function deactivate( string $license_id, string $activation_id ): Result {
				return Result::already();
			}

			public function disable( string $license_id ): Result {
				return Result::already();
			}

			/** @param list<OrderRef> $orders */
			public function obligations( array $orders, Keys $keys ): array {
				return [];
			}
		};
	}
}
