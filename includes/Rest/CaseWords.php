<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Cases\Chance\TaskKind;

/** What is due in a case, in words. */
final class CaseWords {

	private const DUE = [ 'case_due', 'check_in', 'promise', 'move', 'task' ];

	public static function is_due( string $kind ): bool {
		return in_array( $kind, self::DUE, true );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{kind: string, id: int, label: string, since: string|null}
	 */
	public static function due( array $row, string $name ): array {
		$kind = (string) $row['kind'];
		$day  = (string) wp_date( (string) get_option( 'date_format' ), (int) strtotime( "{$row['due']} UTC" ) );

		return [
			// A fix with a day is a promise.
			'kind'  => $kind === 'move' ? 'promise' : $kind,
			'id'    => (int) $row['id'],
			/* translators: 1: name of a customer, 2: what has to be done, 3: date. */
			'label' => sprintf( __( '%1$s: %2$s, by %3$s', 'amicable' ), $name, self::what( $kind, (string) $row['about'] ), $day ),
			'since' => Shape::time( $row['since'] ),
		];
	}

	public static function task( TaskKind $task ): string {
		return match ( $task ) {
			TaskKind::Contest     => __( 'says that a fact is wrong; somebody else has to look', 'amicable' ),
			TaskKind::Objection   => __( 'objects to pattern reading; answer', 'amicable' ),
			TaskKind::StopRenewal => __( 'switch the renewal off at the gateway', 'amicable' ),
		};
	}

	private static function what( string $kind, string $about ): string {
		return match ( $kind ) {
			'case_due' => __( 'look at the case', 'amicable' ),
			'check_in' => __( 'ask how they are', 'amicable' ),
			'task'     => self::task( TaskKind::from( $about ) ),
			default    => __( 'keep what was promised', 'amicable' ),
		};
	}
}
