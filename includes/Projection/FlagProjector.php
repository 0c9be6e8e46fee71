<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Clock;
use Amicable\Ledger\Inputs;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagState;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\MitigatorRule;
use Amicable\Patterns\Pattern;
use Amicable\Settings\Settings;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\CustomerViews;
use Amicable\Storage\Database;
use Amicable\Storage\EvidenceRows;
use Amicable\Storage\Flags;
use Amicable\Storage\Sums\Scope;
use Closure;
use DateTimeImmutable;

/**
 * Judges a customer by every pattern and keeps the flags: opens, updates, expires. What a person said stays until there is something new.
 *
 * @phpstan-import-type EvidenceRow from EvidenceRows
 */
final class FlagProjector {

	private const TRIES = 5;

	private const AT_ONCE = 50;

	/**
	 * @param Closure(Settings): list<Pattern> $patterns   With the thresholds of the moment.
	 * @param list<MitigatorRule>              $mitigators
	 */
	public function __construct(
		private readonly CustomerViews $customers,
		private readonly Flags $flags,
		private readonly EvidenceRows $evidence,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
		private readonly Closure $patterns,
		private readonly array $mitigators,
	) {
	}

	/**
	 * Again from the beginning for those of whom somebody changed a flag meanwhile: whoever read the newest facts must not lose to whoever wrote first.
	 *
	 * @param list<int> $customer_ids
	 */
	public function project( array $customer_ids, Inputs $inputs ): void {
		foreach ( array_chunk( $customer_ids, self::AT_ONCE ) as $left ) {
			for ( $tries = 0; $left !== [] && $tries < self::TRIES; $tries++ ) {
				$left = $this->attempt( $left, $inputs );
			}
		}
	}

	/**
	 * @param non-empty-list<int> $customer_ids
	 * @return list<int> Whom somebody else was faster with.
	 */
	private function attempt( array $customer_ids, Inputs $inputs ): array {
		$scope  = Scope::some( $customer_ids );
		$views  = $this->customers->of_all( $scope, $inputs );
		$stored = [];
		foreach ( $this->flags->of_all( $scope ) as $flag ) {
			$stored[ $flag->customer_id ][ $flag->pattern->value ] = $flag;
		}
		$patterns = ( $this->patterns )( $this->settings->current() );
		// Most customers have no flag and get none. Muting can only take away, so what was muted need not be read.
		$concerned = array_values( array_filter( $customer_ids, static fn ( int $id ): bool => isset( $stored[ $id ] ) || self::holds_any( $patterns, $views[ $id ] ?? null ) ) );
		$evidence  = $concerned === [] ? [] : $this->evidence->of_all( Scope::some( $concerned ) );

		return array_values( array_filter( $concerned, fn ( int $id ): bool => ! $this->update( $id, $views[ $id ] ?? null, $stored[ $id ] ?? [], $evidence[ $id ] ?? [], $patterns ) ) );
	}

	/**
	 * @param array<string, Flag>                        $stored   By pattern.
	 * @param array<string, array<string, EvidenceRow>> $rows     Evidence by pattern and key.
	 * @param list<Pattern>                              $patterns
	 * @return bool False when somebody else was faster.
	 */
	private function update( int $customer_id, ?CustomerView $view, array $stored, array $rows, array $patterns ): bool {
		$done = true;
		foreach ( $patterns as $pattern ) {
			$slug    = $pattern->slug()->value;
			$finding = $view === null ? null : $this->judge( $pattern, $view, $rows[ $slug ] ?? [] );
			$before  = $stored[ $slug ] ?? null;
			$after   = $this->after( $customer_id, $before, $finding, $view === null ? $this->clock->now()->getTimestamp() : $view->as_of );
			$kept    = $after === null || $this->keep( $before, $after );
			if ( $kept && $finding !== null ) {
				$this->keep_evidence( $customer_id, $finding, $rows[ $slug ] ?? [] );
			}
			$done = $done && $kept;
		}

		return $done;
	}

	/** @param list<Pattern> $patterns */
	private static function holds_any( array $patterns, ?CustomerView $view ): bool {
		$found = array_filter( $patterns, static fn ( Pattern $pattern ): bool => $view !== null && $pattern->judge( $view ) instanceof Finding );

		return $found !== [];
	}

	/** @param array<string, EvidenceRow> $rows */
	private function judge( Pattern $pattern, CustomerView $view, array $rows ): ?Finding {
		$muted   = array_filter( $rows, static fn ( array $row ): bool => $row['muted'] );
		$finding = $pattern->judge( $view->without( array_values( array_map( static fn ( array $row ): int => $row['ticket_id'], $muted ) ), array_keys( $muted ) ) );
		if ( ! $finding instanceof Finding ) {
			return null;
		}

		return $finding->beside( ...array_values( array_filter( array_map( static fn ( MitigatorRule $rule ): ?Mitigator => $rule->of( $view, $finding ), $this->mitigators ) ) ) );
	}

	/** The flag as it should be now; null: there is none and need not be one. */
	private function after( int $customer_id, ?Flag $before, ?Finding $finding, int $as_of ): ?Flag {
		if ( $before === null ) {
			return $finding === null ? null : self::flag( 0, $customer_id, $finding, FlagState::Open, 1 );
		}
		$state = FlagState::after( $before->state, $finding !== null, $before->until?->getTimestamp(), $as_of );
		if ( $finding === null ) {
			return $state === $before->state ? $before : new Flag( $before->id, $customer_id, $before->pattern, $before->level, $state, $before->measured, $before->threshold, $before->mitigators, $before->since, $before->version );
		}

		return self::flag( $before->id, $customer_id, $finding, $state, $before->version, $state === FlagState::Snoozed ? $before->until : null );
	}

	private static function flag( int $id, int $customer_id, Finding $finding, FlagState $state, int $version, ?DateTimeImmutable $until = null ): Flag {
		return new Flag( $id, $customer_id, $finding->pattern, $finding->level, $state, $finding->measured, $finding->threshold, $finding->mitigators, Database::moment( gmdate( 'Y-m-d H:i:s', $finding->since ) ), $version, null, $until );
	}

	/** False when somebody changed the flag meanwhile. */
	private function keep( ?Flag $before, Flag $after ): bool {
		$now   = $this->clock->now();
		$after = $after->following( $before, $now, $now->modify( sprintf( '-%d months', $this->settings->current()->cases->keep_evidence_months ) ) );

		return match ( true ) {
			$before === null          => $this->flags->add( $after, $now ),
			$before->equals( $after ) => true,
			default                   => $this->flags->replace( $after, $now ),
		};
	}

	/** @param array<string, EvidenceRow> $rows */
	private function keep_evidence( int $customer_id, Finding $finding, array $rows ): void {
		$fresh   = array_filter( $finding->evidence, static fn ( Evidence $one ): bool => ! isset( $rows[ $one->key() ] ) && ! $one->is_exact() && $one->ticket_id > 0 );
		$quotes  = $this->customers->quotes( array_values( array_map( static fn ( Evidence $one ): int => $one->message_id, $fresh ) ) );
		$changed = [];
		$now     = [];
		foreach ( $finding->evidence as $one ) {
			$row                = $rows[ $one->key() ] ?? null;
			$one                = $one->is_exact() ? $one : new Evidence( $one->ticket_id, $one->message_id, $one->rule, $row === null ? $quotes[ $one->message_id ] ?? $one->quote : $row['quote'], $one->at, $one->url );
			$now[ $one->key() ] = true;
			if ( $row === null || [ $row['customer_id'], $row['rule'], $row['at'], $row['url'], $row['start'] ] !== [ $customer_id, $one->rule, gmdate( 'Y-m-d H:i:s', $one->at ), $one->url, $one->start ] ) {
				$changed[] = $one;
			}
		}
		$this->evidence->save( $customer_id, $finding->pattern, $changed );
		$this->evidence->drop( $finding->pattern, array_keys( array_filter( array_diff_key( $rows, $now ), static fn ( array $row ): bool => ! $row['muted'] ) ) );
	}
}
