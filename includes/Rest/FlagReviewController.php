<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Patterns\Slug;
use Amicable\Projection\FlagReview;
use Amicable\Projection\Projector;
use Closure;
use DateTimeImmutable;
use WP_REST_Request;

/** A person's word on a flag: confirm it, dismiss it with a reason, or look again later. */
final class FlagReviewController implements Controller {

	/**
	 * @param Closure(): FlagReview     $review
	 * @param Closure(): Projector      $projector
	 * @param Closure(): CustomerDetail $detail
	 */
	public function __construct(
		private readonly CustomerFinder $finder,
		private readonly Closure $review,
		private readonly Closure $projector,
		private readonly Closure $detail,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'POST', '/customers/(?P<id>\d+)/flags/(?P<pattern>[a-z_]+(?:\:\d)?)/review', Capability::CASES, $this->review( ... ), body: 'customers.review', answer: 'customers.detail' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function review( WP_REST_Request $request ): Reply {
		$customer = $this->finder->current( $request );
		$pattern  = Slug::tryFrom( (string) $request->get_url_params()['pattern'] ) ?? throw new AmicableException( 'amicable_flag_missing', __( 'This customer has no such flag.', 'amicable' ), 404 );
		$version  = (int) $request['version'];
		$user     = get_current_user_id();
		match ( (string) $request['action'] ) {
			'confirm' => ( $this->review )()->confirm( $customer, $pattern, $version, $user ),
			'dismiss' => ( $this->review )()->dismiss( $customer, $pattern, (string) ( $request['reason'] ?? '' ), $version, $user ),
			default   => ( $this->review )()->snooze( $customer, $pattern, self::until( $request['until'] ?? null ), $version, $user ),
		};

		( $this->projector )()->project( $customer );

		return new Reply( ( $this->detail )()->of( $customer ) );
	}

	private static function until( mixed $until ): ?DateTimeImmutable {
		$at = is_string( $until ) ? date_create_immutable( $until ) : false;

		return $at === false ? null : $at;
	}
}
