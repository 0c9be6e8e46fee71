<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\FluentSupport;

use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\DeskSilence;
use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\PlainHtml;
use Amicable\HelpDesks\TagDesk;
use FluentSupport\App\Models\Ticket;
use FluentSupport\App\Models\TicketTag;
use wpdb;

/** Fluent Support: tickets are read from its tables, answers are written by its own API, which mails the customer. */
final class FluentDesk implements TagDesk {

	public const ID = 'fluent_support';

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly LetThrough $ours,
	) {
	}

	public static function is_available(): bool {
		return defined( 'FLUENT_SUPPORT_VERSION' ) && function_exists( 'FluentSupportApi' );
	}

	public function id(): string {
		return self::ID;
	}

	public function name(): string {
		return 'Fluent Support';
	}

	public function open_ticket( array $emails ): ?OpenTicket {
		return $this->newest( $emails, 1 )[0] ?? null;
	}

	public function open_tickets( array $emails ): array {
		return $this->newest( $emails, self::OPEN );
	}

	/**
	 * @param list<string> $emails
	 * @return list<OpenTicket>
	 */
	private function newest( array $emails, int $limit ): array {
		if ( $emails === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $emails ), '%s' ) );
		// phpcs:ignore WordPress.DB -- Their tables, read where their models would cost a query per ticket.
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT t.id, t.title, p.email FROM {$this->wpdb->prefix}fs_tickets t INNER JOIN {$this->wpdb->prefix}fs_persons p ON p.id = t.customer_id AND p.person_type = 'customer' WHERE p.email IN ($marks) AND t.status <> 'closed' ORDER BY t.created_at DESC, t.id DESC LIMIT %d", ...[ ...$emails, $limit ] ), ARRAY_A );

		return array_map( static fn ( array $row ): OpenTicket => new OpenTicket( (string) $row['id'], "#{$row['id']}", (string) $row['title'], (string) $row['email'] ), is_array( $rows ) ? $rows : [] );
	}

	public function reply( OpenTicket $ticket, string $text, int $user_id ): void {
		$agent = $this->agent( $user_id ) ?? throw new DeskRefusal( __( 'Your user is no agent in Fluent Support, so nothing was sent. Have somebody add you there, or send it by mail.', 'amicable' ) );
		$this->ours->speak(
			$ticket->email,
			static function () use ( $ticket, $text, $agent ): void {
				$written = FluentSupportApi( 'tickets' )->addResponse( [ 'content' => wp_slash( PlainHtml::of( $text ) ) ], $agent, (int) $ticket->id );
				if ( ! is_array( $written ) ) {
					throw new DeskSilence( 'Fluent Support did not say that it kept the answer.' );
				}
			}
		);
	}

	/** By its own model, which tells whoever listens to tags there. */
	public function tag( string $ticket_id, string $tag ): void {
		$label = TicketTag::where( 'title', $tag )->first() ?? TicketTag::create( [ 'title' => $tag ] );
		Ticket::find( (int) $ticket_id )?->applyTags( [ $label->id ] );
	}

	public function untag( string $ticket_id, string $tag ): void {
		$label = TicketTag::where( 'title', $tag )->first();
		if ( $label !== null ) {
			Ticket::find( (int) $ticket_id )?->detachTags( [ $label->id ] );
		}
	}

	private function agent( int $user_id ): ?int {
		// phpcs:ignore WordPress.DB -- As above.
		$id = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT id FROM {$this->wpdb->prefix}fs_persons WHERE person_type = 'agent' AND user_id = %d AND status = 'active'", $user_id ) );

		return $id === null ? null : (int) $id;
	}
}
