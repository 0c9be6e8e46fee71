<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Clock;
use Amicable\Jobs\Jobs;
use Amicable\Ledger\Inputs;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Settings\Settings;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Database;
use Amicable\Storage\InputFacts;

/** What accounts are counted with now; asks for a rebuild when those on file were counted with something else. */
final class CurrentInputs {

	private bool $asked = false;

	public function __construct(
		private readonly SettingsRepository $settings,
		private readonly InputFacts $facts,
		private readonly Jobs $jobs,
		private readonly Clock $clock,
	) {
	}

	public function read(): Inputs {
		$facts  = $this->facts->read();
		$inputs = $this->with( $facts, $this->settings->current() );
		if ( ! $this->asked && $facts['counted_with'] !== $inputs->hash( $facts['tables'] ) ) {
			$this->asked = true;
			$this->jobs->enqueue( RebuildAccounts::NAME );
		}

		return $inputs;
	}

	/** What accounts would be counted with under other settings: nothing is asked for. */
	public function tried( Settings $settings ): Inputs {
		return $this->with( $this->facts->read(), $settings );
	}

	/** The same with this rule of the owner's own, whether it is kept or not. */
	public function with_rule( OwnRule $rule ): Inputs {
		return $this->tried( $this->settings->current()->with( [ 'own_rules' => [ $rule->to_array() ] ] ) );
	}

	/** Of the inputs of this moment. */
	public function hash(): string {
		$facts = $this->facts->read();

		return $this->with( $facts, $this->settings->current() )->hash( $facts['tables'] );
	}

	/** @param array{dated_costs: bool, support_known: bool, importing: bool, counted_with: string|null, tables: string, high_value: int|null, high_value_in: string|null} $facts */
	private function with( array $facts, Settings $settings ): Inputs {
		return Inputs::from( $settings, $facts['dated_costs'], $facts['support_known'], Database::time( $this->clock->now() ), $facts['high_value_in'] === $settings->base_currency ? $facts['high_value'] : null, $facts['importing'] );
	}
}
