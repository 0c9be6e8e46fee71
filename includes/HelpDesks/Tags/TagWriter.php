<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Tags;

use Amicable\Customers\Keyring;
use Amicable\HelpDesks\TagDesk;
use Amicable\Storage\DeskTags;

/**
 * Brings one tag to what holds now. Which tickets are meant is kept before anything is written, so that what stands in a desk can be
 * taken away again whoever was cut off where; and what is known to stand is not written a second time.
 */
final class TagWriter {

	public function __construct(
		private readonly DeskTags $tags,
		private readonly Keyring $keyring,
	) {
	}

	public function write( TagTask $task, TagDesk $desk, string $name ): void {
		$tickets = $task->tickets;
		if ( $task->tag !== '' && ( ! $task->wanted || $task->tag !== $name ) ) {
			$tickets = $this->take_away( $task, $desk );
		}
		if ( $task->wanted ) {
			$this->add( $task, $desk, $name, $tickets );
		}
	}

	/** @return array<string, bool> None left. */
	private function take_away( TagTask $task, TagDesk $desk ): array {
		$left = $task->tickets;
		foreach ( array_keys( $left ) as $ticket ) {
			$desk->untag( (string) $ticket, $task->tag );
			unset( $left[ $ticket ] );
			$this->tags->keep( $task, $task->tag, $left );
		}

		return $left;
	}

	/** @param array<string, bool> $tickets */
	private function add( TagTask $task, TagDesk $desk, string $name, array $tickets ): void {
		$emails = $this->keyring->of( $task->customer_id )->emails;
		foreach ( $emails === [] ? [] : $desk->open_tickets( $emails ) as $open ) {
			$tickets[ $open->id ] ??= false;
		}
		$this->tags->keep( $task, $name, $tickets );
		foreach ( array_keys( array_filter( $tickets, static fn ( bool $stands ): bool => ! $stands ) ) as $ticket ) {
			$desk->tag( (string) $ticket, $name );
			$tickets[ $ticket ] = true;
			$this->tags->keep( $task, $name, $tickets );
		}
	}
}
