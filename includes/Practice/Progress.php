<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use DateTimeImmutable;
use DateTimeZone;

/** How far the loading of Practice has come. */
final class Progress {

	public const ABSENT   = 'absent';
	public const LOADING  = 'loading';
	public const READY    = 'ready';
	public const REMOVING = 'removing';
	public const FAILED   = 'failed';

	/** What happens one after the other. */
	public const PHASES = [ 'shop', 'orders', 'tickets', 'standings', 'stories', 'accounts' ];

	/**
	 * @param string $state  One of the constants.
	 * @param string $phase  One of PHASES.
	 * @param int    $cursor Where the phase goes on.
	 * @param string $today  The day that everything is dated back from, Y-m-d.
	 * @param int    $lease  Until then (Unix seconds) somebody is at work; 0: nobody.
	 * @param int    $turn   Raised by every write, so that two writers never mistake each other's.
	 */
	public function __construct(
		public readonly string $state,
		public readonly string $phase = 'shop',
		public readonly int $cursor = 0,
		public readonly int $done = 0,
		public readonly int $total = 0,
		public readonly int $seed = WorldMaker::SEED,
		public readonly string $today = '',
		public readonly int $lease = 0,
		public readonly int $turn = 0,
	) {
	}

	public static function absent(): self {
		return new self( self::ABSENT );
	}

	public static function begun( int $seed, DateTimeImmutable $now, int $turn ): self {
		return new self( self::LOADING, seed: $seed, today: $now->format( 'Y-m-d' ), total: 1, turn: $turn );
	}

	public static function from_json( ?string $json ): self {
		$kept = $json === null ? null : json_decode( $json, true );
		if ( ! is_array( $kept ) ) {
			return self::absent();
		}
		$text   = static fn ( string $name ): string => is_string( $kept[ $name ] ?? null ) ? $kept[ $name ] : '';
		$number = static fn ( string $name ): int => is_int( $kept[ $name ] ?? null ) ? max( 0, $kept[ $name ] ) : 0;

		return new self( $text( 'state' ), $text( 'phase' ), $number( 'cursor' ), $number( 'done' ), $number( 'total' ), $number( 'seed' ), $text( 'today' ), $number( 'lease' ), $number( 'turn' ) );
	}

	public function to_json(): string {
		return (string) json_encode( get_object_vars( $this ), JSON_THROW_ON_ERROR );
	}

	public function day(): DateTimeImmutable {
		return new DateTimeImmutable( $this->today, new DateTimeZone( 'UTC' ) );
	}

	public function is_loading(): bool {
		return $this->state === self::LOADING;
	}

	/** The same with some of it changed, one turn on. */
	public function with( ?string $state = null, ?string $phase = null, ?int $cursor = null, ?int $done = null, ?int $total = null, int $lease = 0 ): self {
		return new self( $state ?? $this->state, $phase ?? $this->phase, $cursor ?? $this->cursor, $done ?? $this->done, $total ?? $this->total, $this->seed, $this->today, $lease, $this->turn + 1 );
	}

	/** @return array{state: string, done: int, total: int} The shape of REST. */
	public function to_array(): array {
		return [
			'state' => $this->state,
			'done'  => $this->done,
			'total' => $this->total,
		];
	}
}
