<?php
declare( strict_types=1 );

namespace Amicable\Rest;

/** The names that people read for the words that programs use. They say what happened, not who somebody is. */
final class Words {

	public static function pattern( string $slug ): string {
		return match ( $slug ) {
			'docs_questions'     => __( 'Questions the docs answer', 'amicable' ),
			'cost_over_paid'     => __( 'Costs more than paid', 'amicable' ),
			'hostile_messages'   => __( 'Hostile messages', 'amicable' ),
			'threat_with_demand' => __( 'Threat tied to a demand', 'amicable' ),
			'legal_step'         => __( 'Legal step mentioned', 'amicable' ),
			'payment_dispute'    => __( 'Payment dispute', 'amicable' ),
			'repeat_refunds'     => __( 'Repeated refunds or free requests', 'amicable' ),
			'expectations'       => __( 'Expects more than was sold', 'amicable' ),
			'high_value'         => __( 'High value', 'amicable' ),
			'new_customer'       => __( 'New customer', 'amicable' ),
			'early_signs'        => __( 'Early signs', 'amicable' ),
			default              => str_starts_with( $slug, 'own:' ) ? __( 'A rule of your own', 'amicable' ) : $slug,
		};
	}

	public static function run( string $kind ): string {
		return match ( $kind ) {
			'part_ways' => __( 'Part ways', 'amicable' ),
			'finish'    => __( 'Finish what was left open', 'amicable' ),
			default     => __( 'Refund and end license', 'amicable' ),
		};
	}

	public static function goodwill( string $kind ): string {
		return match ( $kind ) {
			'coupon'    => __( 'Coupon given', 'amicable' ),
			'product'   => __( 'Product given', 'amicable' ),
			'credit'    => __( 'Credit given', 'amicable' ),
			'extension' => __( 'Time added', 'amicable' ),
			default     => __( 'Goodwill given', 'amicable' ),
		};
	}

	public static function channel( string $channel ): string {
		return match ( $channel ) {
			'email'  => __( 'Contact by email', 'amicable' ),
			'chat'   => __( 'Contact by chat', 'amicable' ),
			'phone'  => __( 'Contact by phone', 'amicable' ),
			'form'   => __( 'Contact through a form', 'amicable' ),
			'forum'  => __( 'Contact in a forum', 'amicable' ),
			'social' => __( 'Contact on social media', 'amicable' ),
			'public' => __( 'Public post', 'amicable' ),
			default  => __( 'Contact', 'amicable' ),
		};
	}

	/** Why figures in base currency are not known. */
	public static function unknown_because( ?string $reason ): ?string {
		return match ( $reason ) {
			null, ''             => null,
			'no_orders'          => __( 'No purchase is known yet.', 'amicable' ),
			'not_converted'      => __( 'Some orders were paid in a currency without a known exchange rate.', 'amicable' ),
			'support_unknown'    => __( 'Nothing is known about support yet. Connect a help desk, bring a file or log a contact.', 'amicable' ),
			'no_hourly_cost'     => __( 'It is not known what an hour of support costs you. Say so in the settings.', 'amicable' ),
			'cost_not_converted' => __( 'Some costs were entered in a currency without a known exchange rate.', 'amicable' ),
			'orders_importing'   => __( 'Orders are still being brought in, so some may be missing.', 'amicable' ),
			'orders_missing'     => __( 'The first ticket is much older than the first known order, so orders seem to be missing.', 'amicable' ),
			default              => __( 'Not enough is known to compare cost with what was paid.', 'amicable' ),
		};
	}

	/** Display name of a user of this site; null for nobody or somebody who left. */
	public static function who( int $user_id ): ?string {
		$user = $user_id > 0 ? get_userdata( $user_id ) : false;

		return $user === false ? null : $user->display_name;
	}
}
