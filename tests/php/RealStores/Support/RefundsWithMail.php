<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Amicable\Mode;
use Amicable\Plugin;

/** A refund over REST that ends with a receipt, and the mails that the buyer got. */
trait RefundsWithMail {

	/** @return list<string> Subjects of what the buyer got. */
	protected function mails_of_a_refund( string $store, int $order, bool $hold ): array {
		$this->as_role( 'administrator' );
		$graph = Plugin::instance()->graph( Mode::Live );
		$graph->importer()->slice( $store, 60.0 );
		$before  = count( $this->outbox->mails );
		$request = [
			'customer_id' => (int) $graph->identity()->find_by_email( 'buyer@example.com' ),
			'kind'        => 'refund',
			'scope'       => [ 'orders' => [ [ 'store' => $store, 'id' => $order ] ] ],
		];
		$plan    = $this->json( $this->rest( 'POST', '/offboardings/plan', $request ) );
		$answer  = $this->rest( 'POST', '/offboardings', [ ...$request, 'plan_hash' => $plan['hash'], 'confirm_orders' => 1, 'confirm_totals' => $plan['totals'], 'receipt' => true, 'hold_mails' => $hold ], [ 'Idempotency-Key' => wp_generate_uuid4() ] );
		self::assertSame( 202, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		$run = $this->json( $answer );
		for ( $turn = 0; $turn < 20 && $run['state'] !== 'completed'; $turn++ ) {
			$run = $this->json( $this->rest( 'POST', "/offboardings/{$run['id']}/run" ) );
		}
		self::assertSame( 'completed', $run['state'], (string) wp_json_encode( $run ) );
		$to_the_buyer = array_filter( array_slice( $this->outbox->mails, $before ), static fn ( array $mail ): bool => str_contains( is_array( $mail['to'] ) ? implode( ',', $mail['to'] ) : $mail['to'], 'buyer@example.com' ) );

		return array_values( array_column( $to_the_buyer, 'subject' ) );
	}
}
