<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

use Amicable\Stores\OrderRef;
use Amicable\Values\EmailAddress;
use DateTimeImmutable;

/** Reads one ticket that fits the schema `tickets.ticket`, and judges what a schema cannot: real dates, real addresses, ids that repeat. */
final class TicketInput {

	/**
	 * @param array<array-key, mixed> $item
	 * @throws TicketRefused With every field that is wrong, paths from the ticket on.
	 */
	public static function from_array( array $item, DateTimeImmutable $now ): Ticket {
		$fields   = new Fields( $item, $now );
		$channel  = Channel::tryFrom( $fields->text( 'channel' ) );
		$status   = TicketStatus::tryFrom( $fields->text( 'status' ) );
		$messages = self::messages( $fields );
		$created  = $fields->moment( 'created_at' );
		$updated  = $fields->has( 'updated_at' ) ? $fields->moment( 'updated_at' ) : null;
		$who      = self::requester( $fields );
		$tags     = self::tags( $fields );
		$ticket   = [
			'external_id' => $fields->id( 'external_id' ),
			'subject'     => $fields->line( 'subject' ),
			'url'         => $fields->line( 'url' ),
			'tags'        => $tags,
			'agent'       => self::or_null( $fields->line( 'agent' ) ),
			'minutes'     => self::measured( $fields ),
			'cause'       => Cause::tryFrom( $fields->text( 'cause' ) ) ?? ( new AgentTags( $tags ) )->cause(),
		];
		foreach ( [ 'channel' => $channel, 'status' => $status ] as $field => $value ) {
			if ( $value === null ) {
				$fields->refuse( $field, FieldError::UNKNOWN );
			}
		}
		if ( $fields->errors() !== [] || $channel === null || $status === null || $who === null ) {
			throw new TicketRefused( $fields->errors() === [] ? [ new FieldError( 'requester.email', FieldError::NO_EMAIL ) ] : $fields->errors() );
		}
		$newest = array_reduce( $messages, static fn ( DateTimeImmutable $newest, Message $message ): DateTimeImmutable => max( $newest, $message->at ), $created );

		return new Ticket( ...$ticket, channel: $channel, status: $status, requester: $who, created_at: $created, updated_at: max( $created, $updated ?? $newest ), messages: $messages );
	}

	/** A desk without a timer, or an empty column, says 0: that is no measurement, and the replies are estimated instead. */
	private static function measured( Fields $fields ): ?int {
		$minutes = $fields->whole( 'minutes' );

		return $minutes === 0 ? null : $minutes;
	}

	private static function requester( Fields $fields ): ?Requester {
		$who   = $fields->below( 'requester' );
		$email = EmailAddress::try_from( $who->text( 'email' ) );
		if ( $email === null && $who->errors() === [] ) {
			$who->refuse( 'email', FieldError::NO_EMAIL );
		}
		$order  = $who->has( 'order' ) ? self::order( $who ) : null;
		$name   = self::or_null( $who->line( 'name' ) );
		$number = $who->whole( 'user_id' );
		$fields->take_errors_of( $who );

		return $email === null ? null : new Requester( $email, $name, $number, $order );
	}

	private static function order( Fields $who ): ?OrderRef {
		$order = $who->below( 'order' );
		$store = $order->text( 'store' );
		$id    = $order->whole( 'id' ) ?? 0;
		if ( ! in_array( $store, OrderRef::STORES, true ) || $id < 1 ) {
			$who->refuse( in_array( $store, OrderRef::STORES, true ) ? 'order.id' : 'order.store', FieldError::UNKNOWN );

			return null;
		}

		return new OrderRef( $store, $id );
	}

	/** @return list<Message> */
	private static function messages( Fields $fields ): array {
		$messages = [];
		$seen     = [];
		foreach ( array_keys( $fields->items( 'messages' ) ) as $index ) {
			$one  = $fields->below( 'messages', $index );
			$id   = $one->id( 'external_id' );
			$kind = MessageKind::tryFrom( $one->text( 'kind' ) );
			if ( $kind === null ) {
				$one->refuse( 'kind', FieldError::UNKNOWN );
			}
			if ( isset( $seen[ $id ] ) ) {
				$one->refuse( 'external_id', FieldError::REPEATED );
			}
			$seen[ $id ] = true;
			$messages[]  = new Message( $id, $kind ?? MessageKind::System, $one->moment( 'at' ), $one->has( 'text' ) ? $one->text( 'text' ) : null, self::or_null( $one->line( 'author' ) ) );
			$fields->take_errors_of( $one );
		}

		return $messages;
	}

	/** @return list<string> Lower case, sorted, each once, so that the order of a desk's list changes nothing. */
	private static function tags( Fields $fields ): array {
		$tags = [];
		foreach ( $fields->inner( 'tags' ) as $index => $tag ) {
			$text = is_string( $tag ) && mb_check_encoding( $tag, 'UTF-8' ) && ! str_contains( $tag, Fields::BROKEN ) ? $tag : null;
			if ( $text === null ) {
				$fields->refuse( "tags.$index", FieldError::UNREADABLE );
			}
			$tags[] = mb_strtolower( trim( (string) preg_replace( '/\p{Cc}+/u', ' ', $text ?? '' ) ), 'UTF-8' );
		}
		$tags = array_values( array_unique( array_filter( $tags, static fn ( string $tag ): bool => $tag !== '' ) ) );
		sort( $tags );

		return $tags;
	}

	private static function or_null( string $text ): ?string {
		return $text === '' ? null : $text;
	}
}
