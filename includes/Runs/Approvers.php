<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Capability;
use Amicable\Settings\SettingsRepository;

/** Who may approve what somebody started. */
final class Approvers {

	public function __construct( private readonly SettingsRepository $settings ) {
	}

	/** Anybody who holds the approval; but not the starter where a second person holds it, unless the owner wants it otherwise. */
	public function may_approve( int $user_id, int $started_by ): bool {
		return user_can( $user_id, Capability::APPROVE ) && ( $user_id !== $started_by || ! $this->settings->current()->limits['four_eyes'] || ! $this->has_another( $user_id ) );
	}

	private function has_another( int $user_id ): bool {
		$others = get_users(
			[
				'capability' => Capability::APPROVE,
				'exclude'    => [ $user_id ],
				'number'     => 1,
				'fields'     => 'ID',
			],
		);

		return $others !== [];
	}
}
