<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\Admin\Url;
use Amicable\Cases\Lock;
use Amicable\Letters\ShopFields;
use Amicable\Playbook\Field;
use Amicable\Rest\Shape;
use Amicable\Storage\Database;
use Amicable\Storage\Locks;

/** What arrived after a person confirmed litigation, each with a note ready to be sent on to counsel. Nothing is sent by itself. */
final class ForwardingNotes {

	private const MOST = 10;

	public function __construct(
		private readonly Locks $locks,
		private readonly ShopFields $fields,
	) {
	}

	/**
	 * @param array<string, string|null> $customer Their row.
	 * @return list<array{ticket_id: int, subject: string, url: string|null, at: string|null, to: string|null, note_subject: string, note: string}> The newest first; none where this is nothing for counsel.
	 */
	public function of( Lock $lock, array $customer, string $agent ): array {
		if ( ! $lock->with_counsel ) {
			return [];
		}
		$said = $this->fields->values( substr( get_user_locale(), 0, 2 ) );
		$mail = $said[ Field::CounselAddress->value ] ?? '';

		return array_map(
			static fn ( array $row ): array => [
				'ticket_id'    => (int) $row['id'],
				'subject'      => (string) $row['subject'],
				'url'          => (string) $row['url'] === '' ? null : $row['url'],
				'at'           => Shape::time( $row['at'] ),
				'to'           => is_email( $mail ) === false ? null : $mail,
				/* translators: %s: name of a customer. */
				'note_subject' => sprintf( __( 'For counsel: a message from %s', 'amicable' ), self::name( $customer ) ),
				'note'         => self::note( $lock, $row, $customer, $said[ Field::CounselName->value ] ?? '', $agent ),
			],
			$this->locks->arrived( $lock, self::MOST )
		);
	}

	/**
	 * @param array<string, string|null> $row
	 * @param array<string, string|null> $customer
	 */
	private static function note( Lock $lock, array $row, array $customer, string $counsel, string $agent ): string {
		$format = (string) get_option( 'date_format' );
		$lines  = [
			/* translators: %s: name of a lawyer. */
			$counsel === '' ? __( 'To our counsel,', 'amicable' ) : sprintf( __( 'To %s,', 'amicable' ), $counsel ),
			/* translators: 1: date, 2: name of a customer, 3: email address. */
			sprintf( __( 'on %1$s the message below arrived from %2$s (%3$s). It has not been answered.', 'amicable' ), (string) wp_date( $format, Database::moment( (string) $row['at'] )->getTimestamp() ), self::name( $customer ), (string) ( $customer['email'] ?? '' ) ),
			/* translators: 1: date, 2: number of a case. */
			sprintf( __( 'The matter has been with you since %1$s; with us it is case %2$d.', 'amicable' ), (string) wp_date( $format, $lock->since->getTimestamp() ), $lock->case_id ),
			(string) $row['url'] === '' ? Url::to( 'case', $lock->case_id ) : (string) $row['url'],
			/* translators: %s: subject of a message. */
			sprintf( __( 'Subject: %s', 'amicable' ), (string) $row['subject'] ),
			(string) $row['text'] === '' ? __( 'The words of this message are not kept here; they stand in the help desk.', 'amicable' ) : (string) $row['text'],
			$agent,
		];

		return implode( "\n\n", $lines );
	}

	/** @param array<string, string|null> $customer */
	private static function name( array $customer ): string {
		return (string) ( $customer['name'] ?? '' ) === '' ? (string) ( $customer['email'] ?? '' ) : (string) $customer['name'];
	}
}
