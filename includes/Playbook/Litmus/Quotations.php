<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Letters;
use Amicable\Language\Regex;
use Amicable\Language\Segment;
use Amicable\Language\Segmenter;
use Amicable\Language\SegmentKind;
use Amicable\Language\Text;

/** What stands between quotation marks in a draft, and whether the customer wrote it. */
final class Quotations {

	private const ADDRESS = '~\b(?:https?://|www\.)[^\s<>"]+~iu';
	private const LEFT    = '/\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3})\s*/u';

	public function __construct( private readonly Segmenter $segmenter, private readonly Letters $letters ) {
	}

	/** @return list<Segment> */
	public function in( string $text ): array {
		$is_quote = static fn ( Segment $segment ): bool => $segment->kind === SegmentKind::Quotation || ( $segment->kind === SegmentKind::Reply && $text[ $segment->start ] === '>' );

		return array_values( array_filter( $this->segmenter->segments( $text ), $is_quote ) );
	}

	/** The words without their marks. */
	public function words( string $text, Segment $quotation ): string {
		return Regex::all( '/^[\s>"“”„«»「」『』‘’\']*(.*?)[\s"“”„«»「」『』‘’\']*$/su', substr( $text, $quotation->start, $quotation->end - $quotation->start ), 1 )[0][0] ?? '';
	}

	/**
	 * Whether the words stand in one of the texts; what an ellipsis left out may lie between, in the same text and order.
	 *
	 * @param list<string> $texts
	 */
	public function stand_in( string $words, array $texts ): bool {
		$pieces = array_filter( array_map( $this->even( ... ), (array) preg_split( self::LEFT, $words ) ), static fn ( string $piece ): bool => $piece !== '' );
		foreach ( $texts as $text ) {
			if ( $pieces !== [] && $this->holds( $this->even( $text ), $pieces ) ) {
				return true;
			}
		}

		return false;
	}

	/** The draft with the customer's words, titles of ours and addresses blanked, place for place. */
	public function blanked( Draft $draft ): string {
		$text = $draft->text;
		foreach ( $this->in( $draft->text ) as $quotation ) {
			if ( $this->stand_in( $this->words( $draft->text, $quotation ), [ ...$draft->messages, ...$draft->ours ] ) ) {
				$text = self::blank( $text, $quotation->start, $quotation->end );
			}
		}
		foreach ( Regex::all( self::ADDRESS, $draft->text ) as [ $address, $at ] ) {
			$text = self::blank( $text, $at, $at + strlen( $address ) );
		}

		return $text;
	}

	private static function blank( string $text, int $start, int $end ): string {
		return substr_replace( $text, str_repeat( ' ', $end - $start ), $start, $end - $start );
	}

	/** @param array<string> $pieces */
	private function holds( string $text, array $pieces ): bool {
		$from = 0;
		foreach ( $pieces as $piece ) {
			$at = strpos( $text, $piece, $from );
			if ( $at === false ) {
				return false;
			}
			$from = $at + strlen( $piece );
		}

		return true;
	}

	/** Case, kinds of marks, spaces and the last stop make no difference to who wrote it. */
	private function even( string|false $text ): string {
		$even = $this->letters->plain( Text::of( mb_scrub( (string) $text, 'UTF-8' ) ) )->bytes;

		return trim( (string) preg_replace( '/[\s>]+/u', ' ', $even ), " .,;:!?\"'" );
	}
}
