<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Admin\MoneyText;
use Amicable\Capability;
use Amicable\Cases\CaseRecord;
use Amicable\Letters\Letter;
use Amicable\Offboarding\Step;
use Amicable\Runs\Run;
use Amicable\Runs\Sentences;
use Amicable\Storage\Letters;
use Amicable\Storage\LogPages;
use Amicable\Storage\Runs;
use Amicable\Storage\Steps;

/** What we wrote, decided and carried out, as lines of evidence. */
final class ActEvidence {

	private const MOST = 2000;

	/** Entries of a payload that are words among colleagues, or stand elsewhere in the pack. */
	private const LEFT_OUT = [ 'note' => true, 'text' => true, 'plan' => true ];

	public function __construct(
		private readonly LogPages $log,
		private readonly Letters $letters,
		private readonly Runs $runs,
		private readonly Steps $steps,
		private readonly Sentences $sentences,
	) {
	}

	/** @return list<array<string, mixed>> What was sent from here, as it went out, then what somebody sent elsewhere. */
	public function letters( CaseRecord $case ): array {
		$lines = array_map( self::letter( ... ), array_values( array_filter( $this->letters->sent_to( $case->customer_id ), static fn ( Letter $letter ): bool => $letter->case_id === $case->id ) ) );
		foreach ( $this->rows( $case ) as $row ) {
			$payload = self::payload( $row );
			if ( is_string( $payload['text'] ?? null ) ) {
				$lines[] = EvidencePart::line( Shape::time( $row['at'] ), __( 'Sent elsewhere, and written down word for word', 'amicable' ), $payload['text'], self::author( $row ) );
			}
		}

		return $lines;
	}

	/** @return array<string, mixed> */
	private static function letter( Letter $letter ): array {
		return EvidencePart::line( Shape::time( $letter->sent_at ), $letter->subject === '' ? __( 'Answer in public', 'amicable' ) : $letter->subject, $letter->body ?? __( 'erased', 'amicable' ), [
			_x( 'To', 'recipient of a mail', 'amicable' ) => $letter->to,
			__( 'Who', 'amicable' )      => Words::who( $letter->sender_id ?? 0 ),
			__( 'Template', 'amicable' ) => $letter->template === null ? null : TemplateWords::title( $letter->template ),
		] );
	}

	/** @return list<array<string, mixed>> Every row of the log about this case and its runs, oldest first. */
	public function events( CaseRecord $case ): array {
		return array_map( $this->event( ... ), $this->rows( $case ) );
	}

	/** @return list<array<string, mixed>> */
	public function runs( CaseRecord $case ): array {
		$lines = [];
		foreach ( array_reverse( $this->runs->of_case( $case->id ) ) as $run ) {
			$lines[] = $this->run( $run );
			foreach ( $this->steps->of( $run->id ) as $step ) {
				$lines[] = $this->step( $step );
			}
			foreach ( $run->proof['obligations'] ?? [] as $obligation ) {
				$lines[] = EvidencePart::line( self::text( $run->proof['checked_at'] ?? null ), $obligation['text'], null, [
					__( 'State', 'amicable' )      => FactWords::state( $obligation['state'] ),
					__( 'Looked up in', 'amicable' ) => $obligation['ref'],
				] );
			}
		}

		return $lines;
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private function event( array $row ): array {
		$facts = self::author( $row );
		foreach ( array_diff_key( self::payload( $row ), self::LEFT_OUT ) as $key => $value ) {
			if ( is_scalar( $value ) ) {
				$facts[ LogWords::detail( (string) $key ) ] = FactWords::of( (string) $key, (string) $value );
			}
		}
		if ( $row['payload'] === null ) {
			$facts[ __( 'Details', 'amicable' ) ] = __( 'erased', 'amicable' );
		}
		$facts[ __( 'Row of the log', 'amicable' ) ] = (string) $row['id'];
		$facts[ __( 'Hash of the row', 'amicable' ) ] = (string) $row['chain_hash'];

		return EvidencePart::line( Shape::time( $row['at'] ), LogWords::what( (string) $row['what'] ), null, $facts );
	}

	/** @return array<string, mixed> */
	private function run( Run $run ): array {
		return EvidencePart::line( Shape::time( $run->created_at ), Words::run( $run->kind->value ), null, [
			__( 'Run', 'amicable' )         => (string) $run->id,
			__( 'State', 'amicable' )       => FactWords::state( $run->state->value ),
			__( 'Started by', 'amicable' )  => Words::who( $run->started_by ),
			__( 'Approved by', 'amicable' ) => $run->approved_by === null ? null : Words::who( $run->approved_by ),
			__( 'Ended', 'amicable' )       => FactWords::time( (string) Shape::time( $run->ended_at ) ),
		] );
	}

	/** @return array<string, mixed> */
	private function step( Step $step ): array {
		$sees = current_user_can( Capability::MONEY );

		return EvidencePart::line( null, $this->sentences->label( $step->kind, $step->label ), null, [
			__( 'State', 'amicable' )   => FactWords::state( $step->state->value ),
			__( 'Amount', 'amicable' )  => $step->amount === null || ! $sees ? null : MoneyText::of( $step->amount ),
			__( 'Receipt', 'amicable' ) => $step->receipt,
			__( 'Message', 'amicable' ) => $step->message,
		] );
	}

	/** @return list<array<string, string|null>> */
	private function rows( CaseRecord $case ): array {
		return array_reverse( $this->log->page( [ 'case_id' => $case->id ], self::MOST, 0 ) );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, string|null>
	 */
	private static function author( array $row ): array {
		return [ __( 'Who', 'amicable' ) => Words::who( (int) $row['user_id'] ) ];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<array-key, mixed>
	 */
	private static function payload( array $row ): array {
		$payload = $row['payload'] === null ? null : json_decode( $row['payload'], true );

		return is_array( $payload ) ? $payload : [];
	}

	private static function text( mixed $value ): ?string {
		return is_string( $value ) ? $value : null;
	}
}
