<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use DateTimeImmutable;

/** What the practice shop calls things. */
final class PracticeWords {

	public static function status( string $status ): string {
		return match ( $status ) {
			'completed' => __( 'Completed', 'amicable' ),
			'refunded'  => __( 'Refunded', 'amicable' ),
			'pending'   => __( 'Pending payment', 'amicable' ),
			'failed'    => __( 'Failed', 'amicable' ),
			'cancelled' => __( 'Canceled', 'amicable' ),
			'active'    => __( 'Active', 'amicable' ),
			'inactive'  => __( 'Inactive', 'amicable' ),
			'expired'   => __( 'Expired', 'amicable' ),
			'disabled'  => __( 'Disabled', 'amicable' ),
			default     => $status,
		};
	}

	public static function day( DateTimeImmutable $at ): string {
		$day = wp_date( (string) get_option( 'date_format' ), $at->getTimestamp() );

		return $day === false ? '' : $day;
	}
}
