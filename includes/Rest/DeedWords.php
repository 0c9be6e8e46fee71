<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Away\Passage;

/** What was done in a case, and how a warning was taken, in words. */
final class DeedWords {

	public static function of( string $what ): string {
		$passage = Passage::tryFrom( $what );

		return $passage !== null ? LockShape::passage( $passage ) : self::move( $what ) ?? self::line( $what );
	}

	private static function move( string $what ): ?string {
		return match ( $what ) {
			'apologize'     => __( 'Apologize', 'amicable' ),
			'explain'       => __( 'Explain how we work', 'amicable' ),
			'call'          => __( 'Call them', 'amicable' ),
			'fix'           => __( 'Fix it by a day', 'amicable' ),
			'coupon'        => __( 'Give a discount code', 'amicable' ),
			'free_product'  => __( 'Give a product', 'amicable' ),
			'exchange'      => __( 'Exchange it', 'amicable' ),
			'public_answer' => __( 'Answer where everybody reads it', 'amicable' ),
			'boss'          => __( 'Hand over to the boss', 'amicable' ),
			'renegotiate'   => __( 'Agree on something else', 'amicable' ),
			'other_product' => __( 'Suggest another product', 'amicable' ),
			default         => null,
		};
	}

	private static function line( string $what ): string {
		return match ( $what ) {
			'took_refund'  => __( 'They took the refund', 'amicable' ),
			'apologized'   => __( 'They apologized', 'amicable' ),
			'silent'       => __( 'They went silent', 'amicable' ),
			'doubled_down' => __( 'They went on', 'amicable' ),
			'move'         => _x( 'something done for them', 'line in the book of a case', 'amicable' ),
			'promise'      => _x( 'a promise', 'line in the book of a case', 'amicable' ),
			'outcome'      => _x( 'how they took the warning', 'line in the book of a case', 'amicable' ),
			'answered'     => _x( 'answered elsewhere', 'line in the book of a case', 'amicable' ),
			'complaint'    => _x( 'said in public', 'line in the book of a case', 'amicable' ),
			'claim'        => _x( 'what they say happened', 'line in the book of a case', 'amicable' ),
			'found'        => _x( 'what we find about it', 'line in the book of a case', 'amicable' ),
			'task'         => _x( 'something to do', 'line in the book of a case', 'amicable' ),
			'part_ways', 'finish', 'refund' => Words::run( $what ),
			default        => str_replace( '_', ' ', $what ),
		};
	}
}
