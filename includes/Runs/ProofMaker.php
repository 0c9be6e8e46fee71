<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Clock;
use Amicable\Customers\Keyring;
use Amicable\Offboarding\Check;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\LooseEnd;
use Amicable\Offboarding\Proof;
use Amicable\Offboarding\ProofLine;
use Amicable\Offboarding\Queue;
use Amicable\Offboarding\Reach;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Storage\Accepted;
use Amicable\Storage\LooseEnds;
use Amicable\Storage\OrderFacts;
use Amicable\Storage\Runs;
use Amicable\Storage\Steps;
use Amicable\Storage\Undos;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Stores;

/** Asks every source what is still open, judges it against the scope of the run, and keeps the answer with the run. */
final class ProofMaker {

	public function __construct(
		private readonly Sources $sources,
		private readonly Stores $stores,
		private readonly Keyring $keyring,
		private readonly OrderFacts $facts,
		private readonly LooseEnds $loose_ends,
		private readonly Blocker $blocker,
		private readonly Steps $steps,
		private readonly Accepted $accepted,
		private readonly Undos $undos,
		private readonly Runs $runs,
		private readonly Sentences $sentences,
		private readonly Clock $clock,
	) {
	}

	public function make( Run $run ): Proof {
		// Everything of the customer is looked at, whatever the scope: what lies outside is printed as outside.
		$keys    = $this->keyring->of( $run->customer_id );
		$refs    = $this->refs( $run, $keys );
		$answers = [ ...$this->sources->answers( $refs, $keys ), ...$this->own_answers( $run ) ];
		$proof   = Proof::judge( $run->kind, $this->reach( $run ), $answers, [ ...$this->accepted->of( $run->id ), ...$this->left( $run ), ...$this->given_back( $answers ) ] );
		$this->runs->save_proof(
			$run->id,
			[
				'checked_at'  => $this->clock->now()->format( 'Y-m-d\TH:i:s\Z' ),
				'obligations' => array_map( $this->shape( ... ), $proof->lines ),
			],
		);

		return $proof;
	}

	private function reach( Run $run ): Reach {
		return match ( $run->scope->name ) {
			Scope::ALL        => Reach::everything(),
			Scope::RUNNING    => Reach::running( ...$this->planned( $run ) ),
			Scope::LOOSE_ENDS => Reach::loose_ends( array_map( static fn ( array $row ): string => LooseEnd::key_of( (int) $row['check_no'], (string) $row['ref'] ), $this->loose_ends->find_all( $run->scope->loose_ends ) ) ),
			default           => Reach::orders( ...$run->scope->orders ),
		};
	}

	/** @return list<OrderRef> What ran when the plan was made: each such order has a line about its money, whether it was given back or could not be. */
	private function planned( Run $run ): array {
		$refunds = array_filter( $this->steps->of( $run->id ), static fn ( Step $step ): bool => $step->kind === StepKind::Refund );

		return array_values( array_map( static fn ( Step $step ): OrderRef => new OrderRef( $step->store, (int) $step->target ), $refunds ) );
	}

	/** @return list<array{int, string}> Loose ends that somebody left as they are, with a reason: also a payout that a person vouched for in this run. */
	private function left( Run $run ): array {
		$left = array_filter( $this->loose_ends->find_all( $run->scope->loose_ends ), static fn ( array $row ): bool => $row['state'] === LooseEnds::LEFT );

		return array_values( array_map( static fn ( array $row ): array => [ (int) $row['check_no'], (string) $row['ref'] ], $left ) );
	}

	/**
	 * What somebody gave back on purpose, whichever run had ended it, is no alarm; until a later run ends it again.
	 *
	 * @param list<Obligation> $answers
	 * @return list<array{int, string}>
	 */
	private function given_back( array $answers ): array {
		$open = [];
		foreach ( $answers as $answer ) {
			if ( $answer->open && $answer->ref !== null ) {
				$open[ $answer->ref ][] = $answer->check;
			}
		}
		$given = [];
		foreach ( $this->undos->among( array_map( strval( ... ), array_keys( $open ) ) ) as $ref ) {
			$given = [ ...$given, ...array_map( static fn ( int $check ): array => [ $check, $ref ], $open[ $ref ] ) ];
		}

		return $given;
	}

	/** @return list<OrderRef> */
	private function refs( Run $run, Keys $keys ): array {
		$refs = [ ...$run->scope->orders, ...$this->facts->refs_of( $run->customer_id ) ];
		foreach ( $this->stores->all() as $store ) {
			foreach ( $store->order_ids_of( $keys ) as $id ) {
				$refs[] = new OrderRef( $store->id(), $id );
			}
		}

		return Scope::orders( ...$refs )->orders;
	}

	/** @return list<Obligation> */
	private function own_answers( Run $run ): array {
		$answers = $this->unresolved( $run );
		if ( $run->kind === Kind::PartWays ) {
			$guarded   = $this->blocker->is_complete( $run->customer_id );
			$answers[] = new Obligation( Check::Guard->value, ! $guarded, $guarded ? null : "customer:$run->customer_id", $guarded ? __( 'New purchases are refused under every known name.', 'amicable' ) : __( 'New purchases are not refused under every known name.', 'amicable' ) );
		}

		return $answers;
	}

	/** @return list<Obligation> */
	private function unresolved( Run $run ): array {
		$answers = [];
		foreach ( ( new Queue( $this->steps->of( $run->id ) ) )->unresolved() as $step ) {
			/* translators: %s: what the step is about, "Order 123". */
			$answers[] = new Obligation( Check::Steps->value, true, $step->key, sprintf( __( 'Not finished: %s.', 'amicable' ), $this->sentences->label( $step->kind, $step->label ) ), $step->orders[0] ?? null );
		}

		return $answers === [] ? [ new Obligation( Check::Steps->value, false, null, __( 'Every step of this run is finished.', 'amicable' ) ) ] : $answers;
	}

	/** @return array{check: int, state: string, ref: string|null, text: string} */
	private function shape( ProofLine $line ): array {
		return [
			'check' => $line->check->value,
			'state' => $line->state,
			'ref'   => $line->ref,
			'text'  => $line->text === '' ? $this->sentences->check( $line->check ) : $line->text,
		];
	}
}
