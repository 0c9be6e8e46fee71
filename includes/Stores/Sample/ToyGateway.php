<?php
declare( strict_types=1 );

namespace Amicable\Stores\Sample;

use Amicable\Clock;
use Amicable\Storage\SampleBank;
use Amicable\Values\Money;
use Closure;
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

	/** Ways to end that no practice order has, of a gateway that has neither key nor record (`toy_silent`) and of one that has both (`toy_silent_key`). */
	private const WAYS = [ 'silent', 'broken', 'error', 'liar', 'less', 'early', 'twice' ];

	/** By so much less, in minor units, than it was asked to. */
	private const LESS = 1000;

	public function __construct(
		private readonly SampleBank $bank,
		private readonly Clock $clock,
	) {
	}

	public function exists( string $gateway ): bool {
		return self::powers( $gateway ) !== null;
	}

	/** Whether it can give money back by itself. */
	public function pays( string $gateway ): bool {
		return self::powers( $gateway )['pays'] ?? false;
	}

	/** Whether asking twice with one key pays once. */
	public function takes_key( string $gateway ): bool {
		return self::powers( $gateway )['takes_key'] ?? false;
	}

	/** Whether it can be asked afterwards what became of a refund. */
	public function has_record( string $gateway ): bool {
		return self::powers( $gateway )['has_record'] ?? false;
	}

	/** Whether its end of a subscription answers. */
	public function ends_subscriptions( string $gateway ): bool {
		return ! in_array( self::powers( $gateway )['ends'] ?? 'well', [ 'lost', 'error', 'silent', 'broken' ], true );
	}

	/**
	 * Pays, or says no.
	 *
	 * @param Closure(int): void $tell What the shop does when the gateway's message about a payout comes.
	 * @throws AnswerLost When nobody heard what it did.
	 * @throws TypeError  When it broke.
	 */
	public function pay_back( string $gateway, string $transaction_id, string $key, Money $amount, Closure $tell ): ToyAnswer {
		$powers = self::powers( $gateway ) ?? self::GATEWAYS['toy_manual'];
		if ( ! $powers['pays'] || $powers['ends'] === 'declined' ) {
			return ToyAnswer::declined();
		}
		$payout = match ( $powers['ends'] ) {
			'silent' => throw new AnswerLost( 'The connection ended before the gateway was reached.' ),
			'broken' => throw new TypeError( 'The gateway plugin broke before it asked.' ),
			'liar'   => 0,
			'less'   => $this->bank->pay( $transaction_id, $powers['takes_key'] ? $key : null, $amount->minus( new Money( self::LESS, $amount->currency ) ), $this->clock->now() ),
			default  => $this->bank->pay( $transaction_id, $powers['takes_key'] ? $key : null, $amount, $this->clock->now() ),
		};
		if ( $powers['ends'] === 'early' ) {
			$tell( $payout );
		}

		return match ( $powers['ends'] ) {
			'lost'  => throw new AnswerLost( 'The connection ended before the gateway had answered.' ),
			'error' => throw new TypeError( 'The gateway plugin broke after the payout.' ),
			default => ToyAnswer::paid( $payout, $powers['ends'] === 'twice' ? 2 : 0 ),
		};
	}

	/** How much went out for a key; null when nothing did or the gateway cannot tell. */
	public function paid( string $gateway, string $key ): ?int {
		return $this->has_record( $gateway ) ? $this->bank->amount( $key ) : null;
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

	/** @return array{pays: bool, takes_key: bool, has_record: bool, ends: string}|null */
	private static function powers( string $gateway ): ?array {
		$with_key = str_ends_with( $gateway, '_key' );
		$ends     = substr( $gateway, strlen( 'toy_' ), $with_key ? -strlen( '_key' ) : null );

		return self::GATEWAYS[ $gateway ] ?? ( in_array( $ends, self::WAYS, true ) ? [
			'pays'       => true,
			'takes_key'  => $with_key,
			'has_record' => $with_key,
			'ends'       => $ends,
		] : null );
	}
}
