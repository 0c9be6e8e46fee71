<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Tags;

use Amicable\ErrorLog;
use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\Desks;
use Amicable\HelpDesks\TagDesk;
use Amicable\Jobs\Sweepable;
use Amicable\Storage\DeskTags;
use Closure;
use Throwable;

/** Writes tags into the help desks: one write per change, and again later where a desk did not take it. Off until somebody switches it on. */
final class TellDesks implements Sweepable {

	public const NAME = 'tell_desks';

	/** Of one slice; desks outside count requests by the minute. */
	private const AT_ONCE = 10;

	private const PAUSE_SECONDS = 20;

	/**
	 * @param Closure(): TagSettings   $settings
	 * @param Closure(): Desks         $desks
	 * @param Closure(): (string|null) $objection Why nobody is written to from here; null: it may.
	 */
	public function __construct(
		private readonly Closure $settings,
		private readonly Closure $desks,
		private readonly DeskTags $tags,
		private readonly TagWriter $writer,
		private readonly Closure $objection,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** Every five minutes while it is on: what holds is looked up, not told. */
	public function due(): array {
		return $this->may_write() ? [ [] ] : [];
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		if ( ! $this->may_write() ) {
			return null;
		}
		$desks = $this->able();
		$this->tags->plan( array_keys( $desks ), ( $this->settings )() );
		for ( $done = 0; $done < self::AT_ONCE; $done++ ) {
			$task = $this->tags->claim( array_keys( $desks ) );
			if ( $task === null ) {
				return null;
			}
			if ( ! $this->write( $task, $desks[ $task->desk ] ) ) {
				unset( $desks[ $task->desk ] ); // It has something against all of them, as a rule.
			}
		}

		return self::PAUSE_SECONDS;
	}

	private function may_write(): bool {
		return ( $this->settings )()->on && ( $this->objection )() === null;
	}

	/** @return array<string, TagDesk> By id. */
	private function able(): array {
		$able = [];
		foreach ( ( $this->desks )()->all() as $desk ) {
			if ( $desk instanceof TagDesk ) {
				$able[ $desk->id() ] = $desk;
			}
		}

		return $able;
	}

	/** @return bool Whether the desk took it. */
	private function write( TagTask $task, TagDesk $desk ): bool {
		try {
			$this->writer->write( $task, $desk, ( $this->settings )()->name( $task->kind ) );
		} catch ( DeskRefusal $refusal ) {
			$this->tags->fail( $task, $refusal->getMessage() );

			return false;
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not write a tag into a help desk, and will try again', $thrown );
			/* translators: %s: name of a help desk. */
			$this->tags->fail( $task, sprintf( __( '%s did not answer.', 'amicable' ), $desk->name() ) );

			return false;
		}
		$this->tags->finish( $task );

		return true;
	}
}
