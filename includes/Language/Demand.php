<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * What somebody wants beside a threat: a condition, a deadline, or a plain request near it. Says nothing by itself; a threat with a review or with the bank
 * becomes a threat tied to a demand by it.
 */
final class Demand {

	/** Code points before and after the threat: about two sentences. */
	private const NEAR = 240;

	private const PATTERNS = [
		'en' => [
			'/(?<!\w)(?:unless|until|till|or else|otherwise|once|as soon as|the (?:minute|moment)|only (?:if|when)|if) (?:you|your|this|it|i|my|the|we|nobody|no one|that|there)(?!\w)[^.!?\n]{0,60}(?!\w)/iu',
			'/(?<!\w)(?:refund|fix|give|send|answer|solve|extend|change|add|release|pay|credit|resolve|unlock|replace|restore|return|cancel|renew) (?:me|it|this|us|my|our|the|that|back)(?!\w)[^.!?\n]{0,40}(?!\w)/iu',
			'/(?<!\w)(?:i|we) (?:want|demand|expect|need|require|insist)(?!\w)[^.!?\n]{0,60}(?!\w)/iu',
			'/(?<!\w)(?:you have (?:until|one|two|three|\d)|within \d|last chance|by (?:tomorrow|tonight|noon|today|the end|monday|tuesday|wednesday|thursday|friday|saturday|sunday))(?!\w)[^.!?\n]{0,40}(?!\w)/iu',
			'/(?<!\w)or (?:i|we|you|my)(?!\w)[^.!?\n]{0,40}(?!\w)/iu',
		],
		'ko' => [
			'/(?:안|못) ?[^.!?\n ]{1,8}(?:[^.!?\n]{0,6})?(?:으면|면)|(?:않|없|아니|싶)[가-힣]{0,3}(?:으면|면)/u',
			'/(?:오늘|내일|모레|이번 ?주|정오|자정|월요일|화요일|수요일|목요일|금요일|토요일|일요일|주말|\d+ ?(?:일|시간|시|분))[^.!?\n]{0,6}(?:까지|이내|안에|내로)/u',
			'/(?:환불|해결|처리|답변|연장|추가|수정|보상|보내|고쳐|바꿔|해|돌려)[^.!?\n]{0,8}(?:주세요|주시면|주면|주십시오|줘|달라|하세요|하시면|되면|내놔|받을 ?때까지|될 ?때까지)|(?:요구|원합니다|바랍니다)|조건으로|하는 ?즉시|때까지/u',
		],
		'tr' => [
			'/\w*(?:m[ae]zs[ae](?:n[ıi]z|n|m)?|m[ae]zl[ae]rs[ae])(?!\w)/iu',
			'/(?<!\w)(?:yoksa|aksi (?:halde|takdirde)|ya da|son (?:şans|uyarı)\w*)(?!\w)/iu',
			'/\w{2,}(?:[ae]rs[ae]n[ıi]z|[ıiuü]rs[ae]n[ıi]z|[ıiuü]l[ıiuü]rs[ae]|(?:gel|ol|çöz[üu]l|yat|ver[ıi]l)[ıiuü]nc[ae]|d[ıiuü]ğ[ıiuü] (?:anda|zaman)|t[ıiuü]ğ[ıiuü] (?:anda|zaman))(?!\w)/iu',
			'/(?<!\w)(?:\w+|\d+ (?:saat|gün)) (?:kadar|içinde)(?!\w)/iu',
			'/(?<!\w)(?:istiyorum|istiyoruz|bekliyorum|bekliyoruz|talep ediyor\w*|(?:düzelt|çöz|ver|gönder|ekle|uzat|öde|yap|aç|et)(?:in|ın|un|ün|iniz|ınız)|(?:iade|geri) (?:edin|verin|ödeyin|yapın))(?!\w)/iu',
		],
	];

	/** @param list<string> $languages In which the message is written. */
	public static function beside( Finding $threat, string $message, array $languages ): ?Finding {
		$from  = max( 0, $threat->start - self::NEAR );
		$near  = mb_substr( $message, $from, $threat->end - $from + self::NEAR, 'UTF-8' );
		$found = [];
		foreach ( $languages as $language ) {
			foreach ( self::PATTERNS[ $language ] ?? [] as $pattern ) {
				$found = [ ...$found, ...self::places( $pattern, $near, $from, $language ) ];
			}
		}
		usort( $found, static fn ( Finding $a, Finding $b ): int => [ self::distance( $a, $threat ), $a->start ] <=> [ self::distance( $b, $threat ), $b->start ] );

		return $found[0] ?? null;
	}

	/** @return list<Finding> Lines that quote somebody are not the writer's. */
	private static function places( string $pattern, string $near, int $from, string $language ): array {
		$found = [];
		foreach ( Regex::all( $pattern, $near ) as [ $quote, $byte ] ) {
			$before = substr( $near, 0, $byte );
			$line   = substr( $before, (int) strrpos( "\n$before", "\n" ) );
			if ( str_starts_with( ltrim( $line ), '>' ) ) {
				continue;
			}
			$start   = $from + mb_strlen( $before, 'UTF-8' );
			$found[] = new Finding( Label::Demand, null, 1, "$language.demand", 'demand', $quote, $start, $start + mb_strlen( $quote, 'UTF-8' ), null, false );
		}

		return $found;
	}

	/** Nothing where they overlap: the threat may hold its own condition. */
	private static function distance( Finding $demand, Finding $threat ): int {
		return max( 0, $demand->start - $threat->end, $threat->start - $demand->end );
	}
}
