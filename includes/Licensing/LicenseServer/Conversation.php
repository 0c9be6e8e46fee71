<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseServer;

use Amicable\Clock;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Closure;
use DateTimeImmutable;
use DateTimeZone;
use Throwable;

/** Asks the license server about an order, and tells it to end the license of one, as the owner wrote it down. */
final class Conversation {

	/** After a silence nobody waits for this server again so soon; a page with fifty orders would never come. */
	private const PAUSE = 60;

	private int $silent_until = 0;

	/**
	 * @param Closure(OrderRef): ?Order $order
	 * @param string                    $secret Makes keys that only this site can make.
	 */
	public function __construct(
		private readonly ServerSettings $settings,
		private readonly Wire $wire,
		private readonly Seal $seal,
		private readonly Closure $order,
		private readonly Clock $clock,
		private readonly string $secret,
	) {
	}

	public function read( OrderRef $ref, bool $patient = false ): Reading {
		$values = $this->values( $ref, $this->settings->read_path );
		$now    = $this->clock->now()->getTimestamp();
		if ( $values === null ) {
			return new Reading( 'unreadable', why: __( 'The shop does not know this order any more.', 'amicable' ) );
		}
		if ( ! $patient && $now < $this->silent_until ) {
			return new Reading( 'unreadable', why: __( 'The server did not answer.', 'amicable' ) );
		}
		$answer = $this->send( 'GET', Template::path( $this->settings->read_path, $values ) );
		if ( $answer->status === 0 && $answer->unsent === null ) {
			$this->silent_until = $now + self::PAUSE;
		}

		return $this->reading( $answer );
	}

	public function end( OrderRef $ref ): Answer {
		return $this->tell( $ref, 'disable', $this->settings->end_method, $this->settings->end_path, $this->settings->end_body );
	}

	public function give_back( OrderRef $ref ): Answer {
		return $this->tell( $ref, 'restore', $this->settings->back_method, $this->settings->back_path, $this->settings->back_body );
	}

	/** The same key all day, so that a server that keeps keys does it once; not forever, since what is given back may have to be ended again. */
	private function tell( OrderRef $ref, string $what, string $method, string $path, string $body ): Answer {
		$values = $this->values( $ref, "$path $body" );
		if ( $values === null ) {
			return new Answer( 0, unsent: __( 'The shop does not know this order any more.', 'amicable' ) );
		}
		$key = hash_hmac( 'sha256', "license_server $what {$this->settings->host} {$ref->key()} {$this->clock->now()->format( 'Y-m-d' )}", $this->secret );

		return $this->send( $method, Template::path( $path, $values ), Template::body( $body, $values ), [ 'Idempotency-Key' => $key ] );
	}

	/** Whether an answer to what it was told is the yes that was asked for. */
	public function is_yes( Answer $answer ): bool {
		return $answer->is_yes() && ( $this->settings->success_path === '' || Template::value( $answer->json, $this->settings->success_path ) === $this->settings->success_value );
	}

	/** @param array<string, string> $more */
	private function send( string $method, string $path, string $body = '', array $more = [] ): Answer {
		$headers = array_map( $this->seal->open( ... ), $this->settings->headers );
		if ( in_array( null, $headers, true ) ) {
			return new Answer( 0, unsent: __( 'The secret keys of this site changed. Type the values of the headers again in the settings.', 'amicable' ) );
		}

		return $this->wire->send( $method, $this->settings->host, $path, $more + array_filter( $headers, 'is_string' ), $body );
	}

	private function reading( Answer $answer ): Reading {
		$status = $answer->is_yes() ? Template::value( $answer->json, $this->settings->status_path ) : null;

		return match ( true ) {
			$answer->unsent !== null                                  => new Reading( 'unreadable', why: $answer->unsent ),
			$answer->status === 0                                     => new Reading( 'unreadable', why: __( 'The server did not answer.', 'amicable' ) ),
			$answer->status === 404 || $answer->status === 410        => new Reading( 'missing' ),
			/* translators: %d: status of an answer of a web server, 500. */
			! $answer->is_yes()                                       => new Reading( 'unreadable', why: sprintf( __( 'The server answered with status %d.', 'amicable' ), $answer->status ) ),
			/* translators: %s: place in an answer, "data.status". */
			$status === null                                          => new Reading( 'unreadable', why: sprintf( __( 'The answer says nothing at “%s”.', 'amicable' ), $this->settings->status_path ) ),
			default                                                   => new Reading( in_array( $status, $this->settings->ended, true ) ? 'ended' : 'usable', mb_substr( $status, 0, 60 ), $this->ends_at( $answer ) ),
		};
	}

	private function ends_at( Answer $answer ): ?DateTimeImmutable {
		$text = $this->settings->ends_at_path === '' ? null : Template::value( $answer->json, $this->settings->ends_at_path );
		try {
			return $text === null || preg_match( '/^\d{4}-\d{2}-\d{2}/', $text ) !== 1 ? null : new DateTimeImmutable( $text, new DateTimeZone( 'UTC' ) );
		} catch ( Throwable ) {
			return null; // Not a date: nobody knows until when.
		}
	}

	/** @return array<string, string>|null What fills the places; null: the order is needed for that, and is gone. */
	private function values( OrderRef $ref, string $template ): ?array {
		$order = Template::needs_order( $template ) ? ( $this->order )( $ref ) : null;
		if ( $order === null ) {
			return Template::needs_order( $template ) ? null : [ 'order_id' => (string) $ref->id ];
		}

		return [ 'order_id' => (string) $ref->id, 'order_number' => $order->number, 'email' => $order->email ];
	}
}
