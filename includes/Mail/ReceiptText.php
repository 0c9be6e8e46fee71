<?php
declare( strict_types=1 );

namespace Amicable\Mail;

use Amicable\Admin\MoneyText;

/** The receipt in the customer's language, as plain text. */
final class ReceiptText {

	public function __construct( private readonly Language $language ) {
	}

	/** @return array{subject: string, text: string} */
	public function write( Receipt $receipt ): array {
		return $this->language->in(
			$receipt->locale,
			fn (): array => [
				/* translators: %s: name of the shop. To a customer. */
				'subject' => sprintf( __( 'Your refund from %s', 'amicable' ), self::shop() ),
				'text'    => implode( "\n\n", array_filter( $this->paragraphs( $receipt ), static fn ( string $paragraph ): bool => $paragraph !== '' ) ) . "\n",
			]
		);
	}

	/** @return list<string> */
	private function paragraphs( Receipt $receipt ): array {
		return [
			$this->greeting( $receipt->name ),
			$this->money( $receipt ),
			$this->ended( $receipt ),
			__( 'If anything here looks wrong to you, just answer this mail.', 'amicable' ),
			self::shop(),
		];
	}

	private function greeting( string $name ): string {
		if ( $name === '' ) {
			return __( 'Hi there,', 'amicable' );
		}

		/* translators: %s: name of a customer. To a customer; must not depend on gender or rank. */
		return sprintf( __( 'Hi %s,', 'amicable' ), $name );
	}

	private function money( Receipt $receipt ): string {
		if ( $receipt->lines === [] ) {
			return '';
		}
		$lines = array_map( fn ( ReceiptLine $line ): string => '- ' . $this->line( $line, $receipt->locale ), $receipt->lines );
		$paid  = array_filter( $receipt->lines, static fn ( ReceiptLine $line ): bool => $line->state === ReceiptLine::PAID );

		return implode( "\n", [ __( 'This is what we give back to you:', 'amicable' ), ...$lines ] ) . ( $paid === [] ? '' : "\n\n" . __( 'Until your bank or card shows it, a few days may pass.', 'amicable' ) );
	}

	private function line( ReceiptLine $line, string $locale ): string {
		$amount = MoneyText::of( $line->amount, $locale );

		return match ( $line->state ) {
			/* translators: 1: order number, 2: amount of money, 3: way of payment such as "Credit card", 4: date. To a customer. */
			ReceiptLine::PAID    => sprintf( __( 'Order %1$s: %2$s, by %3$s, on %4$s', 'amicable' ), $line->number, $amount, $line->method, $line->day === null ? '' : Language::day( $line->day, $locale ) ),
			/* translators: 1: order number, 2: amount of money. To a customer. */
			ReceiptLine::BY_HAND => sprintf( __( 'Order %1$s: %2$s, which we send to you ourselves, not by the way you paid', 'amicable' ), $line->number, $amount ),
			/* translators: 1: order number, 2: amount of money. To a customer. */
			default              => sprintf( __( 'Order %1$s: %2$s, not paid yet; we are looking into it', 'amicable' ), $line->number, $amount ),
		};
	}

	private function ended( Receipt $receipt ): string {
		$sentences = [];
		if ( $receipt->subscriptions !== [] ) {
			/* translators: %s: names of subscriptions. To a customer. */
			$sentences[] = sprintf( __( 'These subscriptions have ended and take no further payment: %s.', 'amicable' ), implode( ', ', $receipt->subscriptions ) );
		}
		if ( $receipt->licenses !== [] ) {
			/* translators: %s: masked license keys. To a customer. */
			$sentences[] = sprintf( __( 'These licenses have ended: %s.', 'amicable' ), implode( ', ', $receipt->licenses ) );
			/* translators: %s: date. To a customer. */
			$sentences[] = $receipt->keep_using ? sprintf( __( 'You may keep using the version you have; updates and support end on %s.', 'amicable' ), Language::day( $receipt->day, $receipt->locale ) ) : '';
		}

		return implode( "\n", array_filter( $sentences, static fn ( string $sentence ): bool => $sentence !== '' ) );
	}

	private static function shop(): string {
		return wp_specialchars_decode( (string) get_option( 'blogname' ), ENT_QUOTES );
	}
}
