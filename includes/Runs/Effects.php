<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Offboarding\StepKind;
use LogicException;

/** Every effect a run can have. */
final class Effects {

	/** @var array<string, Effect> */
	private readonly array $effects;

	public function __construct( Effect ...$effects ) {
		$by_kind = [];
		foreach ( $effects as $effect ) {
			$by_kind[ $effect->kind()->value ] = $effect;
		}
		$this->effects = $by_kind;
	}

	public function of( StepKind $kind ): Effect {
		return $this->effects[ $kind->value ] ?? throw new LogicException( "No effect for $kind->value." );
	}

	/** @return list<StepKind> */
	public function kinds(): array {
		return array_map( static fn ( Effect $effect ): StepKind => $effect->kind(), array_values( $this->effects ) );
	}
}
