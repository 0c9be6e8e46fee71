<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Regex;

/** Shouting. Abbreviations, constants, keys and what the customer shouted are none. */
final class CapitalsCheck implements Check {

	private const SHORT = '/\b(?:PHP|SQL|CSS|HTML|HTTPS?|AJAX|JSON|XML|CSV|PDF|FTP|SFTP|SSH|SSL|TLS|API|REST|URL|DNS|CDN|CPU|RAM|GPL|EULA|FAQ|GDPR|KVKK|VAT|KDV|USD|EUR|GBP|KRW|TRY|UTC|GMT|PST|CET|KST|WPML|HPOS|UTF|PNG|JPE?G|SVG|WEBP|MYSQL|CORS|SMTP|IMAP|SEO|AM|PM|OK|ID|UI|UX|IP|EU|US|UK|TR|KR|WP|WC|EDD|DKIM|DMARC|README|HTACCESS)\b/u';

	private const SHOUTS = '/(?<![\p{L}\p{N}_\-.\/#@])(?:\p{Lu}+(?:[\'’]\p{Lu}+)?(?:[ ,]+(?:\p{Lu}{2,}(?:[\'’]\p{Lu}+)?|I))+|\p{Lu}{4,})(?![\p{L}\p{N}_\-\/@])/u';

	public function __construct( private readonly Quotations $quotations ) {
	}

	/** @return list<Remark> */
	public function look( Draft $draft ): array {
		$text    = $this->quotations->blanked( $draft );
		$remarks = [];
		foreach ( Regex::all( self::SHOUTS, $text ) as [ $match, $at ] ) {
			$rest = (string) preg_replace( self::SHORT, '', $match );
			if ( Regex::matches( '/\p{Lu}{2}/u', $rest ) && ! $draft->is_ours( $match ) ) {
				$remarks[] = Remark::at( Code::Capitals, $draft->text, $at, $at + strlen( $match ) );
			}
		}

		return $remarks;
	}
}
