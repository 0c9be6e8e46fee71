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

	/** Conditions and plain demands: they count up to the next sentence. */
	private const PLAIN = [
		'en' => [
			'/(?<!\w)(?:unless|until|till|or else|otherwise|once|as soon as|the (?:minute|moment)|only (?:if|when)) (?:you|your|this|it|i|my|the|we|nobody|no one|that|there)(?!\w)[^.!?\n]{0,60}(?!\w)/iu',
			'/(?<!\w)if (?:you|i|we|this|it|my \w+|nobody|no one|there)(?:\'re|\'s)? (?:do not|don\'?t|does not|doesn\'?t|did not|didn\'?t|can\'?t|cannot|won\'?t|will not|fail|refuse|keep|continue|is not|isn\'?t|are not|aren\'?t|is still|get no|have no|\'m not)(?!\w)[^.!?\n]{0,60}(?!\w)/iu',
			'/(?<!\w)(?:refund|return|credit|extend|release|unlock|fix|solve|resolve) (?:me|it|this|us|my|our|the|that)(?!\w)[^.!?\n]{0,40}(?!\w)/iu',
			'/(?<!\w)(?:you have (?:until|one|two|three|\d)|last chance|if (?:nobody|no one)|no (?:answer|reply|refund|solution|fix)|you can (?:still )?(?:stop|prevent|avoid))(?!\w)[^.!?\n]{0,40}(?!\w)/iu',
			'/(?<!\w)(?:(?:it is|it\'s|that is|that\'s)? ?(?:up to you|your (?:choice|call|move))|think (?:twice|carefully|again)|no (?:other )?choice but)(?!\w)/iu',
		],
		'ko' => [
			'/(?:안|못) ?[^.!?\n ]{1,8}(?:[^.!?\n]{0,6})?(?:으면|면)|(?:않|없|아니|싶)[가-힣]{0,3}(?:으면|면)/u',
			'/선택은|판단에 ?맡|잘 ?생각해|알아서 ?(?:판단|결정|하세요)/u',
			'/내놔|내놓으|(?:받을|될|줄) ?때까지|조건으로|하는 ?즉시/u',
		],
		'tr' => [
			'/\w*(?:m[ae]zs[ae](?:n[ıi]z|n|m)?|m[ae]zl[ae]rs[ae])(?!\w)/iu',
			'/(?<!\w)(?:(?:karar|tercih|seçim) sizin|iyi düşünün|(?:vaktiniz|süreniz) var)(?!\w)/iu',
			'/(?<!\w)(?:yoksa|aksi (?:halde|takdirde)|son (?:şans|uyarı)\w*)(?!\w)/iu',
			'/\w{2,}(?:(?:gel|ol|çöz[üu]l|yat|ver[ıi]l)[ıiuü]nc[ae]|(?:d|t)[ıiuü]ğ[ıiuü] (?:anda|zaman))(?!\w)/iu',
			'/(?<!\w)(?:(?:düzelt|çöz|uzat|öde)(?:in|ın|un|ün|iniz|ınız)|(?:iade|geri) (?:edin|verin|ödeyin|yapın|istiyorum))(?!\w)/iu',
		],
	];

	/** Wishes and dates that anybody may write: they count only in the sentence of the threat itself. */
	private const MILD = [
		'en' => [
			'/(?<!\w)if (?:you|your|this|it|i|my|the|we|that|there)(?! helps| works| matters| makes)(?!\w)[^.!?\n]{0,60}(?!\w)/iu',
			'/(?<!\w)(?:send|give|answer|change|add|pay|replace|restore|cancel|renew|refund|fix) (?:me|it|this|us|my|our|the|that|back)(?!\w)[^.!?\n]{0,40}(?!\w)/iu',
			'/(?<!\w)(?:i|we) (?:want|demand|expect|need|require|insist)(?!\w)[^.!?\n]{0,60}(?!\w)/iu',
			'/(?<!\w)(?:within \d|by (?:tomorrow|tonight|noon|today|the end|monday|tuesday|wednesday|thursday|friday|saturday|sunday))(?!\w)[^.!?\n]{0,40}(?!\w)/iu',
			'/(?<!\w)or (?:i|we|you|my)(?!\w)[^.!?\n]{0,40}(?!\w)/iu',
		],
		'ko' => [
			'/(?:오늘|내일|모레|이번 ?주|정오|자정|월요일|화요일|수요일|목요일|금요일|토요일|일요일|주말|\d+ ?(?:일|시간|시|분))[^.!?\n]{0,6}(?:까지|이내|안에|내로)/u',
			'/(?:환불|해결|처리|답변|연장|추가|수정|보상|보내|고쳐|바꿔|해|돌려)[^.!?\n]{0,8}(?:주세요|주시면|주면|주십시오|줘|달라|하세요|하시면|되면)|(?:요구|원합니다|바랍니다)|때까지/u',
		],
		'tr' => [
			'/\w{2,}(?:[ae]rs[ae]n[ıi]z|[ıiuü]rs[ae]n[ıi]z|[ıiuü]l[ıiuü]rs[ae])(?!\w)(?![^.!?\n]{0,30}(?:iyi olur|sevinir|memnun|yeter|minnet|makbule))/iu',
			'/(?<!\w)(?:(?:pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|yarın|bugün|akşam|öğlen|öğle|hafta ?sonu)[\w\'’]*(?: \w+)? kadar|\d+ (?:saat|gün|dakika) içinde)(?!\w)/iu',
			'/(?<!\w)(?:ya da|istiyorum|istiyoruz|talep ediyor\w*|(?:ver|gönder|ekle|yap|aç|et)(?:in|ın|un|ün|iniz|ınız))(?!\w)/iu',
		],
	];

	private const SENTENCE_END = '/[.!?…]+(?:\s|$)|\n/u';

	/** @param list<string> $languages In which the message is written. */
	public static function beside( Finding $threat, string $message, array $languages ): ?Finding {
		$from  = max( 0, $threat->start - self::NEAR );
		$near  = mb_substr( $message, $from, $threat->end - $from + self::NEAR, 'UTF-8' );
		$found = [];
		foreach ( $languages as $language ) {
			$found = [
				...$found,
				...self::within( self::places( self::PLAIN[ $language ] ?? [], $near, $from, $language ), $threat, $message, 1 ),
				...self::within( self::places( self::MILD[ $language ] ?? [], $near, $from, $language ), $threat, $message, 0 ),
			];
		}
		usort( $found, static fn ( Finding $a, Finding $b ): int => [ self::distance( $a, $threat ), $a->start ] <=> [ self::distance( $b, $threat ), $b->start ] );

		return $found[0] ?? null;
	}

	/**
	 * @param list<Finding> $demands
	 * @return list<Finding> Those with no more than so many ends of sentences between them and the threat.
	 */
	private static function within( array $demands, Finding $threat, string $message, int $ends ): array {
		$between = static fn ( Finding $demand ): string => $demand->end <= $threat->start ? mb_substr( $message, $demand->end, $threat->start - $demand->end, 'UTF-8' ) : mb_substr( $message, $threat->end, max( 0, $demand->start - $threat->end ), 'UTF-8' );

		return array_values( array_filter( $demands, static fn ( Finding $demand ): bool => Regex::count( self::SENTENCE_END, $between( $demand ) ) <= $ends ) );
	}

	/**
	 * @param list<string> $patterns
	 * @return list<Finding> Lines that quote somebody are not the writer's.
	 */
	private static function places( array $patterns, string $near, int $from, string $language ): array {
		$found  = [];
		$places = array_merge( [], ...array_map( static fn ( string $pattern ): array => Regex::all( $pattern, $near ), $patterns ) );
		foreach ( $places as [ $quote, $byte ] ) {
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

	public static function is_near( Finding $demand, Finding $threat ): bool {
		return self::distance( $demand, $threat ) <= self::NEAR;
	}

	/** Nothing where they overlap: the threat may hold its own condition. */
	private static function distance( Finding $demand, Finding $threat ): int {
		return max( 0, $demand->start - $threat->end, $threat->start - $demand->end );
	}
}
