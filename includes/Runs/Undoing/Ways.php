<?php
declare( strict_types=1 );

namespace Amicable\Runs\Undoing;

use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Run;

/** What of a run can be taken back, and what cannot and why. */
final class Ways {

	/** A refund may have ended these before their turn came. */
	private const MAY_BE_SKIPPED = [ StepKind::DisableLicense, StepKind::RevokeDownload ];

	/** @var array<string, Undo> */
	private readonly array $ways;

	public function __construct( Undo ...$ways ) {
		$this->ways = array_combine( array_map( static fn ( Undo $way ): string => $way->kind()->value, $ways ), $ways );
	}

	public function of( StepKind $kind ): ?Undo {
		return $this->ways[ $kind->value ] ?? null;
	}

	/** @return array<string, scalar|null> How the thing stands before a run touches it. */
	public function standing( StepKind $kind, string $system, string $target ): array {
		return $this->of( $kind )?->standing( $system, $target ) ?? [];
	}

	/** Whether this run ended something here. */
	public static function is_over( Run $run, Step $step ): bool {
		return $run->state->has_ended() && ( $step->state === StepState::Done || ( $step->state === StepState::Skipped && $step->started_at !== null && in_array( $step->kind, self::MAY_BE_SKIPPED, true ) ) );
	}

	/** Why this cannot be taken back, translated; empty where nobody would ask. Null: it can. */
	public function why_not( Run $run, Step $step ): ?string {
		return match ( $step->kind ) {
			StepKind::Refund             => __( 'Money that went back is with the customer; only they can pay again.', 'amicable' ),
			StepKind::CancelSubscription => __( 'It was canceled where it charges, for good. The customer can subscribe again.', 'amicable' ),
			StepKind::DeactivateSite     => __( 'A site registers itself again once its license works.', 'amicable' ),
			StepKind::ReceiptMail        => __( 'A mail cannot be called back.', 'amicable' ),
			default                      => $this->of( $step->kind ) === null ? '' : $this->of( $step->kind )->why_not( $run, $step ),
		};
	}
}
