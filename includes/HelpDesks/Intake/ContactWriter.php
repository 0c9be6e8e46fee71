<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\AmicableException;
use Amicable\Chances\PublicComplaints;
use Amicable\Clock;
use Amicable\Customers\Identity;
use Amicable\HelpDesks\Cause;
use Amicable\HelpDesks\Channel;
use Amicable\HelpDesks\Conversation;
use Amicable\HelpDesks\FieldError;
use Amicable\HelpDesks\Fields;
use Amicable\HelpDesks\Message;
use Amicable\HelpDesks\MessageKind;
use Amicable\HelpDesks\Requester;
use Amicable\HelpDesks\Ticket;
use Amicable\HelpDesks\TicketStatus;
use Amicable\Projection\CustomerCounter;
use Amicable\Storage\CustomerRows;
use Amicable\Storage\Database;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\OrderRef;
use Closure;
use WP_User;

/** A contact that somebody logs by hand: a closed ticket with one message of the customer and the time it took. */
final class ContactWriter {

	/** @param Closure(OrderRef): void $read_order Takes in an order that is not known yet. */
	public function __construct(
		private readonly Database $database,
		private readonly TicketKeeper $keeper,
		private readonly CustomerCounter $counter,
		private readonly Identity $identity,
		private readonly CustomerRows $customers,
		private readonly OrderFacts $orders,
		private readonly PublicComplaints $complaints,
		private readonly Clock $clock,
		private readonly Closure $read_order,
	) {
	}

	/**
	 * @param array<array-key, mixed> $contact Fits the schema `contacts.create`.
	 * @return int The ticket.
	 * @throws AmicableException
	 */
	public function write( array $contact, WP_User $agent ): int {
		$fields   = new Fields( $contact, $this->clock->now() );
		$channel  = Channel::tryFrom( $fields->text( 'channel' ) ) ?? Channel::Other;
		self::judge_public( $fields, $channel === Channel::PublicPost );
		$at       = $fields->moment( 'at' );
		$note     = $fields->line( 'note' );
		$url      = $fields->line( 'url' );
		$minutes  = $fields->whole( 'minutes' );
		$customer = $this->customer( $fields );
		self::refuse( $fields->errors() );
		$ticket = new Ticket(
			external_id: wp_generate_uuid4(),
			channel: $channel,
			status: TicketStatus::Closed,
			requester: new Requester( order: $this->order( $fields ) ),
			created_at: $at,
			updated_at: $at,
			messages: [ new Message( 'contact', MessageKind::Customer, $at, trim( $fields->text( 'text' ) ) === '' ? null : trim( $fields->text( 'text' ) ) ) ],
			url: $url,
			agent: $agent->user_login,
			minutes: $minutes ?? 0,
			cause: Cause::tryFrom( $fields->text( 'cause' ) ),
			in_docs: $fields->flag( 'in_docs' ),
			stars: $fields->whole( 'stars' ),
		);
		$who    = [
			'customer_id' => $customer,
			'key_id'      => (int) $this->identity->key_of( $customer ),
		];
		$result = $this->database->atomically(
			function () use ( $ticket, $who, $note, $agent ): IntakeResult {
				$this->counter->ask( [ $who['customer_id'] ] );
				$kept = $this->keeper->keep( Conversation::MANUAL, $ticket, $who, $note );
				if ( $ticket->channel === Channel::PublicPost ) {
					$this->complaints->join( $who['customer_id'], (int) $kept->ticket_id, $ticket->url, $ticket->stars, $agent->ID );
				}

				return $kept;
			}
		);
		$this->counter->count( [ $customer ] );

		return (int) $result->ticket_id;
	}

	/**
	 * What everybody can read has a link; stars and words are only of that.
	 *
	 * @throws AmicableException 400 naming the fields.
	 */
	private static function judge_public( Fields $fields, bool $is_public ): void {
		$params = $is_public && $fields->line( 'url' ) === '' ? [ 'url' => __( 'Enter the link to what was said in public.', 'amicable' ) ] : [];
		foreach ( $is_public ? [] : [ 'stars', 'text' ] as $field ) {
			if ( $fields->has( $field ) ) {
				$params[ $field ] = __( 'Only what was said in public has this.', 'amicable' );
			}
		}
		if ( $params !== [] ) {
			throw new AmicableException( 'amicable_invalid', implode( ' ', array_unique( $params ) ), 400, $params );
		}
	}

	/** @throws AmicableException */
	private function customer( Fields $fields ): int {
		if ( $fields->has( 'customer_id' ) === $fields->has( 'order' ) ) {
			$sentence = __( 'Name either the customer or one of their orders.', 'amicable' );
			throw new AmicableException( 'amicable_invalid', $sentence, 400, [ 'customer_id' => $sentence ] );
		}
		$customer = $fields->has( 'order' ) ? $this->buyer( $this->order( $fields ) ) : (int) $fields->whole( 'customer_id' );
		if ( $customer === null || $this->customers->of( [ $customer ] ) === [] ) {
			$sentence = $fields->has( 'order' ) ? __( 'There is no such order.', 'amicable' ) : __( 'There is no such customer.', 'amicable' );
			throw new AmicableException( 'amicable_customer_missing', $sentence, 404, [ $fields->has( 'order' ) ? 'order' : 'customer_id' => $sentence ] );
		}

		return $this->identity->current( $customer );
	}

	/** Of an order that came in just now, too. */
	private function buyer( ?OrderRef $order ): ?int {
		if ( $order !== null && $this->orders->customer_of( $order ) === null ) {
			( $this->read_order )( $order );
		}

		return $order === null ? null : $this->orders->customer_of( $order );
	}

	private function order( Fields $fields ): ?OrderRef {
		$order = $fields->below( 'order' );
		$id    = $order->whole( 'id' ) ?? 0;

		return in_array( $order->text( 'store' ), OrderRef::STORES, true ) && $id > 0 ? new OrderRef( $order->text( 'store' ), $id ) : null;
	}

	/**
	 * @param list<FieldError> $errors
	 * @throws AmicableException
	 */
	private static function refuse( array $errors ): void {
		$params = [];
		foreach ( $errors as $error ) {
			$params[ $error->field ] ??= FieldSentences::of( $error->code );
		}
		if ( $params !== [] ) {
			/* translators: %s: comma-separated names of fields. */
			throw new AmicableException( 'amicable_invalid', sprintf( __( 'Please check: %s.', 'amicable' ), implode( ', ', array_keys( $params ) ) ), 400, $params );
		}
	}
}
