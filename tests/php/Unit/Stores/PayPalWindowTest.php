<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Stores;

use Amicable\Stores\Providers\PayPalWindow;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class PayPalWindowTest extends TestCase {

	#[TestWith( [ 'paypal_commerce', '2026-01-01', '2026-06-29', false ] )]
	#[TestWith( [ 'paypal_commerce', '2026-01-01', '2026-07-01', true ] )]
	#[TestWith( [ 'paypal', '2025-01-01', '2026-07-01', true ] )]
	#[TestWith( [ 'ppcp-gateway', '2025-01-01', '2026-07-01', true ] )]
	#[TestWith( [ 'stripe', '2025-01-01', '2026-07-01', false ] )]
	#[TestWith( [ 'paypal', null, '2026-07-01', false ] )]
	public function test_only_paypal_has_a_last_day( string $gateway, ?string $paid, string $now, bool $over ): void {
		self::assertSame( $over, PayPalWindow::is_over( $gateway, $paid === null ? null : new DateTimeImmutable( $paid ), new DateTimeImmutable( $now ) ) );
	}
}
