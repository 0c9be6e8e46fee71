<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** The ways one message is read in one language. A view that would say the same twice is left out. */
final class Views {

	/** @var array<string, Disguise> */
	private array $disguises = [];

	public function __construct(
		private readonly Letters $letters,
		private readonly Hangul $hangul,
		private readonly KoreanDisguise $korean,
	) {
	}

	public function folded( Text $own ): Text {
		return $this->letters->folded( $own );
	}

	/**
	 * @param Text $folded As `folded()` made it.
	 * @return array<string, Text>
	 */
	public function of( Text $own, Text $folded, Pack $pack ): array {
		return match ( true ) {
			$pack->language() === 'ko' => $this->korean( $own ),
			$pack->is_latin()          => $this->latin( $own, $folded, $pack ),
			default                    => [ 'folded' => $this->letters->small( $own ) ],
		};
	}

	/** @return array<string, Text> */
	private function latin( Text $own, Text $folded, Pack $pack ): array {
		$views    = [ 'folded' => $folded ];
		$disguise = $this->disguises[ $pack->language() ] ??= new Disguise( $pack->disguised() );
		$squeezed = $disguise->undone( $folded );
		if ( $squeezed->bytes !== $folded->bytes ) {
			$views['squeezed'] = $squeezed;
		}
		if ( $pack->language() === 'tr' ) {
			$views['plain'] = $this->letters->turkish( $own );
		}

		return $views;
	}

	/** @return array<string, Text> */
	private function korean( Text $own ): array {
		$plain = $this->letters->plain( $own );
		$views = [ 'folded' => $plain ];
		$jamo  = $this->hangul->joined( $plain );
		if ( $jamo->bytes !== $plain->bytes ) {
			$views['jamo'] = $jamo;
		}
		$squeezed = $this->korean->undone( $jamo );
		if ( $squeezed->bytes !== $jamo->bytes ) {
			$views['squeezed'] = $squeezed;
		}

		return $views;
	}
}
