<?php
declare( strict_types=1 );

namespace Amicable\Settings;

use Amicable\AmicableException;
use Amicable\Mode;
use Amicable\Storage\HourlyCosts;
use Amicable\Storage\OptionRow;
use Amicable\Values\Money;
use Closure;
use DateTimeImmutable;

/** The settings of one mode: JSON in one option, written only over the version that was seen. */
final class SettingsRepository {

	private ?Settings $current = null;

	private mixed $parsed = null;

	/**
	 * @param Closure(): string $shop_currency What the shop sells in, asked while nobody chose a base currency.
	 * @param Closure(): void   $changed       Accounts were counted with other settings.
	 */
	public function __construct(
		private readonly Mode $mode,
		private readonly OptionRow $option,
		private readonly HourlyCosts $hourly_costs,
		private readonly Closure $shop_currency,
		private readonly Closure $changed,
	) {
	}

	/** Parsed again only when what is stored is another text: a job that runs for minutes sees what was saved meanwhile. */
	public function current(): Settings {
		$json = get_option( $this->mode->settings_option(), '' );
		if ( $this->current === null || $json !== $this->parsed ) {
			$this->current = $this->parse( $json );
			$this->parsed  = $json;
		}

		return $this->current;
	}

	/**
	 * @return Settings What is stored now, one version up.
	 * @throws AmicableException When somebody else saved meanwhile.
	 */
	public function save( Settings $settings, int $expected_version ): Settings {
		$name   = $this->mode->settings_option();
		$before = $this->option->read( $name );
		if ( $this->parse( $before )->version !== $expected_version ) {
			throw self::stale();
		}
		$after = [ 'version' => $expected_version + 1 ] + $settings->to_array();
		if ( ! $this->option->swap( $name, $before, (string) wp_json_encode( $after ) ) ) {
			throw self::stale();
		}
		$this->current = null;
		( $this->changed )();

		return $this->current();
	}

	/** @return list<array{user_id: int, hourly_cost: Money, from: DateTimeImmutable}> */
	public function agents(): array {
		return $this->hourly_costs->all();
	}

	/** @param list<array{user_id: int, hourly_cost: Money, from: DateTimeImmutable}> $agents */
	public function save_agents( array $agents ): void {
		if ( $this->hourly_costs->replace( $agents ) ) {
			( $this->changed )();
		}
	}

	private function parse( mixed $json ): Settings {
		$kept = is_string( $json ) ? json_decode( $json, true ) : null;

		return Settings::from_array( is_array( $kept ) ? $kept : [], ( $this->shop_currency )() );
	}

	private static function stale(): AmicableException {
		return new AmicableException( 'amicable_stale', __( 'Somebody else changed the settings meanwhile. Reload them and try again.', 'amicable' ), 409 );
	}
}
