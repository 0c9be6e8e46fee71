<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract\Sample;

use Amicable\Licensing\LicenseManager;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Contract\LicenseManagerContract;

final class SampleLicensesTest extends LicenseManagerContract {

	use PracticeGraph;

	protected function manager(): LicenseManager {
		return $this->practice()->sample()->licenses;
	}

	protected function a_license( array $spec = [] ): string {
		$order = $this->a_sample_order( [ 'email' => strtolower( wp_generate_password( 10, false ) ) . '@example.com' ] );

		return (string) $this->practice()->sample()->access->add_license(
			[
				'order_id'    => $order,
				'license_key' => strtoupper( wp_generate_password( 20, false ) ),
				'product'     => 'Harborline Forms',
				'status'      => 'active',
				'expires_at'  => $spec['lifetime'] ?? false ? null : '2099-01-01 00:00:00',
			],
			$spec['sites'] ?? []
		);
	}

	protected function order_of( string $license_id ): OrderRef {
		return new OrderRef( 'sample', (int) $this->row( $license_id )['order_id'] );
	}

	protected function keys_of( string $license_id ): Keys {
		return new Keys( [], [ (string) $this->practice()->sample()->rows->orders( [ $this->order_of( $license_id )->id ] )[0]['email'] ] );
	}

	protected function key_of( string $license_id ): string {
		return (string) $this->row( $license_id )['license_key'];
	}

	protected function takes_a_new_site( string $license_id, string $site ): bool {
		return $this->practice()->sample()->access->activate_site( $this->key_of( $license_id ), $site );
	}

	protected function delete_license( string $license_id ): void {
		$this->practice()->sample()->access->delete_license( (int) $license_id );
	}

	public function test_a_license_that_was_renewed_hangs_on_both_orders(): void {
		$id      = $this->a_license();
		$renewal = $this->a_sample_order( [ 'parent_id' => $this->order_of( $id )->id ] );

		$found = $this->manager()->licenses_of( [ new OrderRef( 'sample', $renewal ) ], new Keys( [], [] ) );

		self::assertCount( 1, $found );
		self::assertEquals( [ $this->order_of( $id ), new OrderRef( 'sample', $renewal ) ], $found[0]->orders );
	}

	/** @return array<string, string|null> */
	private function row( string $license_id ): array {
		return $this->practice()->sample()->access->license( (int) $license_id ) ?? [];
	}
}
