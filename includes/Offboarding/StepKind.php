<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** The effects of a run, in the order in which they happen. */
enum StepKind: string {

	case Block              = 'block';
	case CancelSubscription = 'cancel_subscription';
	case DeactivateSite     = 'deactivate_site';
	case Refund             = 'refund';
	case RevokeDownload     = 'revoke_download';
	case DisableLicense     = 'disable_license';
	case Note               = 'note';
	case Proof              = 'proof';
	case ReceiptMail        = 'receipt_mail';

	/**
	 * Steps of a later phase wait until no step of an earlier one is under way: charges stop before money goes back, licenses end
	 * after it, and the proof looks at what all of them left.
	 */
	public function phase(): int {
		return match ( $this ) {
			self::Block              => 0,
			self::CancelSubscription => 1,
			self::DeactivateSite     => 2,
			self::Refund             => 3,
			self::RevokeDownload     => 4,
			self::DisableLicense     => 5,
			self::Note               => 6,
			self::Proof              => 7,
			self::ReceiptMail        => 8,
		};
	}

	public function moves_money(): bool {
		return $this === self::Refund;
	}

	/** The customer may be given some days until it happens. */
	public function may_wait_for_a_day(): bool {
		return $this === self::DeactivateSite || $this === self::DisableLicense;
	}

	/** Looks at what the others left, or tells of it: no part of what has to be over. */
	public function follows_the_end(): bool {
		return $this === self::Proof || $this === self::ReceiptMail;
	}

	/** How long a worker may be silent before its step is looked at by somebody else. */
	public function lease_seconds(): int {
		return $this->moves_money() ? 300 : 60;
	}

	/** Held back while the money of an order it hangs on has not gone back. */
	public function waits_for_refunds(): bool {
		return $this === self::DisableLicense || $this === self::Note;
	}
}
