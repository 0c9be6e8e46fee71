<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Cases\Lock;

/** Do not reply, since when, by whose decision, why; and where the ways past it are. Printed wherever somebody would answer. */
final class LockNotice {

	/** @param array<string, mixed> $lock `locks.lock`, its `lock`. */
	public function render( array $lock, int $customer_id ): void {
		echo '<div class="amicable-card__lock">';
		printf( '<p><strong>%s</strong> %s</p>', esc_html__( 'Please do not reply.', 'amicable' ), esc_html( self::decided( $lock ) ) );
		if ( (string) $lock['reason'] !== '' ) {
			printf( '<blockquote>%s</blockquote>', esc_html( (string) $lock['reason'] ) );
		}
		printf(
			'<p>%s <a href="%s">%s</a></p>',
			esc_html__( 'Requests about data, withdrawal and warranty, invoices, security reports, authorities and counsel, and the handing over of data are answered all the same:', 'amicable' ),
			esc_url( Url::to( 'customer', $customer_id ) ),
			esc_html__( 'ready texts', 'amicable' )
		);
		echo '</div>';
	}

	/** @param array<string, mixed> $lock */
	private static function decided( array $lock ): string {
		$day = (string) wp_date( (string) get_option( 'date_format' ), (int) strtotime( (string) $lock['since'] ) );
		$who = (string) ( $lock['who'] ?? '' ) === '' ? __( 'Amicable', 'amicable' ) : (string) $lock['who'];

		return $lock['kind'] === Lock::COUNSEL
			/* translators: 1: date, 2: name of a person. */
			? sprintf( __( 'With counsel since %1$s, decided by %2$s.', 'amicable' ), $day, $who )
			/* translators: 1: date, 2: name of a person. */
			: sprintf( __( 'The case was closed on %1$s by %2$s.', 'amicable' ), $day, $who );
	}
}
