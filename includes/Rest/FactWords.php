<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Cases\Chance\TaskKind;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Sentences;

/** What a stored value says to whoever reads it: names for codes, numbers for references, days in this site's time. What nobody named stands as it is. */
final class FactWords {

	/** @param string|null $number Of the order it is about, where that is known: orders are called by their number. */
	public static function of( string $key, string $value, ?string $number = null ): string {
		return match ( $key ) {
			'from', 'to', 'stage' => self::stage( $value ),
			'pattern'             => Words::pattern( $value ),
			'kind', 'what'        => self::deed( $value ),
			'state', 'outcome'    => self::state( $value ),
			'counsel'             => self::counsel( $value ),
			'order'               => self::order( $value, $number ),
			'step'                => self::step( $value, $number ),
			'via'                 => self::via( $value ),
			'language'            => TemplateWords::language( $value ),
			'template'            => TemplateWords::title( $value ),
			'cause'               => self::cause( $value ),
			'assignee_id'         => Words::who( (int) $value ) ?? $value,
			default               => self::time( $value ),
		};
	}

	public static function stage( string $stage ): string {
		return match ( $stage ) {
			'open'          => _x( 'Open', 'stage of a case', 'amicable' ),
			'second_chance' => __( 'Second chance', 'amicable' ),
			'warned'        => __( 'Friendly warning', 'amicable' ),
			'agreed'        => _x( 'Agreed', 'stage of a case', 'amicable' ),
			'explained'     => _x( 'Explained', 'stage of a case', 'amicable' ),
			'counsel'       => __( 'With counsel', 'amicable' ),
			'offboarding'   => __( 'Parting ways', 'amicable' ),
			'closed'        => _x( 'Closed', 'stage of a case', 'amicable' ),
			'recovered'     => _x( 'Recovered', 'stage of a case', 'amicable' ),
			'lapsed'        => _x( 'Lapsed', 'stage of a case', 'amicable' ),
			'dismissed'     => _x( 'Dismissed', 'stage of a case', 'amicable' ),
			default         => $stage,
		};
	}

	/** Of a run, a step, a line of a receipt or of a book, an order, a dispute. */
	public static function state( string $state ): string {
		return match ( $state ) {
			'awaiting_approval' => _x( 'waits for approval', 'state', 'amicable' ),
			'scheduled'         => _x( 'scheduled', 'state', 'amicable' ),
			'pending'           => _x( 'to be done', 'state', 'amicable' ),
			'running', 'sending' => _x( 'under way', 'state', 'amicable' ),
			'waiting'           => _x( 'waiting', 'state', 'amicable' ),
			'paused'            => _x( 'paused', 'state', 'amicable' ),
			'needs_attention'   => _x( 'needs a person', 'state', 'amicable' ),
			'completed'         => _x( 'completed', 'state', 'amicable' ),
			'stopped'           => _x( 'stopped', 'state', 'amicable' ),
			'done'              => _x( 'done', 'state', 'amicable' ),
			'skipped'           => _x( 'nothing to do', 'state', 'amicable' ),
			'manual'            => _x( 'left to a person', 'state', 'amicable' ),
			'failed'            => _x( 'failed', 'state', 'amicable' ),
			'unknown'           => _x( 'not known', 'state', 'amicable' ),
			'clear'             => _x( 'nothing left open', 'state of a line of a receipt', 'amicable' ),
			'not_covered'       => _x( 'cannot be looked up', 'state of a line of a receipt', 'amicable' ),
			'accepted'          => _x( 'accepted', 'state', 'amicable' ),
			'outside'           => _x( 'not part of this run', 'state of a line of a receipt', 'amicable' ),
			default             => self::shop_state( $state ),
		};
	}

	/** Of an order or of a dispute, and how a promise was kept. */
	private static function shop_state( string $state ): string {
		return match ( $state ) {
			'open'       => _x( 'open', 'state', 'amicable' ),
			'won'        => _x( 'won', 'state', 'amicable' ),
			'lost'       => _x( 'lost', 'state', 'amicable' ),
			'warning'    => _x( 'inquiry', 'state', 'amicable' ),
			'processing' => _x( 'being worked on', 'state', 'amicable' ),
			'on-hold'    => _x( 'on hold', 'state', 'amicable' ),
			'refunded'   => _x( 'refunded', 'state', 'amicable' ),
			'partially_refunded' => _x( 'refunded in part', 'state', 'amicable' ),
			'cancelled'  => _x( 'canceled', 'state', 'amicable' ),
			'kept'       => _x( 'kept', 'state', 'amicable' ),
			'broken'     => _x( 'broken', 'state', 'amicable' ),
			'withdrawn'  => _x( 'withdrawn', 'state', 'amicable' ),
			'begun'      => _x( 'begun', 'state', 'amicable' ),
			'already'    => _x( 'was so already', 'state', 'amicable' ),
			'refused'    => _x( 'refused', 'state', 'amicable' ),
			default      => str_replace( '_', ' ', $state ),
		};
	}

	/** An ISO moment as this site writes it; anything else as it is. */
	public static function time( string $value ): string {
		if ( preg_match( '/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\dZ?$/', $value ) !== 1 ) {
			return $value;
		}
		$moment = strtotime( rtrim( $value, 'Z' ) . ' UTC' );

		return $moment === false ? $value : (string) wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $moment );
	}

	/** `refund:sample:1404`: what was done, to what. */
	private static function step( string $key, ?string $number ): string {
		[ $kind, $about ] = explode( ':', $key, 2 ) + [ '', '' ];
		$known            = StepKind::tryFrom( $kind );
		$parts            = explode( ':', $about );

		return $known === null ? $key : trim( ( new Sentences() )->label( $known, $number ?? (string) end( $parts ) ) );
	}

	private static function order( string $key, ?string $number ): string {
		$parts = explode( ':', $key );

		/* translators: %s: order number. */
		return count( $parts ) === 2 ? sprintf( __( 'Order %s', 'amicable' ), $number ?? $parts[1] ) : $key;
	}

	private static function counsel( string $word ): string {
		return match ( $word ) {
			'agreed' => __( 'has agreed', 'amicable' ),
			'none'   => __( 'we have none', 'amicable' ),
			default  => $word,
		};
	}

	private static function via( string $via ): string {
		return match ( $via ) {
			'mail'  => __( 'by mail of this site', 'amicable' ),
			'copy'  => __( 'copied, and sent elsewhere', 'amicable' ),
			'desk'  => __( 'through the help desk', 'amicable' ),
			default => $via,
		};
	}

	private static function cause( string $cause ): string {
		return match ( $cause ) {
			'ours'        => __( 'We made a mistake', 'amicable' ),
			'customer'    => __( 'They made a mistake', 'amicable' ),
			'nobody'      => __( 'Nobody did', 'amicable' ),
			'expectation' => __( 'They expected something else', 'amicable' ),
			default       => $cause,
		};
	}

	private static function deed( string $what ): string {
		$task = TaskKind::tryFrom( $what );

		return $task !== null ? CaseWords::task( $task ) : DeedWords::of( $what );
	}
}
