<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** In which language a message is proposed: the customer's last words, else their order's, else English. */
final class LanguageChoice {

	private const ELSE = 'en';

	/** @param list<string> $written That there are templates in. */
	public function __construct( private readonly array $written ) {
	}

	/**
	 * @param list<string> $last_message What the last message may be in; a short one may be several, an unread one none.
	 * @param string       $order_locale Such as `ko_KR`; empty when unknown.
	 */
	public function proposed( array $last_message, string $order_locale ): string {
		$order = strtolower( substr( $order_locale, 0, 2 ) );
		$said  = array_values( array_intersect( $last_message, $this->written ) );

		return match ( true ) {
			in_array( $order, $said, true ) => $order,
			in_array( self::ELSE, $said, true ) => self::ELSE,
			$said !== [] => $said[0],
			in_array( $order, $this->written, true ) => $order,
			default => self::ELSE,
		};
	}
}
