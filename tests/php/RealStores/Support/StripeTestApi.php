<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

/** Answers as the class does by which Stripe's plugin asks Stripe. It carries that class's name by an alias. */
final class StripeTestApi {

	public static string $fate = 'succeeded';

	/** @var list<string> */
	public static array $asked = [];

	public static function register(): void {
		self::$asked = [];
		if ( ! class_exists( 'WC_Stripe_API', false ) ) {
			class_alias( self::class, 'WC_Stripe_API' );
		}
	}

	public static function retrieve( string $path ): object {
		self::$asked[] = $path;

		return (object) [
			'id'     => basename( $path ),
			'status' => self::$fate,
		];
	}
}
