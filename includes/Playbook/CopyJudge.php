<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

use Amicable\Playbook\Litmus\Code;
use Amicable\Playbook\Litmus\Draft;
use Amicable\Playbook\Litmus\Litmus;
use Amicable\Playbook\Litmus\Remark;
use Amicable\Playbook\Litmus\Severity;

/** Holds a shop's own words to what the shipped ones are held to: known fields, every part, nothing that blocks, in every variant. */
final class CopyJudge {

	public function __construct( private readonly Litmus $litmus, private readonly Completeness $completeness ) {
	}

	/** @return list<Flaw> */
	public function judge( Template $copy ): array {
		$flaws = self::unknown_fields( $copy );
		if ( $flaws !== [] ) {
			return $flaws;
		}
		foreach ( [ [ false, true, true ], [ true, true, true ], [ false, false, false ], [ true, false, false ] ] as [ $service, $gpl, $contest ] ) {
			$flaws = [ ...$flaws, ...$this->in( $copy, new Variant( $service, $gpl, $contest ) ) ];
		}

		return self::once( $flaws );
	}

	/** @return list<Flaw> */
	private static function unknown_fields( Template $copy ): array {
		$texts = [ $copy->subject ];
		foreach ( $copy->paragraphs as $index => $paragraph ) {
			$texts[ $index + 1 ] = $paragraph->text;
		}
		$flaws = [];
		foreach ( $texts as $number => $text ) {
			try {
				Field::in( $text );
			} catch ( UnknownField $unknown ) {
				$flaws[] = new Flaw( $number === 0 ? null : $number, $unknown->field );
			}
		}

		return $flaws;
	}

	/** @return list<Flaw> */
	private function in( Template $copy, Variant $variant ): array {
		$facts   = Samples::in( $copy->language );
		$filling = new Filling( $copy, $variant, $facts );
		$flaws   = [];
		$missing = $this->completeness->meter( $filling->text(), $copy->language, $filling->needs(), $facts )->missing;
		foreach ( $missing as $part ) {
			$flaws[] = new Flaw( self::paragraph_of( $copy, $part ), '', null, $part );
		}
		foreach ( $filling->paragraphs() + [ 0 => $filling->subject() ] as $number => $text ) {
			$flaws = [ ...$flaws, ...$this->remarks( $copy, $number === 0 ? null : $number, $text, $facts ) ];
		}

		return [ ...$flaws, ...$this->language( $copy, $filling, $facts ) ];
	}

	/** @return list<Flaw> */
	private function remarks( Template $copy, ?int $number, string $text, Facts $facts ): array {
		$flaws = [];
		foreach ( $this->litmus->look( self::draft( $copy, $text, $facts ) ) as $remark ) {
			if ( $remark->severity() === Severity::Blocks && $remark->code !== Code::WrongLanguage ) {
				$flaws[] = new Flaw( $number, $remark->words, $remark->code );
			}
		}

		return $flaws;
	}

	/**
	 * A name or an address alone is in no language, and a value may be in any: judged are all words of the copy itself.
	 *
	 * @return list<Flaw>
	 */
	private function language( Template $copy, Filling $filling, Facts $facts ): array {
		$own     = (string) preg_replace( '/\{[a-z_]+\}/', '', implode( "\n\n", array_map( static fn ( Paragraph $paragraph ): string => $paragraph->text, $copy->paragraphs ) ) );
		$remarks = array_filter( $this->litmus->look( self::draft( $copy, $own, $facts ) ), static fn ( Remark $remark ): bool => $remark->code === Code::WrongLanguage );

		return $remarks === [] ? [] : [ new Flaw( array_key_first( $filling->paragraphs() ), '', Code::WrongLanguage ) ];
	}

	private static function draft( Template $copy, string $text, Facts $facts ): Draft {
		$quotes = array_filter( [ $facts->of( Field::Quote ), $facts->of( Field::Demand ) ], is_string( ... ) );

		return new Draft( $text, $copy->language, array_values( $quotes ), public: $copy->channel === Channel::Public );
	}

	private static function paragraph_of( Template $copy, Part $part ): int {
		foreach ( $copy->paragraphs as $index => $paragraph ) {
			if ( in_array( $part, $paragraph->parts, true ) ) {
				return $index + 1;
			}
		}

		return 1;
	}

	/**
	 * @param list<Flaw> $flaws
	 * @return list<Flaw>
	 */
	private static function once( array $flaws ): array {
		$once = [];
		foreach ( $flaws as $flaw ) {
			$once[ "{$flaw->number} {$flaw->code?->value} {$flaw->part?->value} {$flaw->words}" ] ??= $flaw;
		}

		return array_values( $once );
	}
}
