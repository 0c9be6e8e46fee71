<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Freemius;

use Amicable\AmicableException;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\LicenseServer\Answer;
use Amicable\Licensing\Proof\OpenLicenses;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\Result;

/**
 * Licenses sold through Freemius, by its API. They hang on a person's email there and on no order of this shop, so they belong to the whole relation only. A license
 * is ended together with the subscription that would charge for it; both are read back, and silence is never taken for an answer.
 */
final class Freemius implements LicenseManager {

	public const ID = 'freemius';

	private readonly Shelf $shelf;

	public function __construct(
		private readonly FreemiusSettings $settings,
		private readonly FreemiusApi $api,
	) {
		$this->shelf = new Shelf( $settings, $api );
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'Freemius';
	}

	/** @throws AmicableException 503 When it cannot be read: a plan that leaves a license out would be a guess. */
	public function licenses_of( array $orders, Keys $keys ): array {
		try {
			return $this->shelf->of( $keys );
		} catch ( Unreadable $why ) {
			/* translators: 1: name of a license system, 2: what went wrong, a sentence. */
			throw new AmicableException( 'amicable_freemius', sprintf( __( 'The licenses at %1$s could not be read. %2$s', 'amicable' ), $this->label(), $why->getMessage() ), 503 );
		}
	}

	/** Counted as usable while it cannot be read. */
	public function license( string $id ): ?License {
		$name = LicenseName::from( $id, $this->settings );
		if ( $name === null ) {
			return null;
		}
		try {
			return $this->shelf->license( $name );
		} catch ( Unreadable ) {
			return new License( self::ID, $id, '…', $name->product->name, [], 'active', null, false, [] );
		}
	}

	/** By a whole key. What cannot be read finds nothing here; plans and proofs say why. */
	public function search( string $text ): array {
		try {
			return preg_match( '/^\S{20,60}$/D', $text ) === 1 && ! str_contains( $text, '://' ) ? $this->shelf->by_key( $text ) : [];
		} catch ( Unreadable ) {
			return [];
		}
	}

	public function deactivate( string $license_id, string $activation_id ): Result {
		$name = LicenseName::from( $license_id, $this->settings );
		if ( $name === null || preg_match( '/^\d{1,18}$/D', $activation_id ) !== 1 ) {
			return Result::already();
		}
		try {
			$is_there = $this->shelf->is_installed( $name, $activation_id );
		} catch ( Unreadable $why ) {
			return Result::refused( $why->getMessage() ); // Nothing was sent but a question.
		}

		return $is_there ? $this->take_off( $name, $activation_id ) : Result::already();
	}

	public function disable( string $license_id ): Result {
		$name = LicenseName::from( $license_id, $this->settings );
		if ( $name === null ) {
			return Result::already();
		}
		try {
			$before  = $this->shelf->license( $name );
			$charges = $before !== null && $this->shelf->charges( $name );
		} catch ( Unreadable $why ) {
			return Result::refused( $why->getMessage() ); // Nothing was sent but questions.
		}
		if ( $before === null || ( $before->status === 'disabled' && ! $charges ) ) {
			return Result::already();
		}

		return $this->end( $name, $before, $charges );
	}

	public function obligations( array $orders, Keys $keys ): array {
		try {
			return OpenLicenses::of( $this->shelf->of( $keys ) );
		} catch ( Unreadable $why ) {
			/* translators: 1: name of a license system, 2: what went wrong, a sentence. */
			return [ new Obligation( 8, true, 'license:' . self::ID, sprintf( __( 'Whether licenses at %1$s have ended is not known. %2$s', 'amicable' ), $this->label(), $why->getMessage() ) ) ];
		}
	}

	private function take_off( LicenseName $name, string $install ): Result {
		$answer = $this->api->delete( $name->product, "installs/$install/licenses/$name->license.json" );
		try {
			return $this->shelf->is_installed( $name, $install )
				? self::not_done( $answer, __( 'The site is still registered.', 'amicable' ) )
				: Result::done( "activation:$install", evidence: [ 'answer' => $answer->status ] );
		} catch ( Unreadable $why ) {
			return Result::unknown( $why->getMessage(), [ 'answer' => $answer->status ] );
		}
	}

	/** Renewals first: a license that is gone and still charged for would be worse than the other way round. */
	private function end( LicenseName $name, License $before, bool $charges ): Result {
		$stopped  = $charges ? $this->api->delete( $name->product, "licenses/$name->license/subscription.json" ) : null;
		$ended    = $before->status === 'disabled' ? null : $this->api->delete( $name->product, "licenses/$name->license.json" );
		$evidence = [
			'subscription' => $stopped?->status,
			'license'      => $ended?->status,
		];
		try {
			$after = $this->shelf->license( $name );
			if ( $after !== null && $after->status !== 'disabled' && $ended !== null ) {
				return self::not_done( $ended, __( 'The license can still be used.', 'amicable' ), $evidence );
			}
			if ( $stopped !== null && $this->shelf->charges( $name ) ) {
				return self::not_done( $stopped, __( 'The license has ended, but its subscription can still charge.', 'amicable' ), $evidence );
			}

			return Result::done( "license:{$name->product->id}-$name->license", evidence: $evidence );
		} catch ( Unreadable $why ) {
			return Result::unknown( $why->getMessage(), $evidence );
		}
	}

	/** @param array<string, scalar|null> $evidence */
	private static function not_done( Answer $answer, string $left, array $evidence = [] ): Result {
		return $answer->is_no() ? Result::refused( FreemiusApi::why( $answer ) ) : Result::unknown( $left, $evidence );
	}
}
