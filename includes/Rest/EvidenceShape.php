<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Language\Label;
use Amicable\Patterns\Slug;
use Amicable\Storage\Findings;

/** What a flag rests on: the words first, then why they were noticed. */
final class EvidenceShape {

	public function __construct( private readonly Findings $findings ) {
	}

	/**
	 * @param list<array<string, string|null>> $rows Of `evidence`, each with its pattern.
	 * @return array<string, list<array<string, mixed>>> By pattern.
	 */
	public function by_pattern( array $rows ): array {
		$found = $this->found( $rows );
		$by    = [];
		foreach ( $rows as $row ) {
			$by[ (string) $row['pattern'] ][] = self::item( $row, $found );
		}

		return $by;
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<array<string, mixed>>
	 */
	public function list( array $rows ): array {
		$found = $this->found( $rows );

		return array_map(
			static fn ( array $row ): array => self::item( $row, $found ) + [
				'id'      => (int) $row['id'],
				'pattern' => (string) $row['pattern'],
				'rule'    => (string) $row['rule'],
				'muted'   => $row['muted'] === '1',
			],
			$rows
		);
	}

	/**
	 * @param array<string, string|null> $finding Of `findings`.
	 * @return array{quote: string, why: string, read_as: string|null, harsh: bool}
	 */
	public static function said( array $finding ): array {
		return [
			'quote'   => trim( (string) $finding['quote'] ),
			'why'     => WhyWords::of( (string) $finding['why'], (string) $finding['label'] ),
			'read_as' => $finding['read_as'],
			'harsh'   => $finding['label'] === Label::Abuse->value && (int) $finding['severity'] >= 3,
		];
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return array<int, list<array<string, string|null>>> What was found in their messages.
	 */
	private function found( array $rows ): array {
		$words = array_filter( $rows, static fn ( array $row ): bool => (int) $row['ticket_id'] > 0 && ( ( Slug::tryFrom( (string) $row['pattern'] )?->shown_labels() ?? [] ) !== [] ) );

		return $this->findings->of_messages( array_values( array_unique( array_map( static fn ( array $row ): int => (int) $row['message_id'], $words ) ) ) );
	}

	/**
	 * @param array<string, string|null>                       $row
	 * @param array<int, list<array<string, string|null>>> $found
	 * @return array<string, mixed>
	 */
	private static function item( array $row, array $found ): array {
		$has_ticket = (int) $row['ticket_id'] > 0;
		$labels     = array_map( static fn ( Label $label ): string => $label->value, Slug::tryFrom( (string) $row['pattern'] )?->shown_labels() ?? [] );
		$said       = array_filter( $has_ticket ? $found[ (int) $row['message_id'] ] ?? [] : [], static fn ( array $finding ): bool => in_array( $finding['label'], $labels, true ) );

		return [
			'ticket_id'  => $has_ticket ? (int) $row['ticket_id'] : null,
			'message_id' => $has_ticket && (int) $row['message_id'] > 0 ? (int) $row['message_id'] : null,
			'quote'      => $row['quote'],
			'at'         => Shape::time( $row['at'] ),
			'url'        => $row['url'],
			'why'        => self::why( (string) $row['rule'] ),
			'said'       => array_map( self::said( ... ), array_values( $said ) ),
		];
	}

	/** What is evidence without any words. */
	private static function why( string $rule ): ?string {
		return str_starts_with( $rule, 'docs_language:' ) ? LanguageWords::gap( substr( $rule, 14 ) ) : match ( $rule ) {
			'dispute_open'    => __( 'A payment dispute is open.', 'amicable' ),
			'dispute_lost'    => __( 'A payment dispute was lost.', 'amicable' ),
			'dispute_warning' => __( 'The bank asked about a payment.', 'amicable' ),
			'asked_lately'    => __( 'Asked within the days that are compared.', 'amicable' ),
			'own_rule'        => __( 'Counted by a rule of your own.', 'amicable' ),
			'refund_again'    => __( 'Bought again after a refund, and given back again.', 'amicable' ),
			'refund_late'     => __( 'A full refund after the refund window.', 'amicable' ),
			default           => null,
		};
	}
}
