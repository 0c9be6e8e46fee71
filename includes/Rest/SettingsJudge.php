<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Patterns\Level;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Settings\Settings;
use Amicable\Values\Currency;

/** What a schema cannot say about settings: currencies that exist and agree, a watch that comes before the flag, people who are here. */
final class SettingsJudge {

	/** @var array<string, string> */
	private array $errors = [];

	/**
	 * @param array<array-key, mixed> $changes Valid by `settings.update`.
	 * @throws AmicableException 400 naming the fields.
	 */
	public function judge( array $changes, Settings $after ): void {
		$base = (string) ( $changes['base_currency'] ?? $after->base_currency );
		if ( ! Currency::is_known( $base ) ) {
			$this->errors['base_currency'] = __( 'This is not a currency that we know.', 'amicable' );
		}
		$this->amount( 'hourly_cost', $changes['hourly_cost'] ?? null, $base );
		$this->amount( 'ticket_cost', $changes['ticket_cost'] ?? null, $base );
		$this->amount( 'limits.part_ways_sum', is_array( $changes['limits'] ?? null ) ? $changes['limits']['part_ways_sum'] ?? null : null, $base );
		$this->high_value( is_array( $changes['high_value'] ?? null ) ? $changes['high_value'] : [], $base );
		foreach ( $changes['cases']['resolutions'] ?? [] as $index => $resolution ) {
			$this->amount( "cases.resolutions.$index.most", $resolution['most'], $base );
		}
		foreach ( is_array( $changes['agents'] ?? null ) ? $changes['agents'] : [] as $index => $agent ) {
			$this->amount( "agents.$index.hourly_cost", $agent['hourly_cost'], $base );
			if ( Shape::moment( $agent['from'] ) === null ) {
				$this->errors[ "agents.$index.from" ] = __( 'There is no such day.', 'amicable' );
			}
			if ( get_userdata( $agent['user_id'] ) === false ) {
				$this->errors[ "agents.$index.user_id" ] = __( 'There is no such person on this site.', 'amicable' );
			}
		}
		$this->own_rules( is_array( $changes['own_rules'] ?? null ) ? array_values( $changes['own_rules'] ) : [] );
		$this->thresholds( $after );
		if ( $this->errors !== [] ) {
			throw Schema::refusal( $this->errors );
		}
	}

	private function amount( string $field, mixed $amount, string $base ): void {
		if ( ! is_array( $amount ) ) {
			return;
		}
		if ( $amount['minor'] < 0 ) {
			$this->errors[ "$field.minor" ] = __( 'This cannot be less than nothing.', 'amicable' );
		}
		if ( $amount['currency'] !== $base ) {
			/* translators: %s: currency code, "USD". */
			$this->errors[ "$field.currency" ] = sprintf( __( 'Enter this amount in %s, the currency that costs are counted in.', 'amicable' ), $base );
		}
	}

	/** @param array<array-key, mixed> $rule */
	private function high_value( array $rule, string $base ): void {
		foreach ( [ 'sum', 'profit' ] as $field ) {
			$amount = $rule[ $field ] ?? null;
			$this->amount( "high_value.$field", $amount, $base );
			if ( is_array( $amount ) && $amount['minor'] === 0 ) {
				$this->errors[ "high_value.$field.minor" ] = __( 'From nothing on, everybody would be of high value.', 'amicable' );
			}
		}
	}

	/** @param list<mixed> $rules */
	private function own_rules( array $rules ): void {
		$ids = [];
		foreach ( $rules as $index => $kept ) {
			$rule = is_array( $kept ) ? OwnRule::read( $kept ) : null;
			if ( $rule === null ) {
				$this->errors[ "own_rules.$index.conditions" ] = __( 'Each line needs a number, and days where it counts what happened.', 'amicable' );
				continue;
			}
			if ( isset( $ids[ $rule->id ] ) ) {
				$this->errors[ "own_rules.$index.id" ] = __( 'Two rules cannot have the same number.', 'amicable' );
			}
			if ( $rule->level === Level::Flag && $rule->rests_on_no_sign() ) {
				$this->errors[ "own_rules.$index.level" ] = __( 'Asking for something free, and what only describes a customer, is never enough alone: add another condition that has to hold too, or choose “Watch”.', 'amicable' );
			}
			$ids[ $rule->id ] = true;
		}
	}

	private function thresholds( Settings $after ): void {
		if ( $after->docs_questions['watch'] > $after->docs_questions['flag'] ) {
			$this->errors['patterns.docs_questions.watch'] = __( 'Watch comes before flag, so it cannot be the larger number.', 'amicable' );
		}
		if ( $after->words->hostile_messages['mild_days'] > $after->words->hostile_messages['mild'] ) {
			$this->errors['patterns.hostile_messages.mild_days'] = __( 'So few messages cannot fall on so many days.', 'amicable' );
		}
		if ( $after->cost_over_paid['watch_millionths'] > $after->cost_over_paid['flag_millionths'] ) {
			$this->errors['patterns.cost_over_paid.watch_millionths'] = __( 'Watch comes before flag, so it cannot be the larger number.', 'amicable' );
		}
	}
}
