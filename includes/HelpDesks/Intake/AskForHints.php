<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\ErrorLog;
use Amicable\Jobs\Sweepable;
use Amicable\Language\Impersonal;
use Amicable\Storage\Hints;
use Amicable\Storage\Imports;
use Amicable\Storage\Messages;
use Closure;
use Throwable;

/**
 * Shows what customers wrote, without what says who they are, to the classifier that somebody added to this site. Never while a message is taken in: however slow it
 * is, nobody waits for it. Each message is shown once, whatever comes of it; those that were here before the classifier are not shown.
 */
final class AskForHints implements Sweepable {

	public const NAME = 'ask_for_hints';

	/** The row of `imports` that says how far it got. */
	private const SOURCE = 'hints';

	private const LEASE_SECONDS = 60;

	private const TURN_SECONDS = 10.0;

	/** An answer that took longer is one to speak of, and the last of this turn. */
	private const SLOW_SECONDS = 2.0;

	/** @param Closure(): (MessageClassifier|null) $classifier */
	public function __construct(
		private readonly Hints $hints,
		private readonly Messages $messages,
		private readonly Imports $imports,
		private readonly Impersonal $impersonal,
		private readonly Closure $classifier,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$classifier = ( $this->classifier )();
		$until      = microtime( true ) + self::TURN_SECONDS;
		while ( $classifier !== null && microtime( true ) < $until ) {
			$message = $this->take();
			if ( $message === null || ! $this->ask( $classifier, $message ) ) {
				return null;
			}
		}

		return $classifier === null ? null : 1;
	}

	public function due(): array {
		if ( ( $this->classifier )() === null ) {
			return [];
		}
		$row = $this->imports->find( self::SOURCE );
		if ( $row === null ) {
			$this->imports->start_once( self::SOURCE, 0, (string) $this->messages->last_id() );
		}

		return $row !== null && (int) $row['cursor'] < $this->messages->last_id() ? [ [] ] : [];
	}

	/**
	 * The next message, written down as shown before it is: what breaks the request is not tried again and again.
	 *
	 * @return array{id: int, text: string, languages: string, names: list<string>, agent_id: int}|null
	 */
	private function take(): ?array {
		$token = $this->imports->claim( self::SOURCE, self::LEASE_SECONDS );
		if ( $token === null ) {
			return null;
		}
		$last    = $this->messages->last_id();
		$message = $this->hints->next_message( (int) ( $this->imports->find( self::SOURCE )['cursor'] ?? 0 ) );
		$this->imports->put_back( $token, (string) ( $message['id'] ?? $last ), 0, false );

		return $message;
	}

	/**
	 * False: enough for this turn.
	 *
	 * @param array{id: int, text: string, languages: string, names: list<string>, agent_id: int} $message
	 */
	private function ask( MessageClassifier $classifier, array $message ): bool {
		$agent = get_userdata( $message['agent_id'] );
		$began = microtime( true );
		try {
			$words = $this->impersonal->words( $message['text'], [ ...$message['names'], ...( $agent === false ? [] : [ $agent->display_name ] ) ] );
			$hint  = $words === '' ? '' : sanitize_text_field( (string) $classifier->hint( $words, $message['languages'] ) );
			if ( $hint !== '' ) {
				$this->hints->save( $message['id'], sanitize_text_field( $classifier->name() ), $hint );
			}
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( sprintf( 'a hint was not given after %.1f s', microtime( true ) - $began ), $thrown );

			return false;
		}
		$took = microtime( true ) - $began;
		if ( $took > self::SLOW_SECONDS ) {
			ErrorLog::note( sprintf( 'a hint took %.1f s', $took ) );
		}

		return $took <= self::SLOW_SECONDS;
	}
}
