<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Cases\Chance\Cause;
use DateTimeImmutable;

/** What somebody wants to keep on a case, read from `cases.update`. */
final class CaseChanges {

	/**
	 * @param array<array-key, mixed> $given As the schema let it through.
	 * @return array{assignee?: int|null, due_at?: DateTimeImmutable|null, check_in_at?: DateTimeImmutable|null, never_promised?: string, cause?: Cause|null, do_not_answer?: bool}
	 * @throws AmicableException 400 naming the field.
	 */
	public static function read( array $given ): array {
		$changes = [];
		if ( array_key_exists( 'assignee', $given ) ) {
			$changes['assignee'] = self::assignee( $given['assignee'] );
		}
		foreach ( [ 'due_at', 'check_in_at' ] as $field ) {
			if ( array_key_exists( $field, $given ) ) {
				$changes[ $field ] = self::moment( $given[ $field ], $field );
			}
		}
		if ( isset( $given['never_promised'] ) ) {
			$changes['never_promised'] = trim( (string) $given['never_promised'] );
		}
		if ( isset( $given['cause'] ) ) {
			$changes['cause'] = Cause::from( (string) $given['cause'] );
		}
		if ( isset( $given['do_not_answer'] ) ) {
			$changes['do_not_answer'] = $given['do_not_answer'] === true;
		}

		return $changes;
	}

	/** Whoever gets a case has to be able to open it. */
	public static function assignee( mixed $id ): ?int {
		if ( $id === null ) {
			return null;
		}

		return user_can( (int) $id, Capability::CASES ) ? (int) $id : throw Schema::refusal( [ 'assignee' => __( 'This person cannot work on cases.', 'amicable' ) ] );
	}

	public static function moment( mixed $text, string $field ): ?DateTimeImmutable {
		return $text === null ? null : Shape::moment( (string) $text ) ?? throw Schema::refusal( [ $field => __( 'There is no such day.', 'amicable' ) ] );
	}
}
