<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\Advisor;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\Cause;
use Amicable\Cases\Chance\EntryKind;
use Amicable\Cases\Chance\MoveKind;
use Amicable\Chances\Gifts;
use Amicable\Chances\SignReader;
use Amicable\Settings\CaseRules;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\CaseFacts;
use Amicable\Storage\Customers;
use Amicable\Storage\LogChain;
use Amicable\Stores\GiftShop;
use Amicable\Values\Money;

/** The second chance in a case, in the words of REST. */
final class ChanceShape {

	public function __construct(
		private readonly CaseEntries $entries,
		private readonly CaseFacts $facts,
		private readonly SignReader $signs,
		private readonly GiftJudge $judge,
		private readonly Gifts $gifts,
		private readonly Customers $customers,
		private readonly LogChain $log,
		private readonly SettingsRepository $settings,
	) {
	}

	/** @return array<string, mixed> */
	public function of( CaseRecord $case ): array {
		$entries = $this->entries->of_case( $case->id );
		$rules   = $this->settings->current()->cases;
		$advice  = ( new Advisor( $rules->quiet_days ) )->advise( $this->signs->of( $case, $entries, $rules ) );
		$warned  = $case->state->warned_at;

		return [
			'case_id'       => $case->id,
			'version'       => $case->version,
			'stage'         => $case->state->stage->value,
			'cause'         => $case->cause?->value,
			'route'         => self::route( $case->cause ),
			'advice'        => [
				'reason' => $advice->value,
				'to'     => $advice->to()?->value,
				'why'    => AdviceWords::of( $advice ),
			],
			'apology'       => $this->apology( $case, $entries ),
			'warning'       => $warned === null ? null : [
				'at'           => Shape::time( $warned ),
				'counts_until' => Shape::time( $warned->modify( "+$rules->warning_days days" ) ),
			],
			'do_not_answer' => Shape::time( $this->customers->row( $case->customer_id )['silent_at'] ?? null ),
			'waiting'       => array_map( self::waiting( ... ), $this->facts->tickets_waiting( $case->customer_id, 10 ) ),
			'entries'       => array_map( EntryShape::of( ... ), $entries ),
			'people'        => self::people(),
			'shops'         => current_user_can( Capability::OFFBOARD ) ? array_map( self::shop( ... ), $this->gifts->shops() ) : [],
			'resolutions'   => self::resolutions( $rules ),
			'threatened'    => $this->signs->is_threatened( $case->customer_id ),
		] + ( current_user_can( Capability::MONEY ) ? [ 'money' => $this->money( $case->customer_id ) ] : [] );
	}

	/** @return array{giving: string, moves: list<string>}|null */
	private static function route( ?Cause $cause ): ?array {
		return $cause === null ? null : [
			'giving' => $cause->giving()->value,
			'moves'  => array_map( static fn ( MoveKind $move ): string => $move->value, $cause->moves() ),
		];
	}

	/**
	 * An apology is owed from the moment it is known whose mistake it was.
	 *
	 * @param list<CaseEntry> $entries
	 * @return array{since: string|null, given_at: string|null}|null
	 */
	private function apology( CaseRecord $case, array $entries ): ?array {
		if ( $case->cause !== Cause::Ours ) {
			return null;
		}
		$known = array_values( array_filter( $this->log->of( 'case', $case->id ), static fn ( array $row ): bool => ( $row['payload']['cause'] ?? null ) === Cause::Ours->value ) );
		$given = array_values( array_filter( $entries, static fn ( CaseEntry $entry ): bool => $entry->kind === EntryKind::Move && $entry->what === MoveKind::Apologize->value ) );

		return [
			'since'    => Shape::time( $known === [] ? $case->opened_at : $known[0]['at'] ),
			'given_at' => $given === [] ? null : Shape::time( end( $given )->created_at ),
		];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private static function waiting( array $row ): array {
		return [
			'ticket_id' => (int) $row['id'],
			'subject'   => (string) $row['subject'],
			'url'       => (string) $row['url'] === '' ? null : $row['url'],
			'since'     => Shape::time( $row['since'] ),
		];
	}

	/** @return list<array{id: int, name: string}> */
	private static function people(): array {
		$users = get_users( [ 'capability' => Capability::CASES, 'number' => 200, 'orderby' => 'display_name' ] );

		return array_values( array_map( static fn ( \WP_User $user ): array => [ 'id' => $user->ID, 'name' => $user->display_name ], $users ) );
	}

	/** @return array{store: string, label: string, currency: string} */
	private static function shop( GiftShop $shop ): array {
		return [
			'store'    => $shop->id(),
			'label'    => $shop->label(),
			'currency' => $shop->currency(),
		];
	}

	/** @return list<array<string, mixed>> */
	private static function resolutions( CaseRules $rules ): array {
		$sees = current_user_can( Capability::MONEY );

		return array_map( static fn ( array $row ): array => [ 'problem' => $row['problem'], 'answer' => $row['answer'] ] + ( $sees ? [ 'most' => $row['most']?->to_array() ] : [] ), $rules->resolutions );
	}

	/** @return array<string, mixed> */
	private function money( int $customer_id ): array {
		$currency = $this->settings->current()->base_currency;
		$money    = static fn ( ?int $minor ): ?array => $minor === null ? null : ( new Money( $minor, $currency ) )->to_array();

		return [
			'currency' => $currency,
			'may_give' => $money( $this->judge->limit( $customer_id ) ),
			'margin'   => $money( $this->judge->margin( $customer_id ) ),
			...$this->judge->sureness( $customer_id ),
		];
	}
}
