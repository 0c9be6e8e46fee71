<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use stdClass;

/**
 * What Fluent Support 2.0.1 does around a mail, in its order: the action, its own notification at priority 10, the filter for headers,
 * wp_mail(). It needs its own tables and models to run itself, so this stands in; hooks and arguments are those of its
 * EmailNotificationHandler, Conversation and Ticket.
 */
final class FluentSupport {

	/** @var list<string> Whom WordPress took a mail for. */
	public array $mailed = [];

	public function __construct() {
		add_action( 'fluent_support/response_added_by_agent', fn ( object $response, object $ticket, object $agent ) => $this->mail( $ticket->customer->email, 'ticket_replied_by_agent_email_to_customer' ), 10, 3 );
		add_action(
			'fluent_support/ticket_created',
			function ( object $ticket, object $customer ): void {
				$this->mail( $customer->email, 'ticket_created_email_to_customer' );
				$this->mail( 'desk@example.com', 'ticket_created_email_to_admin' );
			},
			10,
			2
		);
	}

	public function agent_replies( string $email ): void {
		do_action( 'fluent_support/response_added_by_agent', new stdClass(), (object) [ 'id' => 5, 'customer' => self::customer( $email ) ], new stdClass() );
	}

	public function customer_opens( string $email ): void {
		do_action( 'fluent_support/ticket_created', (object) [ 'id' => 6, 'customer' => self::customer( $email ) ], self::customer( $email ) );
	}

	/** @return array<string, array{header: string, body_html: string}> */
	public function sidebar( string $email ): array {
		return apply_filters( 'fluent_support/customer_extra_widgets', [], self::customer( $email ) );
	}

	private function mail( string $to, string $type ): void {
		$taken = wp_mail( $to, 'Re: your ticket', '<p>Text</p>', apply_filters( 'fluent_support/mail_to_customer_header', [ 'Content-Type: text/html; charset=UTF-8' ], [ 'cc_email' => [], 'hook_type' => $type ] ) );
		if ( $taken ) {
			$this->mailed[] = $to;
		}
	}

	private static function customer( string $email ): stdClass {
		return (object) [
			'id'      => 3,
			'email'   => $email,
			'user_id' => null,
			'status'  => 'active',
		];
	}
}
