<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Disputes;

use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Providers\PayPalDispute;
use Amicable\Stores\Providers\StripeDispute;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Stripe's and PayPal's events as their documentation has them. */
final class ProviderWordsTest extends TestCase {

	/** @return iterable<string, array{string, string, DisputeStatus|null}> */
	public static function stripe_words(): iterable {
		yield 'opened' => [ 'charge.dispute.created', 'needs_response', DisputeStatus::Open ];
		yield 'answered' => [ 'charge.dispute.updated', 'under_review', DisputeStatus::Open ];
		yield 'inquiry' => [ 'charge.dispute.created', 'warning_needs_response', DisputeStatus::Warning ];
		yield 'inquiry answered' => [ 'charge.dispute.updated', 'warning_under_review', DisputeStatus::Warning ];
		yield 'inquiry closed' => [ 'charge.dispute.closed', 'warning_closed', DisputeStatus::Won ];
		yield 'won' => [ 'charge.dispute.closed', 'won', DisputeStatus::Won ];
		yield 'lost' => [ 'charge.dispute.closed', 'lost', DisputeStatus::Lost ];
		yield 'money taken' => [ 'charge.dispute.funds_withdrawn', 'needs_response', DisputeStatus::Open ];
		yield 'a status of tomorrow' => [ 'charge.dispute.updated', 'sleeping', null ];
		yield 'early fraud warning' => [ 'radar.early_fraud_warning.created', '', DisputeStatus::Warning ];
		yield 'review' => [ 'review.opened', '', DisputeStatus::Warning ];
		yield 'review ended' => [ 'review.closed', '', DisputeStatus::Won ];
		yield 'a refund' => [ 'charge.refunded', 'succeeded', null ];
	}

	#[DataProvider( 'stripe_words' )]
	public function test_stripe( string $type, string $status, ?DisputeStatus $means ): void {
		self::assertSame( $means, StripeDispute::read( self::stripe( $type, $status ), 'woocommerce', 'stripe' )?->status );
	}

	public function test_stripe_says_when_how_much_and_until_when(): void {
		$order = new OrderRef( 'woocommerce', 7 );
		$news  = StripeDispute::read( self::stripe( 'charge.dispute.created', 'needs_response' ), 'woocommerce', 'stripe', $order );

		self::assertNotNull( $news );
		self::assertSame( [ 'du_1', 'evt_1', 'ch_1', 'product_not_received', $order ], [ $news->external_id, $news->event_id, $news->charge, $news->reason, $news->order ] );
		self::assertSame( [ 4900, 'USD', 1500, 'EUR' ], [ $news->amount?->minor, $news->amount?->currency, $news->fee?->minor, $news->fee?->currency ] );
		self::assertSame( [ 2_000, 1_000, 9_000 ], [ $news->happened_at->getTimestamp(), $news->opened_at?->getTimestamp(), $news->deadline_at?->getTimestamp() ] );
	}

	public function test_a_fee_that_came_back_is_none(): void {
		$event = self::stripe( 'charge.dispute.closed', 'won' );
		$event['data']['object']['balance_transactions'][] = [ 'fee' => -1500, 'currency' => 'eur' ];

		self::assertSame( 0, StripeDispute::read( $event, 'edd', 'stripe' )?->fee?->minor );
	}

	public function test_before_the_money_is_taken_the_fee_is_not_known(): void {
		$event = self::stripe( 'charge.dispute.created', 'needs_response' );
		$event['data']['object']['balance_transactions'] = [];

		self::assertNull( StripeDispute::read( $event, 'edd', 'stripe' )?->fee );
	}

	/** @return iterable<string, array{array<string, mixed>, DisputeStatus}> */
	public static function paypal_words(): iterable {
		yield 'inquiry' => [ [ 'status' => 'OPEN', 'dispute_life_cycle_stage' => 'INQUIRY' ], DisputeStatus::Warning ];
		yield 'claim' => [ [ 'status' => 'WAITING_FOR_SELLER_RESPONSE', 'dispute_life_cycle_stage' => 'CHARGEBACK' ], DisputeStatus::Open ];
		yield 'lost' => [ self::resolved( 'RESOLVED_BUYER_FAVOUR' ), DisputeStatus::Lost ];
		yield 'won' => [ self::resolved( 'RESOLVED_SELLER_FAVOUR' ), DisputeStatus::Won ];
		yield 'withdrawn' => [ self::resolved( 'CANCELED_BY_BUYER' ), DisputeStatus::Won ];
		yield 'resolved, nobody says how' => [ self::resolved( 'NONE' ), DisputeStatus::Open ];
	}

	/** @param array<string, mixed> $dispute */
	#[DataProvider( 'paypal_words' )]
	public function test_paypal( array $dispute, DisputeStatus $means ): void {
		$news = PayPalDispute::read(
			[
				'id'          => 'WH-1',
				'event_type'  => 'CUSTOMER.DISPUTE.UPDATED',
				'create_time' => '2026-03-01T10:00:00Z',
				'resource'    => $dispute + [
					'dispute_id'               => 'PP-R-1',
					'create_time'              => '2026-02-01T10:00:00Z',
					'seller_response_due_date' => '2026-03-08T10:00:00Z',
					'dispute_amount'           => [ 'currency_code' => 'USD', 'value' => '49.00' ],
					'disputed_transactions'    => [ [ 'seller_transaction_id' => 'CAP1' ] ],
				],
			],
			'edd',
			'paypal'
		);

		self::assertCount( 1, $news );
		self::assertSame( [ $means, 'PP-R-1', 'CAP1', 4900 ], [ $news[0]->status, $news[0]->external_id, $news[0]->charge, $news[0]->amount?->minor ] );
	}

	public function test_a_reversed_payment_has_gone_back(): void {
		$news = PayPalDispute::read( [ 'id' => 'WH-2', 'event_type' => 'PAYMENT.CAPTURE.REVERSED', 'create_time' => '2026-03-01T10:00:00Z', 'resource' => [ 'id' => 'CAP1', 'amount' => [ 'currency_code' => 'USD', 'value' => '49.00' ] ] ], 'edd', 'paypal' );

		self::assertSame( [ DisputeStatus::Lost, 'CAP1' ], [ $news[0]->status, $news[0]->charge ] );
	}

	public function test_what_makes_no_sense_is_passed_over(): void {
		foreach ( [ [], [ 'type' => 'charge.dispute.created' ], [ 'event_type' => 'CUSTOMER.DISPUTE.CREATED', 'resource' => 'x' ], [ 'event_type' => 'PAYMENT.CAPTURE.REVERSED' ] ] as $event ) {
			self::assertNull( StripeDispute::read( $event, 'edd', 'stripe' ) );
			self::assertSame( [], PayPalDispute::read( $event, 'edd', 'paypal' ) );
		}
	}

	/** @return array<string, mixed> */
	private static function resolved( string $outcome ): array {
		return [ 'status' => 'RESOLVED', 'dispute_outcome' => [ 'outcome_code' => $outcome ] ];
	}

	/** @return array<string, mixed> */
	private static function stripe( string $type, string $status ): array {
		return [
			'id'      => 'evt_1',
			'type'    => $type,
			'created' => 2_000,
			'data'    => [
				'object' => [
					'id'                   => 'du_1',
					'status'               => $status,
					'charge'               => 'ch_1',
					'amount'               => 4900,
					'currency'             => 'usd',
					'created'              => 1_000,
					'reason'               => 'product_not_received',
					'evidence_details'     => [ 'due_by' => 9_000 ],
					'balance_transactions' => [ [ 'fee' => 1500, 'currency' => 'eur' ] ],
				],
			],
		];
	}
}
