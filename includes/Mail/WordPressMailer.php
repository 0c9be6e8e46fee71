<?php
declare( strict_types=1 );

namespace Amicable\Mail;

use Amicable\Storage\Home;

/** WordPress's own mail, by whatever way this site sends it. An answer goes to the site's own address, not to the one of the server. */
final class WordPressMailer implements Mailer {

	public function send( string $to, string $subject, string $text ): bool {
		$reply = (string) get_option( 'admin_email' );

		return wp_mail( $to, $subject, $text, $reply === '' ? [] : [ "Reply-To: $reply" ] );
	}

	public function objection(): ?string {
		return Home::is_copy() ? __( 'This looks like a copy of your shop, so nobody is written to from here. If this is the live site, an administrator can confirm that on any page of the admin area, or define AMICABLE_LIVE.', 'amicable' ) : null;
	}

	public function is_real(): bool {
		return true;
	}
}
