<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Circumstances;
use Amicable\Cases\Gate;
use Amicable\Cases\Machine;
use Amicable\Cases\Move;
use Amicable\Cases\Stage;
use Amicable\Chances\PublicComplaints;
use Amicable\Clock;
use Amicable\Letters\Letter;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\ProofLine;
use Amicable\Offboarding\RunState;
use Amicable\Projection\Projector;
use Amicable\Storage\CaseFacts;
use Amicable\Storage\Cases;
use Amicable\Storage\LogChain;
use Amicable\Storage\Runs;
use Amicable\Stores\OrderRef;

/** Opens cases and moves them, where the machine lets it. */
final class CaseDesk {

	public function __construct(
		private readonly Cases $cases,
		private readonly CaseFacts $facts,
		private readonly CaseManners $manners,
		private readonly Runs $runs,
		private readonly Machine $machine,
		private readonly GateSentences $sentences,
		private readonly LogChain $log,
		private readonly Projector $projector,
		private readonly PublicComplaints $complaints,
		private readonly Checkpoint $checkpoint,
		private readonly Clock $clock,
	) {
	}

	/** @throws AmicableException 404 */
	public function find( int $id ): CaseRecord {
		return $this->cases->find( $id ) ?? throw new AmicableException( 'amicable_case_missing', __( 'There is no such case.', 'amicable' ), 404 );
	}

	/**
	 * A relation that came to an end is begun again in its own case, with a reason, where the whole story stands.
	 *
	 * @return array{CaseRecord, bool} The open case of the customer, and whether it was not open before.
	 * @throws AmicableException 422 amicable_gate when that takes a reason.
	 */
	public function open( int $customer_id, int $user_id, ?int $assignee_id, ?OrderRef $order, string $reason = '' ): array {
		[ $case, $is_new ] = $this->opened( $customer_id, $user_id, $assignee_id, $order, $reason );
		$this->complaints->gather( $case, $user_id );

		return [ $case, $is_new ];
	}

	/**
	 * @return array{CaseRecord, bool}
	 * @throws AmicableException 422
	 */
	private function opened( int $customer_id, int $user_id, ?int $assignee_id, ?OrderRef $order, string $reason ): array {
		$last = $this->cases->last_of( $customer_id );
		if ( $last !== null && $last->state->stage->can_be_reinstated() && $this->cases->open_of( $customer_id ) === null ) {
			return [ $this->begin_again( $last, $reason, $user_id, $assignee_id, $order ), true ];
		}
		$id = $this->cases->open( $customer_id, $user_id, $assignee_id, $order );
		if ( $id !== null ) {
			$this->log( $id, $customer_id, $user_id, null, Stage::Open );
			$this->projector->project( $customer_id );

			return [ $this->find( $id ), true ];
		}
		$open = $this->cases->open_of( $customer_id ) ?? throw self::stale();

		return [ $open, false ];
	}

	private function begin_again( CaseRecord $last, string $reason, int $user_id, ?int $assignee_id, ?OrderRef $order ): CaseRecord {
		if ( $reason === '' ) {
			$why = __( 'The last case of this customer came to its end. Say why it is opened again; warnings from before do not count.', 'amicable' );

			throw new AmicableException( 'amicable_gate', $why, 422, [ 'reason' => $why ], [ 'gate' => Gate::Reason->value ] );
		}

		return $this->write( $last, new Move( Stage::Open, reason: $reason ), $user_id, '', $assignee_id, $order ) ? $this->find( $last->id ) : throw self::stale();
	}

	/**
	 * @param int    $version What the person saw; another one is refused.
	 * @param string $text    What was sent to the customer elsewhere, word for word.
	 * @throws AmicableException 409 amicable_stale, 422 amicable_gate.
	 */
	public function move( CaseRecord $case, Move $move, int $version, int $user_id, string $text = '' ): CaseRecord {
		if ( $case->version !== $version ) {
			throw self::stale();
		}
		$gate = $this->gate( $case, $move, $user_id );
		if ( $gate !== null ) {
			throw $this->refusal( $gate, $case );
		}

		return $this->write( $case, $move, $user_id, $text ) ? $this->find( $case->id ) : throw self::stale();
	}

	/**
	 * Where the case may go now, and what would have to be true first.
	 *
	 * @param Letter|null $letter With these words; null: with any of this case.
	 * @return list<array{to: string, allowed: bool, why: string|null}>
	 */
	public function next( CaseRecord $case, bool $may_approve, ?Letter $letter = null ): array {
		$around = $this->around( $case, get_current_user_id(), $letter === null ? null : [ $letter ] );
		$next   = [];
		foreach ( $this->machine->ways( $case->state ) as $to ) {
			// As if everything that a person writes or ticks were there: what then still stands in the way cannot be typed away.
			$gate   = $this->machine->gate( $case->state, new Move( $to, $may_approve, '…', 'agreed' ), $around );
			$asks   = $this->machine->gate( $case->state, new Move( $to, $may_approve ), $around );
			$next[] = [
				'to'      => $to->value,
				'allowed' => $gate === null,
				'why'     => $asks === null ? null : $this->words( $gate ?? $asks, $case ),
			];
		}

		return $next;
	}

	/** Whether a run of kind part_ways may be started for this case: what an approval will then have to find. */
	public function check_way_to_offboarding( CaseRecord $case, string $reason ): void {
		$gate = $this->gate( $case, new Move( Stage::Offboarding, true, $reason ) );
		if ( $gate !== null ) {
			throw $this->refusal( $gate, $case );
		}
	}

	/** What an approval of this run would be refused for now. */
	public function check_approval( Run $run ): void {
		$case = $run->case_id === null ? null : $this->find( $run->case_id );
		if ( $case !== null && $case->state->stage !== Stage::Offboarding ) {
			$this->check_way_to_offboarding( $case, $run->reason );
		}
	}

	/** The approval of a run takes its case to the end, with the reason the starter wrote. */
	public function approve( Run $run, int $user_id ): void {
		$case = $run->case_id === null ? null : $this->find( $run->case_id );
		if ( $case === null || $case->state->stage === Stage::Offboarding ) {
			return;
		}
		$this->move( $case, new Move( Stage::Offboarding, true, $run->reason ), $case->version, $user_id );
	}

	/** What the end of a run means for its case. Safe to do again, and by several at once: of those, one moves it. */
	public function after_run( Run $run ): void {
		$case = $run->case_id === null ? null : $this->cases->find( $run->case_id );
		$to   = $case === null ? null : $this->after( $run, $case );
		if ( $case === null || $to === null || $this->gate( $case, new Move( $to ) ) !== null ) {
			return;
		}
		$this->checkpoint->reach( 'case.before' );
		$this->write( $case, new Move( $to ), $run->actor() );
		$this->checkpoint->reach( 'case.moved' );
	}

	private function after( Run $run, CaseRecord $case ): ?Stage {
		return match ( true ) {
			$run->kind === Kind::Refund                => $case->state->stage === Stage::Warned && $run->state === RunState::Completed ? Stage::Agreed : null,
			$case->state->stage !== Stage::Offboarding => null,
			$run->state === RunState::Completed        => Stage::Closed,
			default                                    => $case->state->stage_before,
		};
	}

	/** False: somebody else moved it first. */
	private function write( CaseRecord $case, Move $move, int $user_id, string $text = '', ?int $assignee_id = null, ?OrderRef $order = null ): bool {
		$after = $this->machine->after( $case->state, $move, $this->clock->now() );
		if ( ! $this->cases->move( $case, $after, $assignee_id, $order ) ) {
			return false;
		}
		$this->log( $case->id, $case->customer_id, $user_id, $case->state->stage, $move->to, $move, $text );
		$this->projector->project( $case->customer_id );

		return true;
	}

	private function gate( CaseRecord $case, Move $move, int $user_id = 0 ): ?Gate {
		return $this->machine->gate( $case->state, $move, $this->around( $case, $user_id, $this->manners->letter( $move->letter ) ) );
	}

	private function words( Gate $gate, CaseRecord $case ): string {
		return $this->sentences->of( $gate, $this->facts->waits_for_us_since( $case->customer_id ), $this->manners->rules()->warning_days );
	}

	/** @param list<Letter>|null $letters What would be said; null: any letter of the case. */
	private function around( CaseRecord $case, int $user_id, ?array $letters ): Circumstances {
		$runs   = $this->runs->of_case( $case->id );
		$newest = array_values( array_filter( $runs, static fn ( Run $run ): bool => $run->kind === Kind::PartWays ) )[0] ?? null;
		$open   = array_filter( $runs, static fn ( Run $run ): bool => ! $run->state->has_ended() );
		$agreed = array_filter( $runs, static fn ( Run $run ): bool => $run->kind === Kind::Refund && $run->state === RunState::Completed );

		$last   = $this->facts->last_incident_at( $case->customer_id );

		return new Circumstances(
			$this->clock->now(),
			$this->facts->waits_for_us_since( $case->customer_id ) !== null,
			$last,
			$agreed !== [],
			$open !== [],
			$newest !== null && $newest->state === RunState::Completed && $this->has_passed( $newest ),
			$this->manners->cool_until( $last ),
			$this->manners->needs_second_reader( $case, $user_id, $letters ),
			$this->manners->rules()->warning_days,
		);
	}

	private function has_passed( Run $run ): bool {
		return $run->proof !== null && ! in_array( ProofLine::OPEN, array_column( $run->proof['obligations'], 'state' ), true );
	}

	private function log( int $id, int $customer_id, int $user_id, ?Stage $from, Stage $to, ?Move $move = null, string $text = '' ): void {
		$payload = [
			'from'    => $from?->value,
			'to'      => $to->value,
			'reason'  => $move?->reason,
			'counsel' => $move?->counsel,
			'text'    => $text === '' ? null : $text,
			'letter'  => $move?->letter,
		];
		$this->log->append( 'case_moved', 'case', $id, $customer_id, $user_id, array_filter( $payload, static fn ( string|int|null $value ): bool => $value !== null && $value !== '' ) );
	}

	private function refusal( Gate $gate, CaseRecord $case ): AmicableException {
		return new AmicableException( 'amicable_gate', $this->words( $gate, $case ), 422, [], [ 'gate' => $gate->value ] );
	}

	public static function stale(): AmicableException {
		return new AmicableException( 'amicable_stale', __( 'Somebody changed this case meanwhile. Nothing was saved; look at it again.', 'amicable' ), 409 );
	}
}
