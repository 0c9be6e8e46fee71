<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Admin\Url;

/** One line of the timeline, in words: `customers.timeline`. */
final class TimelineShape {

	public function __construct( private readonly bool $sees_money ) {
	}

	/**
	 * @param array<string, string|null> $row Of Storage\Timeline.
	 * @return array<string, mixed>
	 */
	public function entry( array $row ): array {
		$kind   = (string) $row['kind'];
		$id     = implode( ':', array_filter( [ $kind, (string) $row['store'], (string) $row['ref'], $kind === 'case' ? (string) $row['about'] : '' ], static fn ( string $part ): bool => $part !== '' ) );
		$amount = $row['currency'] === null ? null : Shape::money( $row['amount'], $row['currency'] );

		return [
			'id'    => $id,
			'at'    => Shape::time( $row['happened_at'] ),
			'kind'  => $kind,
			'title' => self::title( $kind, (string) $row['label'], (string) $row['about'] ),
			'text'  => $row['note'] === '' ? null : $row['note'],
			'who'   => Words::who( (int) $row['who'] ),
			'url'   => self::url( $kind, $row ),
		] + ( $this->sees_money ? [ 'amount' => $amount ] : [] );
	}

	private static function title( string $kind, string $label, string $about ): string {
		return match ( $kind ) {
			'order'    => self::order( $label, $about ),
			/* translators: %s: order number. */
			'refund'   => sprintf( __( 'Refund of order %s', 'amicable' ), $label ),
			/* translators: %s: order number. */
			'dispute'  => sprintf( __( 'Payment dispute over order %s', 'amicable' ), $label ),
			'ticket'   => $label === '' ? __( 'Ticket without a subject', 'amicable' ) : $label,
			'contact'  => $label === '' ? Words::channel( $about ) : $label,
			'goodwill' => Words::goodwill( $about ),
			'flag'     => self::flag( $label, $about ),
			'review'   => self::review( $label, $about ),
			'case'     => self::case( $about ),
			'run'      => Words::run( $about ),
			'block'    => __( 'New purchases blocked', 'amicable' ),
			/* translators: %s: name of a customer. */
			default    => sprintf( __( 'Merged with %s', 'amicable' ), $label ),
		};
	}

	private static function order( string $number, string $kind ): string {
		return $kind === 'renewal'
			/* translators: %s: order number. */
			? sprintf( __( 'Renewal %s', 'amicable' ), $number )
			/* translators: %s: order number. */
			: sprintf( __( 'Order %s', 'amicable' ), $number );
	}

	private static function flag( string $pattern, string $level ): string {
		return $level === 'flag'
			/* translators: %s: name of a pattern. */
			? sprintf( __( 'Flag: %s', 'amicable' ), Words::pattern( $pattern ) )
			/* translators: %s: name of a pattern. */
			: sprintf( __( 'Watch: %s', 'amicable' ), Words::pattern( $pattern ) );
	}

	private static function review( string $pattern, string $state ): string {
		return match ( $state ) {
			/* translators: %s: name of a pattern. */
			'confirmed' => sprintf( __( 'Confirmed: %s', 'amicable' ), Words::pattern( $pattern ) ),
			/* translators: %s: name of a pattern. */
			'dismissed' => sprintf( __( 'Dismissed: %s', 'amicable' ), Words::pattern( $pattern ) ),
			/* translators: %s: name of a pattern. */
			'snoozed'   => sprintf( __( 'Snoozed: %s', 'amicable' ), Words::pattern( $pattern ) ),
			/* translators: %s: name of a pattern. */
			default     => sprintf( __( 'Reviewed: %s', 'amicable' ), Words::pattern( $pattern ) ),
		};
	}

	private static function case( string $about ): string {
		return match ( $about ) {
			'opened'    => __( 'Case opened', 'amicable' ),
			'recovered' => __( 'Case ended: recovered', 'amicable' ),
			'lapsed'    => __( 'Case ended: let it lapse', 'amicable' ),
			'agreed'    => __( 'Case ended: agreed', 'amicable' ),
			'dismissed' => __( 'Case dismissed', 'amicable' ),
			default     => __( 'Case closed', 'amicable' ),
		};
	}

	/** @param array<string, string|null> $row */
	private static function url( string $kind, array $row ): ?string {
		return match ( $kind ) {
			'ticket', 'contact' => $row['url'] === '' ? null : $row['url'],
			'case'              => Url::to( 'case', (int) $row['ref'] ),
			'run'               => Url::to( 'run', (int) $row['ref'] ),
			default             => null,
		};
	}
}
