<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Letters;
use Amicable\Language\Text;

/** The rules that are words: blame, sarcasm, threats, promises. What the customer is quoted with is not ours. */
final class WordCheck implements Check {

	/** @param array<string, WordPack> $packs By language. */
	public function __construct(
		private readonly Quotations $quotations,
		private readonly array $packs,
		private readonly Letters $letters,
	) {
	}

	/** @return list<Remark> */
	public function look( Draft $draft ): array {
		$pack = $this->packs[ $draft->language ] ?? null;
		if ( $pack === null ) {
			return [ Remark::at( Code::NotRead, $draft->text, 0, 0 ) ];
		}
		$view    = $this->view( Text::of( $draft->text )->same_length( $this->quotations->blanked( $draft ) ), $pack->language );
		$others  = array_map( fn ( string $name ): string => $this->view( Text::of( $name ), $pack->language )->bytes, $draft->others );
		$remarks = [];
		foreach ( $pack->rules as $rule ) {
			foreach ( $rule->places( $view->bytes, $others ) as [ $start, $end ] ) {
				[ $first, $last ] = $view->origin( $start, $end );
				$remarks[]        = Remark::at( $rule->code, $draft->text, $first, $last );
			}
		}

		return $remarks;
	}

	private function view( Text $text, string $language ): Text {
		return $language === 'ko' ? $this->letters->plain( $text ) : $this->letters->folded( $text );
	}
}
