<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\FluentSupport;

use Amicable\Clock;
use Amicable\Customers\Identity;
use Amicable\ErrorLog;
use Amicable\Hookable;
use Amicable\Storage\Locks;
use Amicable\Storage\LogChain;
use Closure;
use Throwable;

/**
 * Holds back what Fluent Support would mail to a customer whom nobody answers. It sends while these actions run, at priority 10,
 * and offers no way to stop it there; so we watch the mails of that moment and stop the one to that very address.
 * What the agent wrote stays in the ticket. Whoever used one of the ways past the lock has an hour in which mails leave;
 * a message of a case that we send through the desk ourselves was let through where it was sent.
 */
final class ReplyLock implements Hookable {

	/** Action => position of the customer among its arguments, or of the ticket that knows them. */
	private const SENDS = [
		'fluent_support/ticket_created'                   => 1,
		'fluent_support/response_added_by_agent'          => 1,
		'fluent_support/ticket_closed_by_agent'           => 0,
		'fluent_support/ticket_created_behalf_of_customer' => 1,
	];

	private const OPEN_FOR = '-1 hour';

	/** The address that nothing goes to while an action runs. */
	private ?string $held = null;

	private int $customer_id = 0;

	/**
	 * @param Closure(): Identity $identity
	 * @param Closure(): Locks    $locks
	 * @param Closure(): LogChain $log
	 * @param Closure(): LetThrough $ours
	 */
	public function __construct(
		private readonly Closure $identity,
		private readonly Closure $locks,
		private readonly Closure $log,
		private readonly Closure $ours,
		private readonly Clock $clock,
	) {
	}

	public function register(): void {
		foreach ( self::SENDS as $action => $position ) {
			add_action( $action, fn ( mixed ...$arguments ) => $this->watch( $arguments[ $position ] ?? null ), 9, 3 );
			add_action( $action, $this->unwatch( ... ), 11, 0 );
		}
		add_filter( 'pre_wp_mail', $this->hold( ... ), 10, 2 );
	}

	/** The desk goes on, and mails leave, where our tables cannot be read. */
	private function watch( mixed $about ): void {
		$this->held = null;
		try {
			$this->look( self::email( $about ) );
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not look up whether a customer is answered, and left it to the help desk', $thrown );
		}
	}

	private function look( ?string $email ): void {
		$customer_id = $email === null ? null : ( $this->identity )()->find_by_email( $email );
		if ( $email === null || $customer_id === null || ( $this->ours )()->are_for( $email ) || ( $this->locks )()->of( $customer_id ) === null ) {
			return;
		}
		if ( ( $this->locks )()->was_answered( $customer_id, $this->clock->now()->modify( self::OPEN_FOR ) ) ) {
			return;
		}

		$this->held        = $email;
		$this->customer_id = $customer_id;
	}

	private function unwatch(): void {
		$this->held = null;
	}

	/**
	 * @param array<string, mixed> $mail
	 * @return mixed False: WordPress does not send it.
	 */
	private function hold( mixed $sent, array $mail ): mixed {
		$to = is_array( $mail['to'] ?? null ) ? $mail['to'] : explode( ',', is_string( $mail['to'] ?? null ) ? $mail['to'] : '' );
		if ( $this->held === null || ! in_array( strtolower( $this->held ), array_map( self::address( ... ), $to ), true ) ) {
			return $sent;
		}
		( $this->log )()->append( 'reply_held', 'customer', $this->customer_id, $this->customer_id, get_current_user_id() );

		return false;
	}

	/** `Name <address>` or the address alone. */
	private static function address( mixed $to ): string {
		return is_string( $to ) ? strtolower( trim( (string) preg_replace( '/^.*<([^<>]*)>.*$/s', '$1', $to ) ) ) : '';
	}

	/** Of a customer of theirs, or of the customer of a ticket. Their models answer to properties without declaring them. */
	private static function email( mixed $about ): ?string {
		$customer = is_object( $about ) && isset( $about->customer ) && is_object( $about->customer ) ? $about->customer : $about;
		$email    = is_object( $customer ) && isset( $customer->email ) ? $customer->email : null;

		return is_string( $email ) && is_email( $email ) !== false ? $email : null;
	}
}
