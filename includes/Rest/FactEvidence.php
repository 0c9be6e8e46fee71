<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Admin\MoneyText;
use Amicable\Capability;
use Amicable\HelpDesks\Conversation;
use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagState;
use Amicable\Storage\CustomerFacts;
use Amicable\Storage\Disputes;
use Amicable\Storage\Flags;
use Amicable\Storage\OrderFacts;
use Amicable\Values\Money;

/** What the shop and the customer did, as lines of evidence: orders, conversations, words, disputes. */
final class FactEvidence {

	/** More than any customer has; a list that is cut says so. */
	private const MOST = 2000;

	public function __construct(
		private readonly CustomerFacts $customers,
		private readonly OrderFacts $orders,
		private readonly Flags $flags,
		private readonly Disputes $disputes,
		private readonly EvidenceShape $evidence,
	) {
	}

	/** @return list<array<string, mixed>> Orders, then conversations, newest first. */
	public function facts( int $customer_id ): array {
		return [
			...array_map( $this->order( ... ), $this->customers->page( 'orders', $customer_id, self::MOST, 0 ) ),
			...$this->cut( 'orders', $customer_id ),
			...array_map( $this->ticket( ... ), $this->customers->page( 'tickets', $customer_id, self::MOST, 0 ) ),
			...$this->cut( 'tickets', $customer_id ),
		];
	}

	/** @return list<array<string, mixed>> The words that flags rest on; what somebody dismissed or muted is no evidence. */
	public function findings( int $customer_id ): array {
		$standing = [];
		foreach ( $this->flags->of( $customer_id ) as $flag ) {
			$standing[ $flag->pattern->value ] = $flag;
		}
		$lines = [];
		foreach ( $this->evidence->list( $this->customers->page( 'evidence', $customer_id, self::MOST, 0 ) ) as $item ) {
			$flag = $standing[ $item['pattern'] ] ?? null;
			if ( $item['muted'] === true || $flag === null || $flag->state === FlagState::Dismissed ) {
				continue;
			}
			$lines[] = $this->finding( $item, $flag );
		}

		return [ ...$lines, ...$this->cut( 'evidence', $customer_id ) ];
	}

	/** @return list<array<string, mixed>> */
	public function disputes( int $customer_id ): array {
		return array_map( $this->dispute( ... ), $this->disputes->rows_of( $this->orders->refs_of( $customer_id ) ) );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private function order( array $row ): array {
		$currency = (string) $row['currency'];

		/* translators: %s: order number. */
		return EvidencePart::line( Shape::time( $row['created_at'] ), sprintf( __( 'Order %s', 'amicable' ), (string) $row['number'] ), null, [
			__( 'State', 'amicable' )    => FactWords::state( (string) $row['status'] ),
			__( 'Total', 'amicable' )    => $this->amount( $row['total'], $currency ),
			__( 'Refunded', 'amicable' ) => $this->amount( $row['refunded'], $currency ),
		] );
	}

	/**
	 * A contact that a colleague wrote down is a note: that it took place is a fact, the words stay out.
	 *
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private function ticket( array $row ): array {
		$by_hand = $row['source'] === Conversation::MANUAL;

		return EvidencePart::line( Shape::time( $row['created_at'] ), Words::channel( (string) $row['channel'] ), $by_hand ? null : (string) $row['subject'], [
			__( 'Number', 'amicable' )            => $by_hand ? null : (string) $row['external_id'],
			__( 'Link', 'amicable' )              => (string) $row['url'],
			__( 'Last answer of ours', 'amicable' ) => FactWords::time( (string) $row['last_agent_at'] ),
		] );
	}

	/**
	 * @param array<string, mixed> $item
	 * @return array<string, mixed>
	 */
	private function finding( array $item, Flag $flag ): array {
		$said = is_array( $item['said'] ) ? $item['said'] : [];
		$why  = array_values( array_unique( array_filter( [ (string) $item['why'], ...array_column( $said, 'why' ) ], self::is_said( ... ) ) ) );
		$text = array_values( array_unique( array_filter( [ (string) $item['quote'], ...array_column( $said, 'quote' ) ], self::is_said( ... ) ) ) );

		return EvidencePart::line( self::text( $item['at'] ), Words::pattern( $flag->pattern->value ), implode( "\n", $text ), [
			__( 'Why', 'amicable' )                   => implode( ' ', $why ),
			__( 'Link', 'amicable' )                  => self::text( $item['url'] ),
			__( 'Confirmed by a person', 'amicable' ) => $flag->state === FlagState::Confirmed ? __( 'yes', 'amicable' ) : __( 'no', 'amicable' ),
		] );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private function dispute( array $row ): array {
		return EvidencePart::line( Shape::time( $row['opened_at'] ), (string) $row['external_id'], null, [
			__( 'State', 'amicable' )    => FactWords::state( (string) $row['status'] ),
			__( 'Source', 'amicable' )   => (string) $row['source'],
			__( 'Order', 'amicable' )    => FactWords::of( 'order', "{$row['store']}:{$row['order_id']}" ),
			__( 'Amount', 'amicable' )   => $this->amount( $row['amount'], (string) $row['currency'] ),
			__( 'Reason', 'amicable' )   => (string) $row['reason'],
			__( 'Deadline', 'amicable' ) => FactWords::time( (string) $row['deadline_at'] ),
			__( 'Closed', 'amicable' )   => FactWords::time( (string) $row['closed_at'] ),
		] );
	}

	/** Null for those who may not see money. */
	private function amount( ?string $minor, string $currency ): ?string {
		return $minor === null || ! current_user_can( Capability::MONEY ) ? null : MoneyText::of( new Money( (int) $minor, $currency ) );
	}

	/**
	 * @param 'orders'|'tickets'|'evidence' $list
	 * @return list<array<string, mixed>>
	 */
	private function cut( string $list, int $customer_id ): array {
		$more = $this->customers->count( $list, $customer_id ) - self::MOST;

		/* translators: %d: number of lines. */
		return $more > 0 ? [ EvidencePart::line( null, sprintf( _n( '%d older line is not printed here.', '%d older lines are not printed here.', $more, 'amicable' ), $more ) ) ] : [];
	}

	private static function is_said( mixed $text ): bool {
		return is_string( $text ) && $text !== '';
	}

	private static function text( mixed $value ): ?string {
		return is_string( $value ) ? $value : null;
	}
}
