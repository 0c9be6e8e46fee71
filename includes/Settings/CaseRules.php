<?php
declare( strict_types=1 );

namespace Amicable\Settings;

use Amicable\Values\Money;

/** What the owner wants of cases: pauses, second readers, whom to tell of a wrong fact, how long a warning counts, how long words are kept, and what is given for what. A part of the settings. */
final class CaseRules {

	/** @param list<array{problem: string, answer: string, most: Money|null}> $resolutions The same for everybody. */
	private function __construct(
		public readonly int $cool_down_hours,
		public readonly bool $second_reader,
		public readonly bool $contest_line,
		public readonly int $warning_days,
		public readonly int $quiet_days,
		public readonly int $keep_text_days,
		public readonly int $keep_evidence_months,
		public readonly int $keep_case_months,
		public readonly array $resolutions,
	) {
	}

	public static function read( Kept $kept, string $base_currency ): self {
		return new self(
			$kept->integer( 'cool_down_hours', 0 ),
			$kept->flag( 'second_reader', false ),
			$kept->flag( 'contest_line', true ),
			max( 1, $kept->integer( 'warning_days', 180 ) ),
			max( 1, $kept->integer( 'quiet_days', 60 ) ),
			max( 1, $kept->integer( 'keep_text_days', 90 ) ),
			max( 1, $kept->integer( 'keep_evidence_months', 12 ) ),
			max( 1, $kept->integer( 'keep_case_months', 36 ) ),
			array_map( static fn ( Kept $row ): array => self::resolution( $row, $base_currency ), $kept->parts( 'resolutions' ) ),
		);
	}

	/** @return array{problem: string, answer: string, most: Money|null}|null What the table says to a problem. */
	public function resolution_of( string $problem ): ?array {
		foreach ( $this->resolutions as $resolution ) {
			if ( $resolution['problem'] === $problem ) {
				return $resolution;
			}
		}

		return null;
	}

	/** @return array{cool_down_hours: int, second_reader: bool, contest_line: bool, warning_days: int, quiet_days: int, keep_text_days: int, keep_evidence_months: int, keep_case_months: int, resolutions: list<array{problem: string, answer: string, most: array{minor: int, currency: string}|null}>} */
	public function to_array(): array {
		return [
			'cool_down_hours'      => $this->cool_down_hours,
			'second_reader'        => $this->second_reader,
			'contest_line'         => $this->contest_line,
			'warning_days'         => $this->warning_days,
			'quiet_days'           => $this->quiet_days,
			'keep_text_days'       => $this->keep_text_days,
			'keep_evidence_months' => $this->keep_evidence_months,
			'keep_case_months'     => $this->keep_case_months,
			'resolutions'          => array_map( static fn ( array $row ): array => [ 'most' => $row['most']?->to_array() ] + $row, $this->resolutions ),
		];
	}

	/** @return array{problem: string, answer: string, most: Money|null} */
	private static function resolution( Kept $row, string $base_currency ): array {
		return [
			'problem' => $row->text( 'problem' ),
			'answer'  => $row->text( 'answer' ),
			'most'    => $row->money( 'most', $base_currency, null ),
		];
	}
}
