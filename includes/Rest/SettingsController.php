<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Projection\HighValuePreview;
use Amicable\Projection\OnHistory;
use Amicable\Projection\OwnRules;
use Amicable\Projection\ShopDocs;
use Amicable\Projection\WordsPreview;
use Amicable\Settings\Settings;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\PatternPreview;
use Amicable\Values\Money;
use Closure;
use DateTimeImmutable;
use WP_REST_Request;
use WP_User;

/** What the owner decides: costs, sources of truth, thresholds. */
final class SettingsController implements Controller {

	private const MOST_STAFF = 500;

	/**
	 * @param Closure(): WordsPreview $words
	 * @param Closure(): OnHistory    $history
	 * @param Closure(): OwnRules     $own
	 * @param Closure(): HighValuePreview $high_value
	 */
	public function __construct(
		private readonly SettingsRepository $settings,
		private readonly PatternPreview $previews,
		private readonly Closure $words,
		private readonly Closure $history,
		private readonly Closure $own,
		private readonly Closure $high_value,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/settings', Capability::SETTINGS, $this->read( ... ), answer: 'settings.settings' ),
			new Route( 'PUT', '/settings', Capability::SETTINGS, $this->write( ... ), body: 'settings.update', answer: 'settings.settings' ),
			new Route( 'POST', '/settings/preview', Capability::SETTINGS, $this->preview( ... ), body: 'settings.preview_request', answer: 'settings.preview' ),
			new Route( 'POST', '/settings/high-value/try', Capability::SETTINGS, $this->try_high_value( ... ), body: 'settings.high_value', answer: 'settings.high_value_tried' ),
			new Route( 'POST', '/settings/rules/try', Capability::SETTINGS, $this->try_rule( ... ), body: 'settings.rule_try', answer: 'settings.rule_tried' ),
		];
	}

	private function read(): Reply {
		return new Reply( $this->shape( $this->settings->current() ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function write( WP_REST_Request $request ): Reply {
		$changes = (array) $request->get_json_params();
		$current = $this->settings->current();
		$after   = $current->with( $changes );
		( new SettingsJudge() )->judge( $changes, $after );
		$saved = $this->settings->save( $after, (int) $changes['version'] );
		if ( isset( $changes['own_rules'] ) ) {
			( $this->own )()->changed( $current->own_rules, $saved->own_rules, get_current_user_id() );
		}
		if ( is_array( $changes['agents'] ?? null ) ) {
			$this->settings->save_agents( array_map( self::agent( ... ), array_values( $changes['agents'] ) ) );
		}

		return new Reply( $this->shape( $saved ) );
	}

	/**
	 * Saves nothing.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function preview( WP_REST_Request $request ): Reply {
		$changes = (array) $request->get_json_params();
		$after   = $this->settings->current()->with( $changes );
		( new SettingsJudge() )->judge( $changes, $after );

		return new Reply(
			[
				'docs_questions' => ( $this->history )()->docs_questions( $after ),
				'cost_over_paid' => $this->previews->cost_over_paid( $after->cost_over_paid ),
				'early_signs'    => ( $this->history )()->early_signs( $after ),
			] + ( $this->words )()->count( $after->words )
		);
	}

	/**
	 * Keeps nothing.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function try_rule( WP_REST_Request $request ): Reply {
		$kept = (array) $request['rule'];
		( new SettingsJudge() )->judge( [ 'own_rules' => [ $kept ] ], $this->settings->current() );
		$rule = OwnRule::read( [ 'silent' => false ] + $kept ) ?? throw Schema::refusal( [ 'conditions' => __( 'This rule cannot be read.', 'amicable' ) ] );

		return new Reply( ( $this->own )()->try_on_history( $rule, (int) $request['after'] ) );
	}

	/**
	 * Keeps nothing.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function try_high_value( WP_REST_Request $request ): Reply {
		$changes = [ 'high_value' => (array) $request->get_json_params() ];
		$after   = $this->settings->current()->with( $changes );
		( new SettingsJudge() )->judge( $changes, $after );
		$tried = ( $this->high_value )()->count( $after->high_value );

		return new Reply( [ 'begins' => $tried['begins'] === null ? null : ( new Money( $tried['begins'], $after->base_currency ) )->to_array() ] + $tried );
	}

	/** @return array<string, mixed> */
	private function shape( Settings $settings ): array {
		$plain = $settings->to_array();

		return array_diff_key( $plain, [ 'docs_questions' => true, 'cost_over_paid' => true, 'words' => true ] ) + [
			'agents'   => array_map(
				static fn ( array $agent ): array => [
					'user_id'     => $agent['user_id'],
					'name'        => Words::who( $agent['user_id'] ) ?? __( 'Somebody who left', 'amicable' ),
					'hourly_cost' => $agent['hourly_cost']->to_array(),
					'from'        => Shape::time( $agent['from'] ),
				],
				$this->settings->agents()
			),
			'staff'    => self::staff(),
			'site_language' => ShopDocs::site(),
			'patterns' => [
				'docs_questions' => $plain['docs_questions'],
				'cost_over_paid' => $plain['cost_over_paid'],
			] + $plain['words'],
		];
	}

	/**
	 * @param array{user_id: int, hourly_cost: array{minor: int, currency: string}, from: string} $agent
	 * @return array{user_id: int, hourly_cost: Money, from: DateTimeImmutable}
	 */
	private static function agent( array $agent ): array {
		return [
			'user_id'     => $agent['user_id'],
			'hourly_cost' => new Money( $agent['hourly_cost']['minor'], $agent['hourly_cost']['currency'] ),
			'from'        => new DateTimeImmutable( $agent['from'] ),
		];
	}

	/** @return list<array{user_id: int, name: string}> */
	private static function staff(): array {
		$users = get_users(
			[
				'capability' => Capability::VIEW,
				'orderby'    => 'display_name',
				'number'     => self::MOST_STAFF,
			]
		);

		return array_values( array_map( static fn ( WP_User $user ): array => [ 'user_id' => $user->ID, 'name' => $user->display_name ], $users ) );
	}
}
