<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults\Sample;

use Amicable\Tests\Integration\Runs\RenewalClockTestCase;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\Group;

/** The sample shop charges nobody, so its list of renewals that are due stands for that. */
#[Group( 'faults' )]
final class RenewalClockTest extends RenewalClockTestCase {

	public function test_nobody_who_left_is_charged_again(): void {
		$this->compare_all( 'renewals' );
	}

	protected function a_subscriber( string $email ): array {
		$order = $this->order( [ 'email' => $email ] );

		return [ $order, $this->subscription( $order ) ];
	}

	protected function charges_until( DateTimeImmutable $until ): array {
		$due = $this->graph->sample()->access->renewals( $until, 0, 1000 );

		return array_fill_keys( array_map( static fn ( array $row ): string => (string) $row['id'], $due ), 1 );
	}
}
