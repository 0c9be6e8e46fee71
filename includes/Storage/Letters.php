<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Cases\CaseRecord;
use Amicable\Cases\Stage;
use Amicable\Clock;
use Amicable\Letters\Letter;
use Amicable\Letters\LetterState;
use Amicable\Letters\Via;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Variant;
use DateTimeImmutable;

/** The letters of cases. Every write names the version that was seen, and nothing writes to one that was sent. */
final class Letters {

	/** Longer than any mail server keeps us waiting. */
	private const LEASE = '+300 seconds';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/**
	 * @param array{stage: Stage, template: string|null, template_version: int|null, variant: Variant, channel: Channel, language: string, recipient: string, subject: string, body: string, facts: array<string, string>} $words
	 */
	public function add( CaseRecord $case, array $words, int $user_id ): int {
		$now = $this->now();

		return (int) $this->database->insert(
			'letters',
			[
				'case_id'          => $case->id,
				'customer_id'      => $case->customer_id,
				'state'            => LetterState::Draft->value,
				'stage'            => $words['stage']->value,
				'template'         => $words['template'],
				'template_version' => $words['template_version'],
				'variant'          => self::said( $words['variant'] ),
				'channel'          => $words['channel']->value,
				'language'         => $words['language'],
				'recipient'        => $words['recipient'],
				'subject'          => $words['subject'],
				'body'             => $words['body'],
				'facts'            => (string) wp_json_encode( (object) $words['facts'] ),
				'created_by'       => $user_id,
				'created_at'       => $now,
				'updated_at'       => $now,
			],
		);
	}

	public function find( int $id ): ?Letter {
		$this->give_up();
		$row = $this->database->row( "SELECT * FROM {$this->table()} WHERE id = %d", [ $id ] );

		return $row === null ? null : self::letter( $row );
	}

	/** @return list<Letter> Newest first. */
	public function page( int $case_id, int $limit, int $offset ): array {
		$this->give_up();
		$rows = $this->database->rows( "SELECT * FROM {$this->table()} WHERE case_id = %d ORDER BY id DESC LIMIT %d OFFSET %d", [ $case_id, $limit, $offset ] );

		return array_map( self::letter( ... ), $rows );
	}

	public function count( int $case_id ): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->table()} WHERE case_id = %d", [ $case_id ] );
	}

	/** @return list<Letter> What this customer was sent, in any case, oldest first. */
	public function sent_to( int $customer_id ): array {
		$rows = $this->database->rows( "SELECT * FROM {$this->table()} WHERE customer_id = %d AND state = 'sent' ORDER BY sent_at, id", [ $customer_id ] );

		return array_map( self::letter( ... ), $rows );
	}

	/** How often this version of a template went out as it is. */
	public function sent_unchanged( string $template, string $language, int $template_version ): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->table()} WHERE template = %s AND language = %s AND template_version = %d AND state = 'sent' AND is_unchanged = 1", [ $template, $language, $template_version ] );
	}

	/** False: somebody else changed or sent it meanwhile. */
	public function save( Letter $letter, string $subject, string $body, string $to, string $language ): bool {
		return $this->swap( "subject = %s, body = %s, recipient = %s, language = %s, failure = ''", [ $subject, $body, $to, $language ], $letter, 'body IS NOT NULL AND ' );
	}

	/** False: as above. Only a draft can go. */
	public function remove( Letter $letter ): bool {
		return $this->database->write( "DELETE FROM {$this->table()} WHERE id = %d AND version = %d AND state = 'draft'", [ $letter->id, $letter->version ] ) === 1;
	}

	/**
	 * The intent, committed before anything leaves. Of several who try at once, one gets true.
	 *
	 * @param list<string> $answers Questions of the litmus test that were answered with yes.
	 * @param array{desk: string, ticket: string, to: string}|null $answered The ticket that it goes into.
	 */
	public function begin( Letter $letter, Via $via, string $token, int $user_id, array $answers, bool $unchanged, ?array $answered = null ): bool {
		$now   = $this->clock->now();
		$claim = $letter->channel === Channel::Public ? $letter->case_id : null;
		$hush  = $this->database->wpdb->suppress_errors();
		try {
			return $this->swap(
				"state = 'sending', via = %s, token = %s, lease_until = %s, sender_id = %d, read_by = %d, read_at = %s, answers = %s, is_unchanged = %d, failure = '', recipient = %s, desk = " . Database::mark( $answered['desk'] ?? null ) . ', desk_ticket = ' . Database::mark( $answered['ticket'] ?? null ) . ', answer_claim = ' . Database::mark( $claim ),
				[ $via->value, $token, Database::time( $now->modify( self::LEASE ) ), $user_id, $user_id, Database::time( $now ), implode( ',', $answers ), (int) $unchanged, $answered['to'] ?? $letter->to, $answered['desk'] ?? null, $answered['ticket'] ?? null, $claim ],
				$letter,
				'body IS NOT NULL AND ',
			);
		} catch ( DatabaseError $error ) {
			// The unique key has the last word where two answer in public at the same moment.
			if ( $this->answered_in_public( $letter->case_id ) === null ) {
				throw $error;
			}

			return false;
		} finally {
			$this->database->wpdb->suppress_errors( $hush );
		}
	}

	/** The one answer in public that a case has: sent, being sent, or perhaps sent. */
	public function answered_in_public( int $case_id ): ?Letter {
		$this->give_up();
		$row = $this->database->row( "SELECT * FROM {$this->table()} WHERE answer_claim = %d", [ $case_id ] );

		return $row === null ? null : self::letter( $row );
	}

	/** It left. False: the lease ran out meanwhile, and a person was asked. */
	public function finish( int $id, string $token ): bool {
		return $this->database->write( "UPDATE {$this->table()} SET state = 'sent', sent_at = %s, token = NULL, lease_until = NULL, updated_at = %s, version = version + 1 WHERE id = %d AND token = %s AND state = 'sending'", [ $this->now(), $this->now(), $id, $token ] ) === 1;
	}

	/** It did not leave, for this reason. */
	public function give_back( int $id, string $token, string $why ): void {
		$this->database->write( "UPDATE {$this->table()} SET state = 'draft', via = NULL, desk = NULL, desk_ticket = NULL, sender_id = NULL, answer_claim = NULL, failure = %s, token = NULL, lease_until = NULL, updated_at = %s, version = version + 1 WHERE id = %d AND token = %s AND state = 'sending'", [ mb_substr( $why, 0, 500 ), $this->now(), $id, $token ] );
	}

	/** Nobody knows whether it left: a person has to look. */
	public function doubt( int $id, string $token ): void {
		$this->database->write( "UPDATE {$this->table()} SET state = 'unknown', token = NULL, lease_until = NULL, updated_at = %s, version = version + 1 WHERE id = %d AND token = %s AND state = 'sending'", [ $this->now(), $id, $token ] );
	}

	/** A person says what became of it. False: somebody else was faster. */
	public function settle( Letter $letter, bool $sent ): bool {
		$set = $sent ? "state = 'sent', sent_at = COALESCE(read_at, updated_at)" : "state = 'draft', via = NULL, desk = NULL, desk_ticket = NULL, sender_id = NULL, answer_claim = NULL";

		return $this->database->write( "UPDATE {$this->table()} SET $set, token = NULL, updated_at = %s, version = version + 1 WHERE id = %d AND version = %d AND state = 'unknown'", [ $this->now(), $letter->id, $letter->version ] ) === 1;
	}

	/** Whoever was sending and did not come back leaves a letter that nobody knows of. */
	private function give_up(): void {
		$this->database->write( "UPDATE {$this->table()} SET state = 'unknown', token = NULL, lease_until = NULL, updated_at = %s, version = version + 1 WHERE state = 'sending' AND lease_until < %s", [ $this->now(), $this->now() ] );
	}

	/** @param list<scalar|null> $values */
	private function swap( string $set, array $values, Letter $letter, string $also ): bool {
		return $this->database->write( "UPDATE {$this->table()} SET $set, updated_at = %s, version = version + 1 WHERE $also id = %d AND version = %d AND state = 'draft'", [ ...$values, $this->now(), $letter->id, $letter->version ] ) === 1;
	}

	/** @param array<string, string|null> $row */
	private static function letter( array $row ): Letter {
		$facts  = json_decode( (string) $row['facts'], true );
		$said   = explode( ',', (string) $row['variant'] );
		$number = static fn ( string $column ): ?int => $row[ $column ] === null ? null : (int) $row[ $column ];
		$moment = static fn ( string $column ): ?DateTimeImmutable => $row[ $column ] === null ? null : Database::moment( $row[ $column ] );

		return new Letter(
			id: (int) $row['id'],
			case_id: (int) $row['case_id'],
			customer_id: (int) $row['customer_id'],
			version: (int) $row['version'],
			state: LetterState::from( (string) $row['state'] ),
			stage: Stage::from( (string) $row['stage'] ),
			template: $row['template'],
			template_version: $number( 'template_version' ),
			variant: new Variant( in_array( 'service', $said, true ), in_array( 'gpl', $said, true ), in_array( 'contest', $said, true ) ),
			channel: Channel::from( (string) $row['channel'] ),
			language: (string) $row['language'],
			to: (string) $row['recipient'],
			subject: (string) $row['subject'],
			body: $row['body'],
			facts: array_filter( is_array( $facts ) ? $facts : [], is_string( ... ) ),
			via: $row['via'] === null ? null : Via::from( $row['via'] ),
			desk: $row['desk'],
			desk_ticket: $row['desk_ticket'],
			failure: (string) $row['failure'],
			created_at: Database::moment( (string) $row['created_at'] ),
			updated_at: Database::moment( (string) $row['updated_at'] ),
			sent_at: $moment( 'sent_at' ),
			sender_id: $number( 'sender_id' ),
			read_by: $number( 'read_by' ),
			read_at: $moment( 'read_at' ),
		);
	}

	private static function said( Variant $variant ): string {
		return implode( ',', array_keys( array_filter( [ 'service' => $variant->service, 'gpl' => $variant->gpl, 'contest' => $variant->contest ] ) ) );
	}

	private function now(): string {
		return Database::time( $this->clock->now() );
	}

	private function table(): string {
		return $this->database->table( 'letters' );
	}
}
