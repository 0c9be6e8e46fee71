<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\CaseState;
use Amicable\Cases\Stage;
use Amicable\Clock;
use Amicable\Customers\Identity;
use Amicable\Playbook\Filling;
use Amicable\Playbook\Samples;
use Amicable\Playbook\Template;
use Amicable\Playbook\Variant;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Cases;
use Amicable\Storage\Customers;

/** A text as a customer would get it, before it is anybody's: a real one's facts, or an invented one's. Nothing is kept. */
final class Preview {

	public function __construct(
		private readonly FactFinder $finder,
		private readonly Cases $cases,
		private readonly Customers $customers,
		private readonly Identity $identity,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
	) {
	}

	/**
	 * @param array<array-key, mixed> $variant
	 * @throws AmicableException 404
	 */
	public function of( Template $template, ?int $customer_id, array $variant, int $user_id ): Filling {
		$chosen = new Variant( (bool) ( $variant['service'] ?? false ), (bool) ( $variant['gpl'] ?? $this->settings->current()->code_is_free ), (bool) ( $variant['contest'] ?? $this->settings->current()->cases->contest_line ) );
		$facts  = $customer_id === null ? Samples::in( $template->language ) : $this->finder->of( $this->case_of( $customer_id ), $template, $template->language, $user_id, $chosen );

		return new Filling( $template, $chosen, $facts );
	}

	/** Theirs, or as if they had one. */
	private function case_of( int $customer_id ): CaseRecord {
		$customer = $this->identity->current( $customer_id );
		if ( $this->customers->row( $customer ) === null ) {
			throw new AmicableException( 'amicable_customer_missing', __( 'There is no such customer.', 'amicable' ), 404 );
		}

		return $this->cases->open_of( $customer ) ?? new CaseRecord( 0, $customer, new CaseState( Stage::Open ), null, null, null, 0, $this->clock->now(), 1 );
	}
}
