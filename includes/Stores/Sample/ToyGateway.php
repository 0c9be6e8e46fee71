<?php
declare( strict_types=1 );

namespace Amicable\Stores\Sample;

use Amicable\Clock;
use Amicable\Storage\SampleBank;
use Amicable\Values\Money;
use TypeError;

/** The gateways of the sample shop: they pay toy money, and break in the ways real ones break. */
final class ToyGateway {

	/** What each is able to do: pay back by itself, take our key, be asked later; and how it ends. */
	private const GATEWAYS = [
		'toy'           => [ 'pays' => true, 'takes_key' => true, 'has_record' => true, 'ends' => 'well' ],
		'toy_nolookup'  => [ 'pays' => true, 'takes_key' => false, 'has_record' => false, 'ends' => 'well' ],
		'toy_manual'    => [ 'pays' => false, 'takes_key' => false, 'has_record' => false, 'ends' => 'well' ],
		'toy_decline'   => [ 'pays' => true, 'takes_key' => true, 'has_record' => true, 'ends' => 'declined' ],
		'toy_timeout'   => [ 'pays' => true, 'takes_key' => false, 'has_record' => false, 'ends' => 'lost' ],
		'toy_lost'      => [ 'pays' => true, 'takes_key' => true, 'has_record' => true, 'ends' => 'lost' ],
		'toy_exception' => [ 'pays' => true, 'takes_key' => false, 'has_record' => false, 'ends' => 'lost' ],
		'toy_error'     => [ 'pays' => true, 'takes_key' => false, 'has_record' => false, 'ends' => 'error' ],
	];

	public function __construct(
		private readonly SampleBank $bank,
		private readonly Clock $clock,
	) {
	}

	public function exists( string $gateway ): bool {
		return isset( self::GATEWAYS[ $gateway ] );
	}

	/** Whether it can give money back by itself. */
	public function pays( string $gateway ): bool {
		return self::GATEWAYS[ $gateway ]['pays'] ?? false;
	}

	/** Whether asking twice with one key pays once. */
	public function takes_key( string $gateway ): bool {
		return self::GATEWAYS[ $gateway ]['takes_key'] ?? false;
	}

	/** Whether it can be asked afterwards what became of a refund. */
	public function has_record( string $gateway ): bool {
		return self::GATEWAYS[ $gateway ]['has_record'] ?? false;
	}

	/** Whether its end of a subscription answers. */
	public function ends_subscriptions( string $gateway ): bool {
		return ! in_array( self::GATEWAYS[ $gateway ]['ends'] ?? 'well', [ 'lost', 'error' ], true );
	}

	/**
	 * Pays, or says no.
	 *
	 * @throws AnswerLost When it paid and nobody heard it.
	 * @throws TypeError  When it paid and then broke.
	 */
	public function pay_back( string $gateway, string $transaction_id, string $key, Money $amount ): ToyAnswer {
		$mode = self::GATEWAYS[ $gateway ] ?? self::GATEWAYS['toy_manual'];
		if ( ! $mode['pays'] || $mode['ends'] === 'declined' ) {
			return ToyAnswer::declined();
		}
		$payout = $this->bank->pay( $transaction_id, $mode['takes_key'] ? $key : null, $amount, $this->clock->now() );

		return match ( $mode['ends'] ) {
			'lost'  => throw new AnswerLost( 'The connection ended before the gateway had answered.' ),
			'error' => throw new TypeError( 'The gateway plugin broke after the payout.' ),
			default => ToyAnswer::paid( $payout ),
		};
	}

	/** The payout that this gateway made for a key; null when it made none or cannot tell. */
	public function find( string $gateway, string $key ): ?int {
		return $this->has_record( $gateway ) ? $this->bank->find( $key ) : null;
	}

	public function title( string $gateway ): string {
		return match ( $gateway ) {
			'toy'          => __( 'Toy card', 'amicable' ),
			'toy_nolookup' => __( 'Toy wallet', 'amicable' ),
			'toy_manual'   => __( 'Toy bank transfer', 'amicable' ),
			'toy_decline'  => __( 'Toy card that declines', 'amicable' ),
			'toy_lost'     => __( 'Toy card on a bad line', 'amicable' ),
			default        => __( 'Toy wallet on a bad line', 'amicable' ),
		};
	}
}
