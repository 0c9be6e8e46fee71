<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Tells the writer's own words from what they quote, forward, paste and sign with. */
final class Segmenter {

	/** From here to the end somebody else speaks. */
	private const FORWARDED = '/^[ \t>]*(?:-{2,}\s*(?:forwarded|original) message|begin forwarded message|-{2,}\s*(?:전달된|원본) ?(?:메시지|메일)|-{2,}\s*(?:yönlend[iİ]r[iİ]l(?:m[iİ]ş|en)|[iİ]let[iİ]len|özgün|or[iİ]j[iİ]nal) (?:mesaj|[iİ]let[iİ])|(?:from|보낸 ?사람|kimden|gönderen)\s?:[^\n]{1,200}\n[ \t>]*(?:sent|date|to|보낸 ?날짜|날짜|받는 ?사람|tarih|gönderildi|kime)\s?:).*\z/imsu';

	private const REPLY_HEADER = '/^[ \t]*(?:on\b[^\n]{4,160}\bwrote:|[^\n]{4,120}님이 (?:작성|씀|보낸 메시지)[^\n]{0,20}:?|[^\n]{4,120}(?:şunu|şunları) yazdı:|le [^\n]{4,120} a écrit ?:|am [^\n]{4,120}schrieb[^\n]{0,80}:)[ \t]*$/imu';

	private const LINES = [
		'reply' => '/^[ \t]*>[^\n]*$/m',
		'code'  => '/```.{0,20000}?(?:```|\z)|<(code|pre|script|style)\b.{0,20000}?(?:<\/\1>|\z)|`[^`\n]{1,300}`/is',
		'log'   => '/^[ \t]*(?:#\d+ [^\n]*|at [\w.$\\\\<>]+\([^\n]*|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d[^\n]*|\[\d\d-[A-Z][a-z]{2}-\d{4}[^\n]*|(?:stack trace|traceback)\b[^\n]*|[A-Z]\w+(?:Error|Exception): [^\n]*)$|\b(?:PHP )?(?:fatal|parse|catchable fatal|uncaught) error: (?:[^\n.]|\.(?!\s+\S))*|\bPHP (?:warning|notice|deprecated): (?:[^\n.]|\.(?!\s+\S))*/im',
		'address' => '~\b(?:(?:https?|ftp)://|www\.)[^\s<>"]{1,2000}+[\x80-\xBF]{0,3}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\b(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{24,}\b|\b[a-z0-9+/]{60,}={0,2}~i',
		'markup'  => '/<\/?[a-z][^<>]{0,300}>|<!--.{0,2000}?-->/is',
	];

	private const AFTERTHOUGHT = '^(?:p\.? ?s\b|추신|(?:son )?not ?:)';

	/** After thanks or regards comes a name: a whole sentence, or a long line, is what somebody has still to say. */
	private const SIGNATURE = '/^(?:--[ \t]*\n|(?:(?:best|kind|warm|many)? ?(?:regards|wishes|thanks)|sincerely|cheers|yours(?: \w+)?|saygılarımla|saygılar|iyi çalışmalar|sevgiler|감사합니다|드림|올림)[.,!]?[ \t]*\n(?!\n*(?:[^\n]{61}|[^\n]*(?:[.!?…]|[다요까죠])[ \t]*(?:\n|\z))))(?=\S|\n)(?:(?!' . self::AFTERTHOUGHT . ')[^\n]{0,200}+\n?+){0,8}+(?:\z|(?=' . self::AFTERTHOUGHT . '))/imu';

	/** A quotation mark of any kind, as bytes. */
	private const QUOTES = '/["\'\xC2\xE2\xE3]/';

	private const QUOTATION = '/"[^"\n]{2,400}"|“[^”\n]{2,400}”|„[^“”\n]{2,400}[“”]|«[^»\n]{2,400}»|「[^」\n]{2,400}」|『[^』\n]{2,400}』|‘[^’\n]{2,400}’(?!\w)|(?<![\w\'])\'[^\'\n]{2,80}(?:\'\w[^\'\n]{0,80}){0,3}\'(?!\w)/u';

	/** Something that only addresses, and what looks like keys, have. */
	private const ADDRESSED = '~@|://|www\.|[0-9a-z+/]{24}~i';

	/** @return list<Segment> In order of their beginning; blocks may hold others. */
	public function segments( string $text ): array {
		$segments = [ ...$this->blocks( $text ), ...$this->lines( $text ) ];
		if ( Regex::matches( self::QUOTES, $text ) ) {
			foreach ( Regex::all( self::QUOTATION, $text ) as [ $match, $at ] ) {
				$segments[] = new Segment( SegmentKind::Quotation, $at, $at + strlen( $match ) );
			}
		}
		usort( $segments, static fn ( Segment $a, Segment $b ): int => [ $a->start, $b->end ] <=> [ $b->start, $a->end ] );

		return $segments;
	}

	/**
	 * The same text with everything but own words and quotations blanked, place for place.
	 *
	 * @param list<Segment> $segments
	 */
	public function own( string $text, array $segments ): string {
		foreach ( $segments as $segment ) {
			if ( $segment->kind === SegmentKind::Quotation ) {
				continue;
			}
			$length = $segment->end - $segment->start;
			$text   = substr_replace( $text, str_repeat( $segment->kind->is_block() ? "\n" : ' ', $length ), $segment->start, $length );
		}

		return $text;
	}

	/** @return list<Segment> */
	private function blocks( string $text ): array {
		if ( ! str_contains( $text, "\n" ) ) {
			return [];
		}
		$blocks = [];
		$found  = Regex::first( self::FORWARDED, $text );
		if ( $found !== null ) {
			$blocks[] = new Segment( SegmentKind::Forwarded, ...$found );
		}
		$found = Regex::first( self::REPLY_HEADER, $text );
		if ( $found !== null ) {
			$blocks[] = new Segment( SegmentKind::Reply, $found[0], $this->reply_end( $text, $found[1] ) );
		}
		$found = Regex::first( self::SIGNATURE, $text );
		if ( $found !== null && $found[0] > 0 ) {
			$blocks[] = new Segment( SegmentKind::Signature, ...$found );
		}

		return $blocks;
	}

	/** With angle brackets below the header only those lines are quoted: the answer may stand below. */
	private function reply_end( string $text, int $from ): int {
		return Regex::matches( '/\G\s*^[ \t]*>/m', $text, $from ) ? $from : strlen( $text );
	}

	/** @return list<Segment> */
	private function lines( string $text ): array {
		$segments = [];
		foreach ( self::LINES as $kind => $regex ) {
			if ( ! $this->may_hold( $kind, $text ) ) {
				continue;
			}
			foreach ( Regex::all( $regex, $text ) as [ $match, $at ] ) {
				$segments[] = new Segment( SegmentKind::from( $kind ), $at, $at + strlen( $match ) );
			}
		}

		return $segments;
	}

	/** A look that costs next to nothing spares most messages the rest. */
	private function may_hold( string $kind, string $text ): bool {
		return match ( $kind ) {
			'reply'  => str_contains( $text, '>' ),
			'markup' => str_contains( $text, '<' ),
			'code'   => str_contains( $text, '`' ) || str_contains( $text, '<' ),
			'log'    => strpbrk( $text, '#:[(' ) !== false,
			default  => Regex::matches( self::ADDRESSED, $text ),
		};
	}
}
