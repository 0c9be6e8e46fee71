<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

/** A message before it goes out, with what has to be known to judge it. */
final class Draft {

	public readonly string $text;

	/**
	 * @param string       $language       The one it is to be in, two letters.
	 * @param list<string> $messages       All that the customer wrote, as far as it is kept.
	 * @param list<string> $ours           What may stand there: our addresses and numbers, titles of articles, coupon codes.
	 * @param list<string> $others         Makers and products that we name as alternatives.
	 * @param bool         $public         An answer that everybody reads.
	 * @param int          $sent_unchanged How often this template has gone out as it is, this time included.
	 */
	public function __construct(
		string $text,
		public readonly string $language,
		public readonly array $messages = [],
		public readonly array $ours = [],
		public readonly array $others = [],
		public readonly bool $public = false,
		public readonly int $sent_unchanged = 0,
	) {
		$this->text = str_replace( "\r\n", "\n", mb_scrub( $text, 'UTF-8' ) );
	}

	public function is_ours( string $words ): bool {
		foreach ( $this->ours as $ours ) {
			if ( mb_stripos( $ours, trim( $words ), 0, 'UTF-8' ) !== false ) {
				return true;
			}
		}

		return false;
	}
}
