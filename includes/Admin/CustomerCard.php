<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Rest\Words;
use Amicable\Values\Money;

/**
 * What somebody has to know of a customer within a minute, printed by PHP from `customers.row`: no script, no request.
 * What is not known says so; it is never shown as zero.
 */
final class CustomerCard {

	/**
	 * @param array<string, mixed>      $customer `customers.row`, with `money` only for those who may see it.
	 * @param array<string, mixed>|null $lock     Set: nobody answers this customer in the ordinary way.
	 */
	public function render( array $customer, ?array $lock = null ): void {
		printf( '<p class="amicable-card__name"><a href="%s">%s</a></p>', esc_url( Url::to( 'customer', (int) $customer['id'] ) ), esc_html( (string) $customer['name'] ) );
		if ( $lock !== null ) {
			( new LockNotice() )->render( $lock, (int) $customer['id'] );
		}
		$this->tier( $customer['tier'] );
		if ( $lock === null ) {
			$this->advice( $customer );
		}
		$this->may_give( $customer );
		echo '<dl class="amicable-card__figures">';
		foreach ( $this->figures( $customer ) as $name => $value ) {
			printf( '<div><dt>%s</dt><dd>%s</dd></div>', esc_html( $name ), esc_html( $value ?? __( 'unknown', 'amicable' ) ) );
		}
		echo '</dl>';
		$this->since( $customer['money']['support_known_since'] ?? null );
		$this->flags( $customer['flags'] );
	}

	/** Beside any cost: what came before that day is not in it. */
	private function since( ?string $moment ): void {
		if ( $moment !== null ) {
			/* translators: %s: date. */
			printf( '<p class="amicable-card__since">%s</p>', esc_html( sprintf( __( 'Support known since %s.', 'amicable' ), wp_date( (string) get_option( 'date_format' ), (int) strtotime( $moment ) ) ) ) );
		}
	}

	/**
	 * @param array<string, mixed> $customer
	 * @return array<string, string|null> Name => text; null where it is not known.
	 */
	private function figures( array $customer ): array {
		$money = $customer['money'] ?? null;

		return ( $money === null ? [] : $this->money( $money ) ) + [
			__( 'Tickets', 'amicable' )      => number_format_i18n( $customer['tickets'] ),
			__( 'Support time', 'amicable' ) => $this->time( $customer['minutes'], $customer['minutes_estimated_share'] ),
		];
	}

	/**
	 * @param array<string, mixed> $money
	 * @return array<string, string|null>
	 */
	private function money( array $money ): array {
		$paid = array_map( self::amount( ... ), $money['paid'] );
		$cost = self::amount( $money['support_cost'] );

		return [
			__( 'Paid', 'amicable' )         => $paid === [] ? null : implode( ' · ', $paid ),
			__( 'Support cost', 'amicable' ) => $this->signed( $cost, $money ),
			__( 'Cost to paid', 'amicable' ) => $this->signed( $this->ratio( $money['ratio'] ), $money ),
			__( 'Margin', 'amicable' )       => $this->signed( self::amount( $money['margin'] ), $money, '≤ ' ),
		];
	}

	/**
	 * @param array<string, mixed> $money
	 * @param string               $from_late Where support is known only from later on: cost is at least this, what is left at most.
	 */
	private function signed( ?string $text, array $money, string $from_late = '≥ ' ): ?string {
		return match ( true ) {
			$text === null              => null,
			$money['at_least'] === true    => $from_late . $text,
			$money['approximate'] === true => '≈ ' . $text,
			default                     => $text,
		};
	}

	/** Cut to one decimal, never rounded up: nobody looks dearer than they are. */
	private function ratio( ?int $millionths ): ?string {
		/* translators: %s: number. So many times. */
		return $millionths === null ? null : sprintf( __( '%s×', 'amicable' ), number_format_i18n( intdiv( $millionths, 100_000 ) / 10, 1 ) );
	}

	private function time( int $minutes, ?int $estimated_share ): string {
		/* translators: 1: hours, 2: minutes. */
		$text = sprintf( __( '%1$d h %2$d min', 'amicable' ), intdiv( $minutes, 60 ), $minutes % 60 );

		return $estimated_share === null || $estimated_share === 0 ? $text : sprintf(
			/* translators: 1: a duration, 2: a percentage. */
			__( '%1$s (%2$d %% estimated)', 'amicable' ),
			$text,
			$estimated_share
		);
	}

	/** @param array<string, mixed> $customer */
	private function advice( array $customer ): void {
		$line = match ( true ) {
			$customer['blocked'] === true                                        => __( 'Parted ways. Please do not answer; rights requests, invoices and security reports go on.', 'amicable' ),
			( $customer['case']['stage'] ?? null ) === 'counsel'                 => __( 'With counsel. Do not answer about this yourself.', 'amicable' ),
			in_array( $customer['tier'], [ 'high_value' ], true )                => __( 'Be generous.', 'amicable' ),
			in_array( 'docs_questions', array_column( $customer['flags'], 'pattern' ), true ) => __( 'Answer with a link to the docs, and leave the last step to them.', 'amicable' ),
			default                                                             => null,
		};
		if ( $line !== null ) {
			printf( '<p class="amicable-card__advice">%s</p>', esc_html( $line ) );
		}
	}

	/** Good news, in words that stand before everything else. */
	private function tier( ?string $tier ): void {
		if ( $tier !== null ) {
			printf( '<p class="amicable-card__tier amicable-card__tier--%s">%s</p>', esc_attr( $tier ), esc_html( Words::pattern( $tier ) ) );
		}
	}

	/**
	 * Only for those who may see money, and not to whom nothing is given any more.
	 *
	 * @param array<string, mixed> $customer
	 */
	private function may_give( array $customer ): void {
		$most = self::amount( $customer['money']['may_give'] ?? null );
		if ( $most === null || $customer['blocked'] === true ) {
			return;
		}
		$most = $customer['money']['approximate'] === true ? '≈ ' . $most : $most;
		$text = $customer['money']['at_least'] === true
			/* translators: %s: amount of money. */
			? __( 'You can give up to %s and still profit, as far as support is known.', 'amicable' )
			/* translators: %s: amount of money. */
			: __( 'You can give up to %s and still profit.', 'amicable' );
		printf( '<p class="amicable-card__give">%s</p>', esc_html( sprintf( $text, $most ) ) );
	}

	/** @param list<array<string, mixed>> $flags */
	private function flags( array $flags ): void {
		if ( $flags === [] ) {
			return;
		}
		printf( '<ul class="amicable-card__flags" aria-label="%s">', esc_attr__( 'Patterns', 'amicable' ) );
		foreach ( $flags as $flag ) {
			$level = $flag['level'] === 'flag' ? __( 'needs a look', 'amicable' ) : __( 'watch', 'amicable' );
			printf( '<li>%s <span class="amicable-card__level">(%s)</span></li>', esc_html( Words::pattern( (string) $flag['pattern'] ) ), esc_html( $level ) );
		}
		echo '</ul>';
	}

	/** @param array{minor: int, currency: string}|null $money */
	private static function amount( ?array $money ): ?string {
		return $money === null ? null : MoneyText::of( new Money( $money['minor'], $money['currency'] ) );
	}
}
