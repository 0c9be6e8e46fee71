<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\AwesomeSupport;

use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\PlainHtml;
use Amicable\HelpDesks\TagDesk;
use Closure;
use wpdb;

/** Awesome Support: tickets are posts of their customers, answers are written by its own function, which mails the customer. */
final class AwesomeDesk implements TagDesk {

	public const ID = 'awesome_support';

	private const TAGS = 'ticket-tag';

	public function __construct( private readonly wpdb $wpdb ) {
	}

	public static function is_available(): bool {
		return function_exists( 'wpas_add_reply' ) && post_type_exists( 'ticket' );
	}

	public function id(): string {
		return self::ID;
	}

	public function name(): string {
		return 'Awesome Support';
	}

	public function open_ticket( array $emails ): ?OpenTicket {
		return $this->newest( $emails, 1 )[0] ?? null;
	}

	public function open_tickets( array $emails ): array {
		return $this->newest( $emails, self::OPEN );
	}

	/**
	 * Asked of the tables: its own query leaves out the tickets of other agents.
	 *
	 * @param list<string> $emails
	 * @return list<OpenTicket>
	 */
	private function newest( array $emails, int $limit ): array {
		if ( $emails === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $emails ), '%s' ) );
		// phpcs:ignore WordPress.DB -- See above.
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT p.ID, p.post_title, u.user_email FROM {$this->wpdb->posts} p INNER JOIN {$this->wpdb->postmeta} m ON m.post_id = p.ID AND m.meta_key = '_wpas_status' AND m.meta_value = 'open' INNER JOIN {$this->wpdb->users} u ON u.ID = p.post_author WHERE p.post_type = 'ticket' AND p.post_status NOT IN ('trash', 'auto-draft', 'draft') AND u.user_email IN ($marks) ORDER BY p.ID DESC LIMIT %d", ...[ ...$emails, $limit ] ), ARRAY_A );

		return array_map( static fn ( array $row ): OpenTicket => new OpenTicket( (string) $row['ID'], "#{$row['ID']}", (string) $row['post_title'], (string) $row['user_email'] ), is_array( $rows ) ? $rows : [] );
	}

	/** Without `edit_ticket` it would take the answer for one of a customer. */
	public function reply( OpenTicket $ticket, string $text, int $user_id ): void {
		if ( ! user_can( $user_id, 'reply_ticket' ) || ! user_can( $user_id, 'edit_ticket' ) ) {
			throw new DeskRefusal( __( 'Your user may not answer tickets in Awesome Support, so nothing was sent. Have somebody allow it there, or send it by mail.', 'amicable' ) );
		}
		$written = wpas_add_reply( [ 'post_content' => wp_slash( PlainHtml::of( $text ) ) ], (int) $ticket->id, $user_id );
		if ( ! is_int( $written ) || $written < 1 ) {
			throw new DeskRefusal( __( 'Awesome Support did not keep the answer. Nothing was sent.', 'amicable' ) );
		}
	}

	public function tag( string $ticket_id, string $tag ): void {
		$this->retag( $ticket_id, static fn ( int $ticket ) => wp_set_object_terms( $ticket, $tag, self::TAGS, true ) );
	}

	public function untag( string $ticket_id, string $tag ): void {
		$this->retag( $ticket_id, static fn ( int $ticket ) => wp_remove_object_terms( $ticket, $tag, self::TAGS ) );
	}

	/** @param Closure(int): mixed $change */
	private function retag( string $ticket_id, Closure $change ): void {
		if ( get_post_type( (int) $ticket_id ) === 'ticket' && is_wp_error( $change( (int) $ticket_id ) ) ) {
			throw new DeskRefusal( __( 'Awesome Support did not take the tag.', 'amicable' ) );
		}
	}
}
