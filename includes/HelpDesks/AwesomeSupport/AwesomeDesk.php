<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\AwesomeSupport;

use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\PlainHtml;
use Amicable\HelpDesks\ReplyDesk;
use wpdb;

/** Awesome Support: tickets are posts of their customers, answers are written by its own function, which mails the customer. */
final class AwesomeDesk implements ReplyDesk {

	public const ID = 'awesome_support';

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

	/** Asked of the tables: its own query leaves out the tickets of other agents. */
	public function open_ticket( array $emails ): ?OpenTicket {
		if ( $emails === [] ) {
			return null;
		}
		$marks = implode( ', ', array_fill( 0, count( $emails ), '%s' ) );
		// phpcs:ignore WordPress.DB -- See above.
		$row = $this->wpdb->get_row( $this->wpdb->prepare( "SELECT p.ID, p.post_title, u.user_email FROM {$this->wpdb->posts} p INNER JOIN {$this->wpdb->postmeta} m ON m.post_id = p.ID AND m.meta_key = '_wpas_status' AND m.meta_value = 'open' INNER JOIN {$this->wpdb->users} u ON u.ID = p.post_author WHERE p.post_type = 'ticket' AND p.post_status NOT IN ('trash', 'auto-draft', 'draft') AND u.user_email IN ($marks) ORDER BY p.ID DESC LIMIT 1", ...$emails ), ARRAY_A );
		if ( ! is_array( $row ) ) {
			return null;
		}

		return new OpenTicket( (string) $row['ID'], "#{$row['ID']}", (string) $row['post_title'], (string) $row['user_email'] );
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
}
