<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseServer;

use Amicable\AmicableException;
use Amicable\Licensing\KeepsBefore;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;

/**
 * A license server of the shop's own, spoken to as the owner wrote down. It keeps one license an order, counted by the order's number. Nothing it does is
 * believed before it is read back, and its silence is never taken for an answer.
 */
final class LicenseServer implements LicenseManager, KeepsBefore {

	public const ID = 'license_server';

	public function __construct(
		private readonly ServerSettings $settings,
		private readonly Conversation $conversation,
	) {
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return $this->settings->name;
	}

	/** @throws AmicableException 503 When it cannot be read: a plan that leaves a license out, or ends an order for one, would be a guess. */
	public function licenses_of( array $orders, Keys $keys ): array {
		$licenses = [];
		foreach ( $this->ours( $orders ) as $ref ) {
			$reading = $this->conversation->read( $ref );
			if ( $reading->state === 'unreadable' ) {
				/* translators: 1: name of a license server, 2: what went wrong, a sentence. */
				throw new AmicableException( 'amicable_license_server', sprintf( __( 'The licenses at %1$s could not be read. %2$s', 'amicable' ), $this->label(), (string) $reading->why ), 503 );
			}
			if ( $reading->state !== 'missing' ) {
				$licenses[] = $this->made( $ref, $reading );
			}
		}

		return $licenses;
	}

	/** Counted as usable while it cannot be read. */
	public function license( string $id ): ?License {
		$ref     = $this->ref( $id );
		$reading = $ref === null ? null : $this->conversation->read( $ref, patient: true );

		return $ref === null || $reading === null || $reading->state === 'missing' ? null : $this->made( $ref, $reading );
	}

	/** It is asked by order only. */
	public function search( string $text ): array {
		return [];
	}

	/** Its sites end with the key, on that server; here none is known. */
	public function deactivate( string $license_id, string $activation_id ): Result {
		return Result::already();
	}

	public function disable( string $license_id ): Result {
		$ref = $this->ref( $license_id );
		if ( $ref === null || in_array( $this->conversation->read( $ref, patient: true )->state, [ 'missing', 'ended' ], true ) ) {
			return Result::already();
		}
		$answer = $this->conversation->end( $ref );
		$after  = $this->after( $ref, $answer );

		return $this->judged( $license_id, $answer, $after, in_array( $after->state, [ 'missing', 'ended' ], true ), __( 'The license can still be used.', 'amicable' ) );
	}

	/** Empty where the owner wrote down no way back. */
	public function before( string $license_id ): array {
		return $this->settings->back_path === '' ? [] : [ 'usable' => true ];
	}

	public function restore( string $license_id, array $before ): Result {
		$ref = $this->ref( $license_id );
		if ( $ref === null || $this->settings->back_path === '' || $before === [] ) {
			return Result::refused( __( 'The settings of this license server name no call that gives a license back.', 'amicable' ) );
		}
		$now = $this->conversation->read( $ref, patient: true );
		if ( $now->state !== 'ended' ) {
			return match ( $now->state ) {
				'usable'  => Result::already(),
				'missing' => Result::manual( __( 'The license is not there any more.', 'amicable' ) ),
				default   => Result::refused( (string) $now->why ), // Nothing was sent but a question.
			};
		}
		$answer = $this->conversation->give_back( $ref );
		$after  = $this->after( $ref, $answer );

		return $this->judged( $license_id, $answer, $after, $after->state === 'usable', __( 'The license was not changed.', 'amicable' ) );
	}

	private function after( OrderRef $ref, Answer $answer ): Reading {
		return $answer->unsent === null ? $this->conversation->read( $ref, patient: true ) : new Reading( 'unreadable' );
	}

	/**
	 * What came of a call, by what is read back.
	 *
	 * @param bool   $is_so     Whether it is as it was asked for.
	 * @param string $otherwise What to say where nobody knows why it is not.
	 */
	private function judged( string $license_id, Answer $answer, Reading $after, bool $is_so, string $otherwise ): Result {
		$evidence = [ 'answer' => $answer->status, 'read_back' => $after->status ?? $after->state ];

		return match ( true ) {
			$answer->unsent !== null                                       => Result::refused( $answer->unsent ),
			$is_so                                                         => Result::done( "license:$license_id", evidence: $evidence ),
			$after->state === 'unreadable'                                 => Result::unknown( __( 'The license server could not be read afterwards.', 'amicable' ), $evidence ),
			/* translators: %d: status of an answer of a web server, 401. */
			$answer->is_no()                                               => Result::refused( sprintf( __( 'The license server said no, with status %d.', 'amicable' ), $answer->status ) ),
			$answer->is_yes() && ! $this->conversation->is_yes( $answer )  => Result::refused( __( 'The license server answered, but not with the success that the settings name.', 'amicable' ) ),
			default                                                        => Result::unknown( $otherwise, $evidence ),
		};
	}

	public function obligations( array $orders, Keys $keys ): array {
		$open = [];
		foreach ( $this->ours( $orders ) as $ref ) {
			$reading = $this->conversation->read( $ref );
			if ( $reading->state === 'usable' || $reading->state === 'unreadable' ) {
				$open[] = new Obligation( 8, true, 'license:' . self::ID . ':' . $this->name( $ref ), $this->sentence( $ref, $reading ), $ref );
			}
		}

		return $open === [] ? [ new Obligation( 8, false, null, __( 'No license can be used.', 'amicable' ) ) ] : $open;
	}

	private function made( OrderRef $ref, Reading $reading ): License {
		return new License(
			self::ID,
			$this->name( $ref ),
			'…',
			/* translators: 1: name of a license server, 2: number of an order. */
			sprintf( __( '%1$s, order %2$d', 'amicable' ), $this->label(), $ref->id ),
			[ $ref ],
			$reading->state === 'ended' ? 'disabled' : 'active',
			$reading->ends_at,
			false,
			[],
		);
	}

	private function sentence( OrderRef $ref, Reading $reading ): string {
		return $reading->state === 'usable'
			/* translators: 1: number of an order, 2: name of a license server. */
			? sprintf( __( 'The license of order %1$d at %2$s can still be used.', 'amicable' ), $ref->id, $this->label() )
			/* translators: 1: number of an order, 2: name of a license server, 3: what went wrong, a sentence. */
			: sprintf( __( 'Whether the license of order %1$d at %2$s has ended is not known. %3$s', 'amicable' ), $ref->id, $this->label(), (string) $reading->why );
	}

	/**
	 * @param list<OrderRef> $orders
	 * @return list<OrderRef>
	 */
	private function ours( array $orders ): array {
		return array_values( array_filter( $orders, fn ( OrderRef $ref ): bool => $ref->store === $this->settings->store ) );
	}

	/** "woocommerce-12": a colon has a meaning of its own in the steps of a run. */
	private function name( OrderRef $ref ): string {
		return "$ref->store-$ref->id";
	}

	private function ref( string $id ): ?OrderRef {
		return preg_match( '/^(woocommerce|edd)-([1-9]\d{0,17})$/D', $id, $parts ) === 1 ? new OrderRef( $parts[1], (int) $parts[2] ) : null;
	}
}
