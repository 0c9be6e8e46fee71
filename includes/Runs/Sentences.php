<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Offboarding\Caution;
use Amicable\Offboarding\Check;
use Amicable\Offboarding\PlanItem;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\Warning;
use Amicable\Offboarding\Why;
use DateTimeImmutable;

/** The words for what the pure plan says in codes. */
final class Sentences {

	public function label( StepKind $kind, string $subject ): string {
		return match ( $kind ) {
			StepKind::Block              => __( 'New purchases', 'amicable' ),
			/* translators: %s: name of a subscription. */
			StepKind::CancelSubscription => sprintf( __( 'Subscription %s', 'amicable' ), $subject ),
			/* translators: %s: masked license key. */
			StepKind::DeactivateSite     => sprintf( __( 'A site of license %s', 'amicable' ), $subject ),
			/* translators: %s: order number. */
			StepKind::Refund             => sprintf( __( 'Order %s', 'amicable' ), $subject ),
			/* translators: %s: name of a file. */
			StepKind::RevokeDownload     => sprintf( __( 'Download %s', 'amicable' ), $subject ),
			/* translators: %s: masked license key. */
			StepKind::DisableLicense     => sprintf( __( 'License %s', 'amicable' ), $subject ),
			/* translators: %s: order number. */
			StepKind::Note               => sprintf( __( 'Private note on order %s', 'amicable' ), $subject ),
			StepKind::Proof              => __( 'Check that nothing is left open', 'amicable' ),
			StepKind::ReceiptMail        => __( 'Receipt to the customer', 'amicable' ),
		};
	}

	public function why( PlanItem $item ): ?string {
		return $item->why === null ? null : $this->because( $item->why, $item->said );
	}

	/** @param string $said What the store itself answered. */
	public function because( Why $why, string $said = '' ): string {
		return match ( $why ) {
			Why::DisputeOpen       => __( 'Its payment is disputed. A refund now could pay twice; the bank decides.', 'amicable' ),
			Why::DisputeLost       => __( 'The dispute was lost: the bank has already given the money back.', 'amicable' ),
			Why::TestOrder         => __( 'A test order: no money was taken.', 'amicable' ),
			Why::Failed            => __( 'The payment failed.', 'amicable' ),
			Why::Unpaid            => __( 'It was never paid.', 'amicable' ),
			Why::Free              => __( 'It was free.', 'amicable' ),
			Why::AlreadyRefunded   => __( 'Everything was given back before.', 'amicable' ),
			Why::OverRefunded      => __( 'More was given back than was paid.', 'amicable' ),
			Why::StoreSaysNo       => $said,
			Why::StoreMissing      => __( 'Its shop plugin is not active, so nothing is known of it.', 'amicable' ),
			Why::ByHand            => __( 'Its gateway cannot pay back by itself: somebody pays and says so here.', 'amicable' ),
			Why::NotPaidOut        => __( 'The shop has it as given back, but no gateway paid it: somebody looks, pays if need be, and says so here.', 'amicable' ),
			Why::PayoutUndone      => __( 'It was given back, and the shop counts it as paid again: the payout may have failed later. Somebody looks at the gateway, pays if need be, and says so here.', 'amicable' ),
			Why::AlreadyBlocked    => __( 'New purchases are blocked already.', 'amicable' ),
			Why::SubscriptionEnded => __( 'It has ended and charges nothing.', 'amicable' ),
			Why::LicenseEnded      => __( 'It is disabled already.', 'amicable' ),
			Why::DownloadClosed    => __( 'It is closed already.', 'amicable' ),
		};
	}

	public function warning( Warning $warning ): string {
		$count = $warning->count;
		$names = implode( ', ', $warning->names );

		return match ( $warning->caution ) {
			/* translators: 1: how many, 2: order numbers. */
			Caution::Disputed           => sprintf( _n( '%1$d order is disputed and stays as it is: %2$s.', '%1$d orders are disputed and stay as they are: %2$s.', $count, 'amicable' ), $count, $names ),
			/* translators: 1: how many, 2: order numbers. */
			Caution::Inquiry            => sprintf( _n( '%1$d order has an inquiry at the payment provider: %2$s. A refund settles it.', '%1$d orders have an inquiry at the payment provider: %2$s. A refund settles it.', $count, 'amicable' ), $count, $names ),
			/* translators: 1: how many, 2: order numbers. */
			Caution::ByHand             => sprintf( _n( '%1$d refund has to be paid by hand: %2$s.', '%1$d refunds have to be paid by hand: %2$s.', $count, 'amicable' ), $count, $names ),
			/* translators: 1: masked license key, 2: order ids. */
			Caution::SharedLicense      => sprintf( __( 'License %1$s was also paid by other orders, and stops for them too: %2$s.', 'amicable' ), $warning->subject, $names ),
			/* translators: 1: order number, 2: masked license keys. */
			Caution::Bundle             => sprintf( __( 'Order %1$s paid for several licenses, and all of them stop: %2$s.', 'amicable' ), $warning->subject, $names ),
			/* translators: 1: name of a subscription, 2: order ids. */
			Caution::SharedSubscription => sprintf( __( 'Subscription %1$s also belongs to other orders, and stops for them too: %2$s.', 'amicable' ), $warning->subject, $names ),
			/* translators: %d: how many. */
			Caution::ActiveSites        => sprintf( _n( 'A license is in use on %d site.', 'Licenses are in use on %d sites.', $count, 'amicable' ), $count ),
			/* translators: %s: names of mails. */
			Caution::StoreMails         => sprintf( __( 'The shop itself mails the customer: %s.', 'amicable' ), $names ),
			/* translators: %d: how many. */
			Caution::FeesUnknown        => sprintf( _n( 'The gateway fee of %d order is not known; fees rarely come back.', 'The gateway fees of %d orders are not known; fees rarely come back.', $count, 'amicable' ), $count ),
			/* translators: 1: how many, 2: order numbers. */
			Caution::EarlierYear        => sprintf( _n( '%1$d refund is for an order of an earlier calendar year: %2$s. Ask your accountant about a credit note.', '%1$d refunds are for orders of earlier calendar years: %2$s. Ask your accountant about credit notes.', $count, 'amicable' ), $count, $names ),
			/* translators: 1: how many, 2: order ids. */
			Caution::StoreMissing       => sprintf( _n( '%1$d order belongs to a shop plugin that is not active: %2$s.', '%1$d orders belong to a shop plugin that is not active: %2$s.', $count, 'amicable' ), $count, $names ),
			Caution::NotCovered         => $warning->subject, // A store's own sentence.
			/* translators: %s: numbers of runs. */
			Caution::InAnotherRun       => sprintf( __( 'Another run is at work on some of these orders, so this one cannot start yet: run %s.', 'amicable' ), $names ),
			Caution::NothingToDo        => __( 'There is nothing to do here.', 'amicable' ),
		};
	}

	/** What a check asks, where nobody answered it. */
	public function check( Check $check ): string {
		return match ( $check ) {
			Check::PaidOrders       => __( 'Paid orders that are not fully given back', 'amicable' ),
			Check::UnpaidRefunds    => __( 'Refunds in the books that nobody paid out', 'amicable' ),
			Check::Uncaptured       => __( 'Payments that are authorized and not captured', 'amicable' ),
			Check::OverRefunds      => __( 'Orders given back twice', 'amicable' ),
			Check::PayableOrders    => __( 'Unpaid orders that can still be paid', 'amicable' ),
			Check::Subscriptions    => __( 'Subscriptions that can still charge', 'amicable' ),
			Check::Downloads        => __( 'Open downloads', 'amicable' ),
			Check::Licenses         => __( 'Licenses that can still be used', 'amicable' ),
			Check::EddOrders        => __( 'Easy Digital Downloads: orders not given back', 'amicable' ),
			Check::EddRefunds       => __( 'Easy Digital Downloads: refunds without a payout', 'amicable' ),
			Check::EddItems         => __( 'Easy Digital Downloads: files that can still be fetched', 'amicable' ),
			Check::EddSubscriptions => __( 'Easy Digital Downloads: subscriptions that can still charge', 'amicable' ),
			Check::EddLicenses      => __( 'Easy Digital Downloads: licenses that can still be used', 'amicable' ),
			Check::Disputes         => __( 'Disputed payments', 'amicable' ),
			Check::Steps            => __( 'Unfinished steps of this run', 'amicable' ),
			Check::Guard            => __( 'New purchases refused', 'amicable' ),
			Check::NotCovered       => __( 'Systems that nobody here can look into', 'amicable' ),
		};
	}

	public function until( DateTimeImmutable $day ): string {
		/* translators: %s: a date. */
		return sprintf( __( 'Left alone until %s.', 'amicable' ), (string) wp_date( (string) get_option( 'date_format' ), $day->getTimestamp() ) );
	}

	/** The whole private note on an order: no name, no reason, no figure. */
	public function note( int $run_id ): string {
		/* translators: %d: number of the run. */
		return sprintf( __( 'Refunded in full, run %d.', 'amicable' ), $run_id );
	}
}
