<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Offboarding\Step;
use Amicable\Runs\Run;
use Amicable\Runs\Undoing\Ways;
use Amicable\Storage\Undos;

/** Beside each step of a run that has ended: whether it can be given back, that it was, or why it cannot be. */
final class UndoShape {

	public function __construct(
		private readonly Undos $undos,
		private readonly Ways $ways,
	) {
	}

	/**
	 * @param list<Step> $steps
	 * @return array<string, array<string, string|null>> By step; where nobody would ask, there is none.
	 */
	public function of( Run $run, array $steps ): array {
		$begun = $run->state->has_ended() ? $this->undos->of( $run->id ) : [];
		$found = [];
		foreach ( $steps as $step ) {
			$way = Ways::is_over( $run, $step ) ? ( isset( $begun[ $step->id ] ) ? $this->begun( $begun[ $step->id ] ) : $this->offered( $run, $step ) ) : null;
			if ( $way !== null ) {
				$found[ $step->key ] = $way;
			}
		}

		return $found;
	}

	/** @return array<string, string|null>|null */
	private function offered( Run $run, Step $step ): ?array {
		$why = $this->ways->why_not( $run, $step );

		return $why === '' ? null : self::shape( $why === null ? 'possible' : 'impossible', $why );
	}

	/**
	 * @param array{state: string, is_held: bool, message: string|null, reason: string, user_id: int, at: string} $undo
	 * @return array<string, string|null>
	 */
	private function begun( array $undo ): array {
		$state = match ( true ) {
			$undo['state'] === Undos::DONE => 'done',
			$undo['is_held']               => 'under_way',
			default                        => 'open',
		};
		$broke = $undo['state'] === Undos::RUNNING && ! $undo['is_held'] ? __( 'It was begun, and whoever began it never said how it ended. Try again: what is so already is not done twice.', 'amicable' ) : $undo['message'];

		return self::shape( $state, $broke, $undo['reason'], Words::who( $undo['user_id'] ), Shape::time( $undo['at'] ) );
	}

	/** @return array<string, string|null> */
	private static function shape( string $state, ?string $text, ?string $reason = null, ?string $by = null, ?string $at = null ): array {
		return [
			'state'  => $state,
			'text'   => $text,
			'reason' => $reason,
			'by'     => $by,
			'at'     => $at,
		];
	}
}
