<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\HelpDesks\DocsLinks;
use Amicable\Jobs\Sweepable;
use Amicable\Settings\SettingsRepository;
use Amicable\Setup\LanguagePacks;
use Amicable\Storage\Customers;
use Amicable\Storage\Imports;
use Amicable\Storage\Messages;

/**
 * Counts all tickets anew after the owner changed where the docs are, in which languages, or how fast we answer: first the links in messages whose text we still
 * have, then how each ticket counts.
 */
final class RecountTickets implements Sweepable {

	public const NAME = 'recount_tickets';

	/** The row of `imports` that says with which settings tickets were last counted. */
	private const SOURCE = 'tickets';

	private const LEASE_SECONDS = 120;

	private const TURN_SECONDS = 15.0;

	public function __construct(
		private readonly Messages $messages,
		private readonly Customers $customers,
		private readonly TicketStandings $standings,
		private readonly Projector $projector,
		private readonly SettingsRepository $settings,
		private readonly Imports $imports,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		if ( $this->is_stale() ) {
			$this->imports->start( self::SOURCE, 0, 'messages:0', $this->hash() );
		}
		$token = $this->imports->claim( self::SOURCE, self::LEASE_SECONDS );
		if ( $token === null ) {
			return null;
		}
		$cursor = $this->imports->find( self::SOURCE )['cursor'] ?? 'messages:0';
		$until  = microtime( true ) + self::TURN_SECONDS;
		do {
			$cursor = $this->slice( $cursor );
		} while ( $cursor !== null && microtime( true ) < $until );
		$this->imports->put_back( $token, $cursor ?? '', 0, $cursor === null );

		return $cursor === null ? null : 1;
	}

	public function due(): array {
		return $this->is_stale() || ( $this->imports->find( self::SOURCE )['state'] ?? '' ) === 'running' ? [ [] ] : [];
	}

	/** Where to go on; null at the end. */
	private function slice( string $cursor ): ?string {
		[ $of, $after ] = explode( ':', $cursor );
		if ( $of === 'messages' ) {
			$last = $this->find_links( (int) $after );

			return $last === null ? 'customers:0' : "messages:$last";
		}
		$last = $this->customers->nth_after( (int) $after, 100 );
		if ( $last !== null ) {
			$this->projector->project_all( $this->standings->recount_range( (int) $after + 1, $last ) );
		}

		return $last === null ? null : "customers:$last";
	}

	private function find_links( int $after ): ?int {
		$docs     = new DocsLinks( $this->settings->current()->docs_urls );
		$messages = $this->messages->agents_after( $after, 500 );
		foreach ( $messages as $message ) {
			$url = $docs->in_message( $message['text'], $message['docs_url'] );
			if ( $url !== $message['docs_url'] ) {
				$this->messages->set_docs_url( $message['id'], $url );
			}
		}

		return $messages === [] ? null : end( $messages )['id'];
	}

	private function is_stale(): bool {
		return ( $this->imports->find( self::SOURCE )['inputs'] ?? null ) !== $this->hash();
	}

	private function hash(): string {
		$settings = $this->settings->current();

		return hash( 'sha256', (string) wp_json_encode( [ $settings->docs_urls, $settings->docs_languages, ShopDocs::site(), $settings->reply_target_hours, wp_timezone_string(), ...array_keys( LanguagePacks::own()->files ) ] ) );
	}
}
