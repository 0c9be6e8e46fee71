<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Providers\PayPalWindow;
use DateTimeImmutable;

/** The gateways whose own function pays back and leaves proof. Whatever another one took goes back by hand. */
final class Gateways {

	/** @param array<string, Gateway> $known By EDD's id. */
	public function __construct( private readonly array $known ) {
	}

	public static function of_edd(): self {
		return new self(
			[
				'stripe'          => new Stripe(),
				'paypal_commerce' => new PayPalCommerce(),
				'paypal'          => new PayPalStandard(),
			]
		);
	}

	/** It is known, set up, and has a payment to give back. */
	public function can_refund( OrderRecord $record ): bool {
		$gateway = $this->of( $record->text( 'gateway' ) );

		return $gateway !== null && $record->transaction_id() !== '' && ! $this->went_past_the_books( $record ) && ! $this->is_too_old( $record ) && $gateway->is_ready( $record );
	}

	public function of( string $id ): ?Gateway {
		return $this->known[ $id ] ?? null;
	}

	private function is_too_old( OrderRecord $record ): bool {
		return PayPalWindow::is_over( $record->text( 'gateway' ), OrderMapper::moment( $record->text( 'date_completed' ) ), new DateTimeImmutable() );
	}

	/** A provider's message about a part given back changes the status and writes no refund: nobody here knows what is left. */
	private function went_past_the_books( OrderRecord $record ): bool {
		return $record->text( 'status' ) === 'partially_refunded' && $record->refunds === [];
	}
}
