<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Clock;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Scope;
use Amicable\Runs\PlanMaker;
use Amicable\Runs\Run;
use Amicable\Runs\RunControl;
use Amicable\Runs\Runner;
use Amicable\Runs\Starter;
use Amicable\Runs\StartOptions;
use Amicable\Runs\Undoing\Undoer;
use Amicable\Values\Currency;
use Amicable\Values\Money;
use Closure;
use DateTimeImmutable;
use WP_REST_Request;

/** Plans and runs. */
final class OffboardingsController implements Controller {

	private const LATEST = '+30 days';

	private const RUN = '/offboardings/(?P<id>\d+)';

	public function __construct(
		private readonly PlanMaker $plans,
		private readonly Starter $starter,
		private readonly Runner $runner,
		private readonly RunControl $control,
		private readonly Undoer $undoer,
		private readonly PlanShape $plan_shape,
		private readonly RunShape $shape,
		private readonly Clock $clock,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'POST', '/offboardings/plan', Capability::OFFBOARD, $this->plan( ... ), body: 'offboardings.plan_request', answer: 'offboardings.plan' ),
			new Route( 'POST', '/offboardings', Capability::OFFBOARD, $this->start( ... ), body: 'offboardings.start', answer: 'offboardings.run', reread: fn ( int $id ): Reply => $this->reply( $this->runner->get( $id ), 202 ) ),
			new Route( 'GET', self::RUN, Capability::OFFBOARD, $this->on_run( static fn ( Run $run ): Run => $run ), answer: 'offboardings.run' ),
			new Route( 'POST', self::RUN . '/run', Capability::OFFBOARD, $this->on_run( fn ( Run $run ): Run => $this->runner->advance( $run->id ) ), answer: 'offboardings.run' ),
			new Route( 'POST', self::RUN . '/stop', Capability::OFFBOARD, $this->on_run( fn ( Run $run ): Run => $this->control->stop( $run, get_current_user_id() ) ), answer: 'offboardings.run' ),
			new Route( 'POST', self::RUN . '/resume', Capability::OFFBOARD, $this->on_run( fn ( Run $run ): Run => $this->control->resume( $run, get_current_user_id() ) ), answer: 'offboardings.run' ),
			new Route( 'POST', self::RUN . '/approve', Capability::APPROVE, $this->on_run( fn ( Run $run ): Run => $this->control->approve( $run, get_current_user_id() ) ), answer: 'offboardings.run' ),
			new Route( 'POST', self::RUN . '/accept', Capability::APPROVE, $this->on_run( $this->accept( ... ) ), body: 'offboardings.accept', answer: 'offboardings.run' ),
			new Route( 'POST', self::RUN . '/check', Capability::OFFBOARD, $this->on_run( fn ( Run $run ): Run => $this->control->check( $run ) ), answer: 'offboardings.run' ),
			new Route( 'POST', self::RUN . '/steps/(?P<key>[^/]+)/settle', Capability::OFFBOARD, $this->on_run( $this->settle( ... ) ), body: 'offboardings.settle', answer: 'offboardings.run' ),
			new Route( 'POST', self::RUN . '/steps/(?P<key>[^/]+)/undo', Capability::OFFBOARD, $this->on_run( $this->undo( ... ) ), body: 'offboardings.undo', answer: 'offboardings.run' ),
			new Route( 'POST', self::RUN . '/steps/(?P<key>[^/]+)/retry', Capability::OFFBOARD, $this->on_run( $this->retry( ... ) ), answer: 'offboardings.run' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function plan( WP_REST_Request $request ): Reply {
		$plan = $this->plans->make( (int) $request['customer_id'], Kind::from( (string) $request['kind'] ), self::scope( $request ) );

		return new Reply( $this->plan_shape->plan( $plan ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function start( WP_REST_Request $request ): Reply {
		$run = $this->starter->start(
			(int) $request['customer_id'],
			Kind::from( (string) $request['kind'] ),
			self::scope( $request ),
			(string) $request['plan_hash'],
			(int) $request['confirm_orders'],
			self::totals( $request ),
			$request['case_id'] === null ? null : (int) $request['case_id'],
			trim( (string) $request['reason'] ),
			get_current_user_id(),
			new StartOptions( $request['receipt'] === true, $request['hold_mails'] === true, $this->day( $request ) ),
		);

		return $this->reply( $run, 202 );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function settle( Run $run, WP_REST_Request $request ): Run {
		$outcome = $request['outcome'] === 'paid' ? 'paid' : 'not_paid';

		return $this->control->settle( $run, self::step_key( $request ), $outcome, (string) $request['note'], get_current_user_id() );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function undo( Run $run, WP_REST_Request $request ): Run {
		return $this->undoer->undo( $run, self::step_key( $request ), (string) $request['reason'], (int) $request['version'], get_current_user_id() );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function retry( Run $run, WP_REST_Request $request ): Run {
		return $this->control->retry( $run, self::step_key( $request ), get_current_user_id() );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private static function step_key( WP_REST_Request $request ): string {
		return rawurldecode( (string) $request->get_url_params()['key'] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function accept( Run $run, WP_REST_Request $request ): Run {
		$ref = $request['ref'];

		return $this->control->accept( $run, (int) $request['check'], is_string( $ref ) ? $ref : null, (string) $request['reason'], get_current_user_id() );
	}

	/**
	 * @param Closure(Run, WP_REST_Request<array<string, mixed>>): Run $act
	 * @return Closure(WP_REST_Request<array<string, mixed>>): Reply
	 */
	private function on_run( Closure $act ): Closure {
		return fn ( WP_REST_Request $request ): Reply => $this->reply( $act( $this->runner->get( (int) $request->get_url_params()['id'] ), $request ) );
	}

	private function reply( Run $run, int $status = 200 ): Reply {
		return new Reply( $this->shape->run( $run ), $status, [], $run->id );
	}

	/**
	 * The beginning of the day on which licenses end; null: with the rest.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 400 naming the field.
	 */
	private function day( WP_REST_Request $request ): ?DateTimeImmutable {
		$given = $request['licenses_end'];
		if ( $given === null ) {
			return null;
		}
		$day = DateTimeImmutable::createFromFormat( '!Y-m-d', (string) $given, wp_timezone() );
		$now = $this->clock->now();
		if ( $day === false || $day->format( 'Y-m-d' ) !== $given || $day <= $now || $day > $now->modify( self::LATEST ) ) {
			throw Schema::refusal( [ 'licenses_end' => __( 'Choose a day from tomorrow on, at most 30 days ahead.', 'amicable' ) ] );
		}

		return $day;
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private static function scope( WP_REST_Request $request ): Scope {
		return Scope::try_from( $request['scope'] ) ?? throw Schema::refusal( [ 'scope' => __( 'This is no scope we know.', 'amicable' ) ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return list<Money>
	 * @throws AmicableException 400 naming the field.
	 */
	private static function totals( WP_REST_Request $request ): array {
		$totals = [];
		/** @var list<array{minor: int, currency: string}> $given Judged by the schema. */
		$given = $request['confirm_totals'];
		foreach ( $given as $index => $total ) {
			if ( ! Currency::is_known( $total['currency'] ) ) {
				throw Schema::refusal( [ "confirm_totals.$index.currency" => __( 'This is no currency we know.', 'amicable' ) ] );
			}
			$totals[] = new Money( $total['minor'], $total['currency'] );
		}

		return $totals;
	}
}
