<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Tags;

use Amicable\Customers\Identity;
use Amicable\ErrorLog;
use Amicable\HelpDesks\AwesomeSupport\AwesomeDesk;
use Amicable\HelpDesks\FluentSupport\FluentDesk;
use Amicable\Hookable;
use Amicable\Jobs\Jobs;
use Amicable\Storage\DeskTags;
use Closure;
use Throwable;

/** A ticket was opened in a help desk on this site: whoever has a tag gets it there too. Outside desks say so by `POST /tickets`. */
final class NewTickets implements Hookable {

	/**
	 * @param Closure(): TagSettings $settings
	 * @param Closure(): Identity    $identity
	 * @param Closure(): DeskTags    $tags
	 * @param Closure(): Jobs        $jobs
	 */
	public function __construct(
		private readonly Closure $settings,
		private readonly Closure $identity,
		private readonly Closure $tags,
		private readonly Closure $jobs,
	) {
	}

	public function register(): void {
		add_action( 'fluent_support/ticket_created', fn ( mixed $ticket, mixed $customer = null ) => $this->came( FluentDesk::ID, is_object( $customer ) && isset( $customer->email ) && is_string( $customer->email ) ? $customer->email : '' ), 20, 2 );
		add_action( 'wpas_open_ticket_after', fn ( mixed $ticket ) => $this->came( AwesomeDesk::ID, self::author( $ticket ) ), 20, 1 );
		add_action( 'wpas_post_new_ticket_admin', fn ( mixed $ticket ) => $this->came( AwesomeDesk::ID, self::author( $ticket ) ), 20, 1 );
	}

	/** The help desk goes on whatever happens here. */
	private function came( string $desk, string $email ): void {
		try {
			$customer_id = ( $this->settings )()->on && $email !== '' ? ( $this->identity )()->find_by_email( $email ) : null;
			if ( $customer_id !== null && ( $this->tags )()->again( $customer_id, $desk ) ) {
				( $this->jobs )()->enqueue( TellDesks::NAME );
			}
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not note that a ticket was opened', $thrown );
		}
	}

	private static function author( mixed $ticket ): string {
		$post = is_numeric( $ticket ) ? get_post( (int) $ticket ) : null;
		$user = $post === null ? false : get_userdata( (int) $post->post_author );

		return $user === false ? '' : $user->user_email;
	}
}
