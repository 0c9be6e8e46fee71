<?php
declare( strict_types=1 );

namespace Amicable\Privacy;

/** What a shop may put into its privacy policy, in words for customers. */
final class PolicyText {

	public static function html(): string {
		$paragraphs = [
			__( 'To run our support fairly we count, for each customer, what was bought and refunded and how much support time was needed. The sources are our own orders and the conversations you had with us.', 'amicable' ),
			__( 'We keep the text of support messages for 90 days, and longer only where a message shows why a decision was made, at most 12 months. Subjects, dates and times spent stay as long as you are our customer. Records of payments and refunds are kept as long as the law asks for.', 'amicable' ),
			__( 'Patterns, such as many questions in a short time, are only shown to our staff. No decision about you is made by a program: a person looks at it, and decides.', 'amicable' ),
			__( 'You may ask for a copy of these data, for their correction or erasure, and you may object to this use. We then stop reading patterns in your messages.', 'amicable' ),
			__( 'These data stay in our shop. They are not shared with other shops, and no list of customers is bought or sold.', 'amicable' ),
		];

		return '<p class="privacy-policy-tutorial">' . esc_html__( 'Adapt this to what you switched on in Amicable, and let somebody who knows the law of your country read it.', 'amicable' ) . '</p>'
			. implode( '', array_map( static fn ( string $text ): string => '<p>' . esc_html( $text ) . '</p>', $paragraphs ) );
	}
}
