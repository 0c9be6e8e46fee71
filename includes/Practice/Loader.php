<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Clock;
use Amicable\Jobs\Sweepable;
use Amicable\Mode;
use Amicable\Settings\Settings;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Database;
use Amicable\Storage\Migrations;
use Amicable\Storage\SampleStock;
use Closure;
use Throwable;

/**
 * Loads Practice in slices of a few seconds: the shop's own books, then the facts, then what people did about them, then the accounts.
 *
 * Every slice may be done twice and ends in the same rows. The state says who is at work; whoever loses the race leaves.
 */
final class Loader implements Sweepable {

	public const NAME = 'load_practice';

	private const LEASE_SECONDS = 120;

	private const TURN_SECONDS = 10.0;

	/** Somebody else is at work. */
	private const PAUSE_SECONDS = 5;

	private const ORDERS_A_SLICE = 400;

	private const TICKETS_A_SLICE = 500;

	private const CUSTOMERS_A_SLICE = 200;

	private ?World $world = null;

	/**
	 * @param Closure(bool): bool  $recount Recounts accounts for a while (true: from the first one); true when all are done.
	 * @param Closure(World): void $act     What people did after all that: goodwill, cases, runs.
	 */
	public function __construct(
		private readonly ProgressOption $progress,
		private readonly WorldMaker $maker,
		private readonly Database $database,
		private readonly Migrations $tables,
		private readonly SampleStock $stock,
		private readonly Import $import,
		private readonly SettingsRepository $settings,
		private readonly Closure $recount,
		private readonly Closure $act,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	public function progress(): Progress {
		return $this->progress->read();
	}

	/** Begins, unless it has begun. */
	public function start( int $seed = WorldMaker::SEED ): Progress {
		$before = $this->progress->read();
		if ( in_array( $before->state, [ Progress::ABSENT, Progress::FAILED ], true ) ) {
			// Half of another day's shop would mix with today's.
			$this->tables->drop();
			$this->tables->run();
			$this->progress->change( $before, Progress::begun( $seed, $this->clock->now(), $before->turn + 1 ) );
		}

		return $this->progress->read();
	}

	/**
	 * Everything in this request, for a demo that waits for it.
	 *
	 * @param Closure(Progress): void $tell
	 */
	public function load_now( Closure $tell ): Progress {
		$now = $this->start();
		while ( $now->is_loading() ) {
			$tell( $now );
			if ( $this->step() === self::PAUSE_SECONDS ) {
				usleep( 300_000 );
			}
			$now = $this->progress->read();
		}

		return $now;
	}

	/** As many slices as fit into a turn of the queue. */
	public function run( array $args ): ?int {
		$until = microtime( true ) + self::TURN_SECONDS;
		do {
			$next = $this->step();
		} while ( $next === 0 && microtime( true ) < $until );

		return $next;
	}

	/** @return int|null Seconds until the next slice; null when there is nothing left. */
	public function step(): ?int {
		$before = $this->progress->read();
		$now    = $this->clock->now()->getTimestamp();
		if ( ! $before->is_loading() ) {
			return null;
		}
		$mine = $before->with( lease: $now + self::LEASE_SECONDS );
		if ( $before->lease > $now || ! $this->progress->change( $before, $mine ) ) {
			return self::PAUSE_SECONDS;
		}
		try {
			$after = $this->slice( $mine );
		} catch ( Throwable $error ) {
			$this->progress->change( $mine, $mine->with( state: Progress::FAILED ) );
			throw $error;
		}
		$this->progress->change( $mine, $after );

		return $after->is_loading() ? 0 : null;
	}

	public function due(): array {
		return $this->progress->read()->is_loading() ? [ [] ] : [];
	}

	private function slice( Progress $at ): Progress {
		return match ( $at->phase ) {
			'shop'      => $this->at_once( $this->open_shop( ... ), $at ),
			'orders'    => $this->at_once( $this->read_orders( ... ), $at ),
			'tickets'   => $this->at_once( $this->read_tickets( ... ), $at ),
			'standings' => $this->at_once( $this->judge_tickets( ... ), $at ),
			'stories'   => $this->tell_stories( $at ),
			default     => ( $this->recount )( $at->cursor === 0 ) ? $at->with( state: Progress::READY ) : $at->with( cursor: 1 ),
		};
	}

	/**
	 * Hundreds of rows in one transaction: a slice is there whole or not, and the database writes to its disk once.
	 *
	 * @param Closure(Progress): Progress $slice
	 */
	private function at_once( Closure $slice, Progress $at ): Progress {
		return $this->database->atomically( static fn (): Progress => $slice( $at ) );
	}

	private function open_shop( Progress $at ): Progress {
		if ( get_option( Mode::Practice->settings_option(), '' ) === '' ) {
			$settings = Settings::defaults( 'USD' );
			$this->settings->save( $settings->with( [ 'docs_urls' => [ Catalog::DOCS ], 'docs_languages' => [ [ 'url' => Catalog::DOCS, 'languages' => Content::LANGUAGES ] ] ] ), $settings->version );
		}
		$world = $this->world( $at );
		$this->stock->fill( ShopRows::of( $world->sales, $at->seed ) );

		return $at->with( phase: 'orders', cursor: 0, total: count( $world->sales ) + count( $world->tickets ) );
	}

	private function read_orders( Progress $at ): Progress {
		$last = $this->import->orders( $at->cursor, self::ORDERS_A_SLICE );

		return $last === null
			? $at->with( phase: 'tickets', cursor: 0, done: count( $this->world( $at )->sales ) )
			: $at->with( cursor: $last, done: $at->done + self::ORDERS_A_SLICE );
	}

	private function read_tickets( Progress $at ): Progress {
		$tickets = array_slice( $this->world( $at )->tickets, $at->cursor, self::TICKETS_A_SLICE );
		if ( $tickets === [] ) {
			return $at->with( phase: 'standings', cursor: 0, done: $at->total );
		}
		$this->import->tickets( $tickets );

		return $at->with( cursor: $at->cursor + count( $tickets ), done: $at->done + count( $tickets ) );
	}

	private function judge_tickets( Progress $at ): Progress {
		$last = $this->import->standings( $at->cursor, self::CUSTOMERS_A_SLICE );

		return $last === null ? $at->with( phase: 'stories', cursor: 0 ) : $at->with( cursor: $last );
	}

	private function tell_stories( Progress $at ): Progress {
		( $this->act )( $this->world( $at ) );

		return $at->with( phase: 'accounts', cursor: 0 );
	}

	private function world( Progress $at ): World {
		return $this->world ??= $this->maker->make( $at->seed, $at->day() );
	}
}
