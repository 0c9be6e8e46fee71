<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Away\ChargeDesk;
use Amicable\Capability;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\Departure;
use Amicable\Cases\Chance\MoveKind;
use Amicable\Chances\Gifts;
use Amicable\Chances\SignReader;
use Amicable\Ledger\Generosity;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Accounts;

/** Who may give what: only whoever may refund, in the currencies of shop and ledger, and outside the rules of the house only with a reason. */
final class GiftJudge {

	public function __construct(
		private readonly Gifts $gifts,
		private readonly SignReader $signs,
		private readonly Accounts $accounts,
		private readonly SettingsRepository $settings,
		private readonly ChargeDesk $charges,
	) {
	}

	/**
	 * @param array<array-key, mixed> $given With `cost`, and with `store` and `amount` or `product`, or with the `order` in which it was exchanged by hand.
	 * @return array<string, mixed> What is kept with the line.
	 * @throws AmicableException 400, 403, 422.
	 */
	public function details( CaseRecord $case, array $given ): array {
		if ( ! current_user_can( Capability::OFFBOARD ) ) {
			throw self::not_allowed();
		}
		$this->charges->check( $case );
		$given = self::one_way( $given );
		$this->judge( $case, $given );
		$departure = $this->departure( $case, $given );
		$reason    = trim( (string) ( $given['departure'] ?? '' ) );
		if ( $departure !== null && $reason === '' ) {
			throw new AmicableException( 'amicable_departure', self::words( $departure ), 422, [ 'departure' => __( 'Write down why this one is different.', 'amicable' ) ], [ 'departure' => $departure->value ] );
		}

		return array_intersect_key( $given, array_flip( [ 'store', 'amount', 'product', 'order', 'cost', 'problem' ] ) ) + ( $departure === null ? [] : [ 'departure' => $reason ] );
	}

	/** What may be given so that a profit remains, in minor units of the base currency. */
	public function limit( int $customer_id ): ?int {
		return Generosity::limit( $this->margin( $customer_id ) );
	}

	public function margin( int $customer_id ): ?int {
		$margin = $this->accounts->row( $customer_id )['margin'] ?? null;

		return $margin === null ? null : (int) $margin;
	}

	/** @return array{approximate: bool, at_least: bool} How far that margin can be trusted: it may rest on estimates, and on support that is known only from later on or not at all. */
	public function sureness( int $customer_id ): array {
		$row = $this->accounts->row( $customer_id );

		return [
			'approximate' => (bool) ( $row['approximate'] ?? false ),
			'at_least'    => (bool) ( $row['at_least'] ?? false ),
		];
	}

	public static function not_allowed(): AmicableException {
		return new AmicableException( 'amicable_not_allowed', __( 'What costs the shop is given by somebody who may give refunds. Hand the case over to one of them.', 'amicable' ), 403 );
	}

	/**
	 * By a code that the shop makes, or by hand in the shop: one of both.
	 *
	 * @param array<array-key, mixed> $given
	 * @return array<array-key, mixed>
	 * @throws AmicableException 400
	 */
	private static function one_way( array $given ): array {
		if ( $given['what'] !== MoveKind::Exchange->value ) {
			return array_diff_key( $given, [ 'order' => true ] );
		}
		$order = trim( (string) ( $given['order'] ?? '' ) );
		if ( ( $order === '' ) === ! isset( $given['product'] ) ) {
			throw Schema::refusal( [ ( $order === '' ? 'product' : 'order' ) => __( 'Choose the product they get instead, or enter the order in which you exchanged it.', 'amicable' ) ] );
		}
		$given = array_diff_key( $given, [ 'amount' => true, 'order' => true ] );

		return $order === '' ? $given : [ 'order' => $order ] + array_diff_key( $given, [ 'store' => true ] );
	}

	/** @param array<array-key, mixed> $given */
	private function judge( CaseRecord $case, array $given ): void {
		$shop   = $this->gifts->shop( (string) ( $given['store'] ?? '' ) );
		$base   = $this->settings->current()->base_currency;
		$amount = $given['amount'] ?? null;
		$errors = array_filter( [
			'store'           => isset( $given['order'] ) ? null : ( $shop === null ? __( 'This shop is not there.', 'amicable' ) : ( $this->gifts->address( $case->customer_id ) === null ? __( 'No address of this customer is known.', 'amicable' ) : null ) ),
			/* translators: %s: currency code, "USD". */
			'amount.currency' => $amount !== null && $shop !== null && $amount['currency'] !== $shop->currency() ? sprintf( __( 'This shop sells in %s.', 'amicable' ), $shop->currency() ) : null,
			'amount.minor'    => $amount !== null && $amount['minor'] < 1 ? __( 'This has to be more than nothing.', 'amicable' ) : null,
			/* translators: %s: currency code, "USD". */
			'cost.currency'   => $given['cost']['currency'] !== $base ? sprintf( __( 'Enter this amount in %s, the currency that costs are counted in.', 'amicable' ), $base ) : null,
			'cost.minor'      => $given['cost']['minor'] < 0 ? __( 'This cannot be less than nothing.', 'amicable' ) : null,
			'problem'         => isset( $given['problem'] ) && $this->settings->current()->cases->resolution_of( $given['problem'] ) === null ? __( 'The table does not say this any more.', 'amicable' ) : null,
		], static fn ( ?string $error ): bool => $error !== null );
		if ( $errors !== [] ) {
			throw Schema::refusal( $errors );
		}
	}

	/** @param array<array-key, mixed> $given */
	private function departure( CaseRecord $case, array $given ): ?Departure {
		$rules = $this->settings->current()->cases;
		$row   = isset( $given['problem'] ) ? $rules->resolution_of( (string) $given['problem'] ) : null;

		return Departure::of( $case->cause, (int) $given['cost']['minor'], $this->limit( $case->customer_id ), $this->signs->is_threatened( $case->customer_id ), $rules->resolutions !== [], $row !== null, $row['most']->minor ?? null );
	}

	private static function words( Departure $departure ): string {
		return match ( $departure ) {
			Departure::Table => __( 'A threat is in the air, and the table of what you give for what has no row for this. Choose a row, or say why this one is different.', 'amicable' ),
			Departure::Most  => __( 'This is more than the table gives for it. Say why this one is different.', 'amicable' ),
			Departure::Limit => __( 'This is more than leaves a profit, and it was not your mistake. Say why you give it.', 'amicable' ),
		};
	}
}
