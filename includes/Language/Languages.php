<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Which of the languages that have a pack a message is written in. It may be more than one, or none. */
final class Languages {

	private const TURKISH_LETTERS = '/[ığşİĞŞ]/u';
	private const TURKISH_STEMS   = '/(?<!\w)(?:eklenti|musteri|tesekkur|lisans|sikayet|yorum|avukat|mahkeme|dava|yildiz|ucret|banka)|(?<!\w)\w{6,40}+(?<=lar|ler|lari|leri|iniz|unuz|iyor|uyor|iyorum|uyorum|acagim|ecegim|acak|ecek|mis|mus|dim|dum|misti|sin|lik|luk)(?!\w)/';
	private const ENGLISH_STEMS   = '/(?<!\w)(?:fuck|scam|moron|thie\w)/';

	private const TOKEN = '/\w++(?:\'t(?!\w))?/';

	/** Words that tell a language, by language. */
	private const WORDS = [
		'tr' => ' ve bir bu icin ama degil cok siz sizi size sizin sizden ben beni bana benim ne mi mu gibi var yok daha kadar nasil lutfen olarak sonra her sey hala hemen yoksa iade para parami param simdi bugun yarin merhaba selam hangi neden niye ya lan ulan amk aq oc sen seni senin sana yine artik evet hayir tamam hata destek ',
		'en' => ' the is are you your u my i we and to of for not it this that with have will do don\'t can can\'t what how please in on at me was no yes if or be get go why when where who as by so all any an from does did has had they he she his her our us thanks thank refund support plugin license shut shit stupid lawyer sue chargeback next just one am there their would could should idiot idiots liar liars ',
		'of others' => ' der die das und ist nicht ich sie wir ein eine mit auf fur auch aber le la les des est pas je vous nous une pour dans avec mais el los las que por para con una como pero il che di non sono per het een niet voor ik och att det nao voce uma nie jest czy ',
	];

	private const LATIN_WORD = '/[a-z]/';

	/** @var array<int|string, list<'en'|'of others'|'tr'>> Languages by the words that tell them. */
	private array $told = [];

	/**
	 * @param list<string> $known Languages that have a pack.
	 * @param array<string, OwnMarks> $own Those among them that the site added.
	 */
	public function __construct( private readonly array $known, private readonly array $own = [] ) {
		foreach ( self::WORDS as $language => $words ) {
			foreach ( array_unique( explode( ' ', trim( $words ) ) ) as $word ) {
				$this->told[ $word ][] = $language;
			}
		}
	}

	/**
	 * @param string $own    The writer's own words.
	 * @param string $folded The same in plain Latin letters.
	 * @return list<string>
	 */
	public function of( string $own, string $folded, ?string $hint ): array {
		$found = Hangul::is_in( $own ) ? [ 'ko' ] : [];
		$added = $this->added( $own, $folded );
		if ( $added !== null ) {
			$found[] = $added;
		} elseif ( Regex::matches( self::LATIN_WORD, $folded ) ) {
			$found = [ ...$found, ...$this->latin( $own, $folded, $found !== [], $hint ) ];
		}
		if ( $hint !== null ) {
			$found[] = strtolower( substr( $hint, 0, 2 ) );
		}

		return array_values( array_intersect( $this->known, $found ) );
	}

	/** The language of the site's own that more of its words tell than those of any other, and two at least. */
	private function added( string $own, string $folded ): ?string {
		$best  = null;
		$tells = 1;
		foreach ( $this->own as $language => $marks ) {
			$words = $marks->found_in( $own );
			$best  = $words > $tells ? $language : $best;
			$tells = max( $tells, $words );
		}
		if ( $best === null ) {
			return null;
		}

		return max( $this->known_words( $folded ) ) > $tells ? null : $best;
	}

	/** @return list<string> */
	private function latin( string $own, string $folded, bool $beside_korean, ?string $hint ): array {
		$known   = $this->known_words( $folded );
		$turkish = $known['tr'] + Regex::count( self::TURKISH_STEMS, $folded ) + ( Regex::matches( self::TURKISH_LETTERS, $own ) ? 3 : 0 );
		$english = $known['en'] + Regex::count( self::ENGLISH_STEMS, $folded );
		$others  = $known['of others'];
		if ( $beside_korean || $others > max( $turkish, $english ) ) {
			return $english > 0 && $beside_korean ? [ 'en' ] : [];
		}
		if ( $turkish === $english ) {
			return $hint === null || $english > 0 ? [ 'en', 'tr' ] : [];
		}
		$both = min( $turkish, $english ) * 3 > max( $turkish, $english );

		return $both && min( $turkish, $english ) > 1 ? [ 'en', 'tr' ] : [ $turkish > $english ? 'tr' : 'en' ];
	}

	/** @return array{tr: int, en: int, 'of others': int} How many words of a text tell a language. */
	private function known_words( string $folded ): array {
		$counts = [
			'tr'        => 0,
			'en'        => 0,
			'of others' => 0,
		];
		foreach ( Regex::texts( self::TOKEN, $folded ) as $token ) {
			foreach ( $this->told[ $token ] ?? [] as $language ) {
				++$counts[ $language ];
			}
		}

		return $counts;
	}
}
