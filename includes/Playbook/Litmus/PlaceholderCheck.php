<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Regex;

/** Fields and brackets that nobody filled in. Shortcodes, code and links are none. */
final class PlaceholderCheck implements Check {

	private const PLACEHOLDERS = [
		'/\{\{[^{}\n]{1,60}\}\}|\{%?[\p{L}_][\p{L}\p{N}_ .|-]{0,40}%?\}/u',
		'/\[\[[^\[\]\n]{1,60}\]\]|\[(?:\p{Lu}[\p{L}_]*(?: [\p{L}_]+){0,5}|(?:your|the|first|last|customer|insert) [\p{L} ]{2,30}|(?:name|date|amount|link|product|isim|ad|tarih|tutar|bağlantı|ürün|이름|성함|고객명|날짜|금액|링크|제품명?|주문 ?번호))\](?!\()/u',
		'/<(?:your |the |insert )?(?:first |last |customer |product |order )?(?:name|date|amount|link|product|number|email|isim|ad|tarih|tutar|이름|날짜|금액|링크|제품명)>/iu',
		'/%[A-Z][A-Z_]{2,30}%|(?<![\p{L}\p{N}%])%(?:\d\$)?[sd](?!\w)/u',
		'/\b(?:TODO|TBD|TBC|FIXME|X{3,}|lorem ipsum)\b|\bXX[.\/-]XX\b|_{3,}/u',
		'/(?<![\p{L}])[○●]{2,}|(?<![A-Za-z])OO+(?=님|씨|고객)/u',
	];

	/** @return list<Remark> */
	public function look( Draft $draft ): array {
		$remarks = [];
		foreach ( self::PLACEHOLDERS as $regex ) {
			foreach ( Regex::all( $regex, $draft->text ) as [ $match, $at ] ) {
				$remarks[] = Remark::at( Code::Placeholder, $draft->text, $at, $at + strlen( $match ) );
			}
		}

		return $remarks;
	}
}
