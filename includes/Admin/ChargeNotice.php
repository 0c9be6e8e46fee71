<?php
declare( strict_types=1 );

namespace Amicable\Admin;

/** That the payment of this order is disputed, and what that means for whoever would answer about it. */
final class ChargeNotice {

	/** @param array<string, mixed> $charge `disputes.charge`. */
	public function render( array $charge, bool $may_read_evidence ): void {
		printf( '<div class="amicable-card__charge"><p><strong>%s</strong> %s</p>', esc_html( self::title( $charge ) ), esc_html( self::words( $charge ) ) );
		if ( $charge['deadline_at'] !== null ) {
			/* translators: %s: a date. */
			printf( '<p>%s</p>', esc_html( sprintf( __( 'Evidence is due by %s.', 'amicable' ), (string) wp_date( (string) get_option( 'date_format' ), (int) strtotime( (string) $charge['deadline_at'] ) ) ) ) );
		}
		if ( $may_read_evidence ) {
			printf( '<p><a href="%s">%s</a></p>', esc_url( Url::to( 'dispute', (int) $charge['dispute_id'] ) ), esc_html__( 'Evidence sheet', 'amicable' ) );
		}
		echo '</div>';
	}

	/** @param array<string, mixed> $charge */
	private static function title( array $charge ): string {
		return $charge['status'] === 'warning' ? __( 'A bank asks about this payment.', 'amicable' ) : __( 'This payment is disputed.', 'amicable' );
	}

	/** @param array<string, mixed> $charge */
	private static function words( array $charge ): string {
		return match ( true ) {
			$charge['status'] === 'warning' => __( 'Nothing is taken yet. Talk to the customer; you may settle this.', 'amicable' ),
			$charge['holds'] === true       => __( 'About this order, answer only through the dispute. Other orders are answered as ever.', 'amicable' ),
			default                         => __( 'Somebody decided to talk about it all the same.', 'amicable' ),
		};
	}
}
