<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\AmicableException;
use Amicable\Clock;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Dealing;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagState;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;
use Amicable\Storage\CustomerViews;
use Amicable\Storage\Database;
use Amicable\Storage\EvidenceRows;
use Amicable\Storage\Flags;
use Amicable\Storage\LogChain;
use DateTimeImmutable;

/** What a person says to a flag. Dismissing mutes what it rests on, not the customer. */
final class FlagReview {

	public function __construct(
		private readonly Database $database,
		private readonly Flags $flags,
		private readonly EvidenceRows $evidence,
		private readonly CustomerViews $customers,
		private readonly CurrentInputs $inputs,
		private readonly RuleJudge $rules,
		private readonly LogChain $log,
		private readonly Clock $clock,
	) {
	}

	/**
	 * @param int $version The version of the flag that the person saw.
	 * @throws AmicableException
	 */
	public function confirm( int $customer_id, Slug $pattern, int $version, int $user_id ): Flag {
		$flag = $this->seen( $customer_id, $pattern, $version );

		return $this->database->atomically(
			function () use ( $flag, $user_id ): Flag {
				$this->rules->hear( $flag->state === FlagState::Confirmed ? [] : $this->rules_of( $flag ), true, $user_id );

				return $this->write( $flag, FlagState::Confirmed, $user_id );
			}
		);
	}

	/** @throws AmicableException */
	public function dismiss( int $customer_id, Slug $pattern, string $reason, int $version, int $user_id ): Flag {
		$reason = trim( $reason );
		if ( $reason === '' ) {
			throw self::invalid( 'reason', __( 'Say why, so that the next person understands it.', 'amicable' ) );
		}
		$flag = $this->seen( $customer_id, $pattern, $version );

		return $this->database->atomically(
			function () use ( $flag, $reason, $user_id ): Flag {
				$view = $this->customers->of( $flag->customer_id, $this->inputs->read() );
				$this->rules->hear( $this->rules_of( $flag ), false, $user_id );
				$this->evidence->mute( $flag->customer_id, $flag->pattern, $view === null ? [] : self::known( $view, $flag->pattern ) );

				return $this->write( $flag, FlagState::Dismissed, $user_id, $reason );
			}
		);
	}

	/** @throws AmicableException */
	public function snooze( int $customer_id, Slug $pattern, ?DateTimeImmutable $until, int $version, int $user_id ): Flag {
		if ( $until === null || $until <= $this->clock->now() ) {
			throw self::invalid( 'until', __( 'Choose a date in the future.', 'amicable' ) );
		}

		return $this->write( $this->seen( $customer_id, $pattern, $version ), FlagState::Snoozed, $user_id, null, $until );
	}

	private function seen( int $customer_id, Slug $pattern, int $version ): Flag {
		$flag = $this->flags->find( $customer_id, $pattern );
		if ( $flag === null ) {
			throw new AmicableException( 'amicable_flag_missing', __( 'This customer has no such flag.', 'amicable' ), 404 );
		}
		if ( $flag->version !== $version ) {
			throw self::stale();
		}
		if ( $flag->state->is_over() ) {
			throw new AmicableException( 'amicable_flag_over', __( 'This flag no longer stands, so there is nothing to decide.', 'amicable' ), 409 );
		}

		return $flag;
	}

	private function write( Flag $flag, FlagState $state, int $user_id, ?string $reason = null, ?DateTimeImmutable $until = null ): Flag {
		$after = ( new Flag( $flag->id, $flag->customer_id, $flag->pattern, $flag->level, $state, $flag->measured, $flag->threshold, $flag->mitigators, $flag->since, $flag->version, $reason, $until ) )->following( $flag, $this->clock->now() );
		if ( ! $this->flags->replace( $after, $this->clock->now(), $user_id ) ) {
			throw self::stale();
		}
		$this->log->append(
			"flag_$state->value",
			'flag',
			$flag->id,
			$flag->customer_id,
			$user_id,
			[
				'pattern' => $flag->pattern->value,
				'level'   => $flag->level->value,
				'reason'  => $reason,
				'until'   => $until === null ? null : Database::time( $until ),
			]
		);

		return $this->flags->find( $flag->customer_id, $flag->pattern ) ?? $after;
	}

	/** @return list<string> The rules by which its words were found, those of packs. */
	private function rules_of( Flag $flag ): array {
		$rows = array_filter( $this->evidence->of( $flag->customer_id )[ $flag->pattern->value ] ?? [], static fn ( array $row ): bool => ! $row['muted'] && $row['start'] !== null );

		return array_values( array_unique( array_column( $rows, 'rule' ) ) );
	}

	/**
	 * None of it may raise the same flag again: single messages, refunds and disputes where those are looked at, whole tickets elsewhere.
	 *
	 * @return list<Evidence>
	 */
	private static function known( CustomerView $view, Slug $pattern ): array {
		if ( $pattern->is_mixed() ) {
			return self::everything( $view );
		}
		if ( ! $pattern->rests_on_words() ) {
			return array_map( self::told( ... ), $view->tickets );
		}
		$known = array_map( static fn ( Dealing $dealing ): Evidence => $dealing->evidence( 'seen' ), $view->dealings );
		foreach ( $view->remarks as $remark ) {
			$said = $pattern === Slug::HostileMessages ? $remark->harshest() : $remark->gravest( ...$pattern->labels() );
			if ( $said !== null ) {
				$known[] = $remark->evidence( $said );
			}
		}

		return $known;
	}

	/**
	 * What looks at words and tickets at once may look at anything, so all there is today is known.
	 *
	 * @return list<Evidence>
	 */
	private static function everything( CustomerView $view ): array {
		$known = array_map( self::told( ... ), $view->tickets );
		foreach ( $view->dealings as $dealing ) {
			$known[] = $dealing->kind === Dealing::REFUND ? $dealing->evidence( 'seen' ) : null;
		}
		foreach ( $view->remarks as $remark ) {
			$known[] = isset( $remark->said[0] ) ? $remark->evidence( $remark->said[0] ) : null;
		}
		$by_key = [];
		foreach ( array_filter( $known ) as $one ) {
			$by_key[ $one->key() ] = $one;
		}

		return array_values( $by_key );
	}

	private static function told( TicketView $ticket ): Evidence {
		return new Evidence( $ticket->id, $ticket->message_id, 'seen', $ticket->quote, $ticket->asked_at, $ticket->url );
	}

	private static function stale(): AmicableException {
		return new AmicableException( 'amicable_stale', __( 'This changed meanwhile. Look again before you decide.', 'amicable' ), 409 );
	}

	private static function invalid( string $field, string $sentence ): AmicableException {
		return new AmicableException( 'amicable_invalid', $sentence, 400, [ $field => $sentence ] );
	}
}
