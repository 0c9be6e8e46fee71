<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Which of the languages that have a pack a message is written in. It may be more than one, or none. */
final class Languages {

	private const TURKISH_LETTERS = '/[ığşİĞŞ]/u';
	private const TURKISH         = '/(?<!\w)(?:ve|bir|bu|icin|ama|degil|cok|siz|sizi|size|sizin|sizden|ben|beni|bana|benim|ne|mi|mu|misiniz|musunuz|gibi|var|yok|daha|kadar|nasil|lutfen|olarak|sonra|her|sey|hala|hemen|yoksa|iade|para|parami|param|eklenti\w*|musteri\w*|tesekkur\w*|lisans\w*|simdi|bugun|yarin|merhaba|selam|hangi|neden|niye|ya|lan|ulan|amk|aq|oc|sen|seni|senin|sana|yine|artik|evet|hayir|tamam|hata|destek|sikayet\w*|yorum\w*|avukat\w*|mahkeme\w*|dava\w*|yildiz\w*|ucret\w*|banka\w*|\w{3,}(?:lar|ler|lari|leri|iniz|unuz|siniz|sunuz|iyor|uyor|iyorum|uyorum|acagim|ecegim|acak|ecek|mis|mus|dim|dum|diniz|misti|sin|lik|luk))(?!\w)/';
	private const ENGLISH         = '/(?<!\w)(?:the|is|are|you|your|you\'re|u|my|i|i\'m|i\'ll|i\'ve|we|and|to|of|for|not|it|this|that|with|have|will|do|don\'t|can|can\'t|what|how|please|in|on|at|me|was|no|yes|if|or|be|get|go|why|when|where|who|as|by|so|all|any|an|from|does|did|has|had|they|he|she|his|her|our|us|thanks|thank|refund|support|plugin|license|shut|fuck\w*|shit|idiots?|stupid|scam\w*|liars?|thie\w+|moron\w*|lawyer|sue|chargeback|next|just|one|it\'s|am|there|their|would|could|should)(?!\w)/';
	private const OTHERS          = '/(?<!\w)(?:der|die|das|und|ist|nicht|ich|sie|wir|ein|eine|mit|auf|fur|auch|aber|le|la|les|des|est|pas|je|vous|nous|une|pour|dans|avec|mais|el|los|las|que|por|para|con|una|como|pero|il|che|di|non|sono|per|het|een|niet|voor|ik|och|att|det|nao|voce|uma|nie|jest|czy)(?!\w)/';

	private const LATIN_WORD = '/[a-z]/';

	/** @param list<string> $known Languages that have a pack. */
	public function __construct( private readonly array $known ) {
	}

	/**
	 * @param string $own    The writer's own words.
	 * @param string $folded The same in plain Latin letters.
	 * @return list<string>
	 */
	public function of( string $own, string $folded, ?string $hint ): array {
		$found = Hangul::is_in( $own ) ? [ 'ko' ] : [];
		if ( Regex::matches( self::LATIN_WORD, $folded ) ) {
			$found = [ ...$found, ...$this->latin( $own, $folded, $found !== [], $hint ) ];
		}
		if ( $hint !== null ) {
			$found[] = strtolower( substr( $hint, 0, 2 ) );
		}

		return array_values( array_intersect( $this->known, $found ) );
	}

	/** @return list<string> */
	private function latin( string $own, string $folded, bool $beside_korean, ?string $hint ): array {
		$turkish = Regex::count( self::TURKISH, $folded ) + ( Regex::matches( self::TURKISH_LETTERS, $own ) ? 3 : 0 );
		$english = Regex::count( self::ENGLISH, $folded );
		$others  = Regex::count( self::OTHERS, $folded );
		if ( $beside_korean || $others > max( $turkish, $english ) ) {
			return $english > 0 && $beside_korean ? [ 'en' ] : [];
		}
		if ( $turkish === $english ) {
			return $hint === null || $english > 0 ? [ 'en', 'tr' ] : [];
		}
		$both = min( $turkish, $english ) * 3 > max( $turkish, $english );

		return $both && min( $turkish, $english ) > 1 ? [ 'en', 'tr' ] : [ $turkish > $english ? 'tr' : 'en' ];
	}
}
