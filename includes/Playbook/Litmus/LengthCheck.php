<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

/** Brief, or nobody reads it; brief in public, or it looks like a quarrel. Marks what is too much. */
final class LengthCheck implements Check {

	/** @param array<string, WordPack> $packs By language; English's measure for the others. */
	public function __construct( private readonly array $packs ) {
	}

	/** @return list<Remark> */
	public function look( Draft $draft ): array {
		$pack    = $this->packs[ $draft->language ] ?? $this->packs['en'];
		$longest = $pack->longest[ $draft->public ? 'public' : 'letter' ];
		if ( mb_strlen( trim( $draft->text ), 'UTF-8' ) <= $longest ) {
			return [];
		}

		return [ Remark::at( Code::TooLong, $draft->text, strlen( mb_substr( $draft->text, 0, $longest, 'UTF-8' ) ), strlen( $draft->text ) ) ];
	}
}
