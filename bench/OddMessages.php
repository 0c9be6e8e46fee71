<?php
declare( strict_types=1 );

namespace Amicable\Bench;

/** Inputs that nobody writes and somebody will send: each tries to make a pattern run away. */
final class OddMessages {

	private const SIZE = 20000;

	private const SEEDS = [
		'one letter'          => 'a',
		'spaces'              => ' ',
		'line breaks'         => "\n",
		'you'                 => 'you ',
		'you are'             => 'you are so very really ',
		'I will'              => 'i will then also now ',
		'my lawyer'           => 'my lawyer and the other ',
		'if review star'      => 'if one star review post or ',
		'bank back'           => 'my bank will take the money and ',
		'refund and keep'     => 'refund and keep the license but ',
		'half threats'        => 'i will sue i will post i will leave a bad i will tell everyone on my bank ',
		'quotation marks'     => '"a" \'b\' “c',
		'open quotation'      => '“',
		'apostrophes'         => "it's 'a ",
		'angle brackets'      => '<a ',
		'open comment'        => '<!-- ',
		'backticks'           => '```',
		'reply marks'         => "> you idiot\n",
		'headers'             => "From: a\nSent: b\n",
		'closings'            => "thanks\n",
		'after a closing'     => "thanks\nthe plugin broke again ",
		'stars'               => 'f*',
		'stars and letters'   => 'f*ck b**st*rd ',
		'spaced letters'      => 'f u c k ',
		'figures for letters' => '1d10t $ue ',
		'stretched'           => 'fuuuuuuuuuck',
		'hex'                 => '0123456789abcdef',
		'addresses'           => 'a@b.c.d.e.f.g ',
		'dots'                => 'f.u.c.k.',
		'Korean syllables'    => '가나다',
		'Korean apart'        => '시 발 ',
		'Korean jamo'         => 'ㅅㅣㅂㅏㄹ',
		'Korean half threats' => '변호사 경찰 카드사 리뷰 별점 고객이 ',
		'Korean verbs'        => '리뷰를 올리겠 별점 하나 환불 무료로 ',
		'Korean signs'        => '시1발!',
		'Turkish half'        => 'dava avukat mahkeme banka yorum yıldız ',
		'Turkish verbs'       => 'sizi sizin gibi bir çok tam ',
		'Turkish refund'      => 'iade ama lisans bitti para geri ',
		'dotted capitals'     => 'İIıi',
		'combining marks'     => "s\u{327}g\u{306}i\u{307}",
		'zero width'          => "f\u{200b}u\u{200b}",
		'emoji'               => '😀👩‍👩‍👧',
		'look-alikes'         => 'уоu аrе ',
		'invalid'             => "\xff\xfe you \xc3",
		'mixed'               => 'you 너희 siz 리뷰 yorum review ',
	];

	/** @return array<string, string> */
	public static function inputs(): array {
		$inputs = [];
		foreach ( self::SEEDS as $name => $seed ) {
			$inputs[ $name ]                 = substr( str_repeat( $seed, (int) ceil( self::SIZE / strlen( $seed ) ) ), 0, self::SIZE );
			$inputs[ "$name, one sentence" ] = substr( str_repeat( str_replace( [ '.', '!', '?', "\n" ], '', $seed ) . ' ', (int) ceil( self::SIZE / strlen( $seed ) ) ), 0, self::SIZE );
		}

		return $inputs;
	}
}
