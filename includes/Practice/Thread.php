<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\HelpDesks\Cause;
use Amicable\HelpDesks\Channel;
use Amicable\HelpDesks\Message;
use Amicable\HelpDesks\MessageKind;
use Amicable\HelpDesks\Requester;
use Amicable\HelpDesks\Ticket;
use Amicable\HelpDesks\TicketStatus;
use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** A conversation while it is being made up. */
final class Thread {

	public const SOURCE = 'practice';

	/** The people of the sample shop's support, as their desk knows them. */
	private const AGENTS = [ 'nilay', 'haneul', 'oskar', 'ines' ];

	/** @var list<string> */
	public array $tags = [];

	public ?int $minutes = null;

	public ?int $order_id = null;

	public ?Cause $cause = null;

	private TicketStatus $status = TicketStatus::Closed;

	/** @var list<Message> */
	private array $messages = [];

	private ?string $agent = null;

	public function __construct(
		public readonly Person $person,
		private readonly string $key,
		private readonly DateTimeImmutable $at,
		private readonly string $subject,
		private readonly string $channel = 'email',
	) {
	}

	public function customer( DateTimeImmutable $at, string $text ): void {
		$this->add( MessageKind::Customer, $at, $text );
	}

	public function agent( DateTimeImmutable $at, string $text, Dice $dice ): void {
		$this->agent ??= $dice->pick( self::AGENTS );
		$this->add( MessageKind::Agent, $at, $text, $this->agent );
	}

	public function automatic( DateTimeImmutable $at, string $text ): void {
		$this->add( MessageKind::Auto, $at, $text );
	}

	/** What would lie in the future was not written yet; a fresh last word of the customer waits for an answer. */
	public function close( DateTimeImmutable $today ): self {
		$this->messages = array_values( array_filter( $this->messages, static fn ( Message $message ): bool => $message->at < $today ) );
		$last           = $this->messages === [] ? null : $this->messages[ count( $this->messages ) - 1 ];
		$this->status   = match ( true ) {
			$last === null || $last->at < $today->modify( '-4 days' ) => TicketStatus::Closed,
			$last->kind === MessageKind::Agent => TicketStatus::Pending,
			default => TicketStatus::Open,
		};

		return $this;
	}

	/** Null when all of it would lie in the future. */
	public function ticket(): ?Ticket {
		if ( $this->messages === [] ) {
			return null;
		}
		$id = "{$this->person->number}-$this->key";

		return new Ticket(
			external_id: $id,
			channel: Channel::from( $this->channel ),
			status: $this->status,
			requester: new Requester( $this->person->address(), $this->person->name, null, $this->order_id === null ? null : new OrderRef( 'sample', $this->order_id ) ),
			created_at: $this->at,
			updated_at: $this->messages[ count( $this->messages ) - 1 ]->at,
			messages: $this->messages,
			subject: $this->subject,
			url: "https://desk.example.com/tickets/$id",
			tags: $this->tags,
			agent: $this->agent,
			minutes: $this->minutes,
			cause: $this->cause,
		);
	}

	private function add( MessageKind $kind, DateTimeImmutable $at, string $text, ?string $author = null ): void {
		$this->messages[] = new Message( 'm' . ( count( $this->messages ) + 1 ), $kind, $at, $text, $author );
	}
}
