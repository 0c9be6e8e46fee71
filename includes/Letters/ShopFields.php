<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Playbook\Field;
use Amicable\Storage\PlaybookTexts;

/** What a shop says once and every letter uses: its hours, its terms, whom to write to. For all languages, or for one. */
final class ShopFields {

	public const ANY = 'any';

	/** What holds until the shop says otherwise: how long banks and card issuers usually take. */
	private const USUAL = [
		'refund_days' => [
			'en' => '5 to 10 days',
			'ko' => '5일에서 10일',
			'tr' => '5 ile 10 gün',
		],
	];

	/** @return list<Field> */
	public static function all(): array {
		return [
			Field::AgentTitle,
			Field::Contact,
			Field::HoursOpen,
			Field::ReplyTarget,
			Field::Phone,
			Field::TalkTimes,
			Field::TermsLink,
			Field::TermsClause,
			Field::PaidHelpLink,
			Field::Alternatives,
			Field::OtherProduct,
			Field::RefundDays,
			Field::DataLink,
			Field::DisputeLink,
			Field::BossName,
			Field::CounselName,
			Field::CounselAddress,
		];
	}

	public function __construct( private readonly PlaybookTexts $texts ) {
	}

	/** @return array<string, string> By field; the language's own word stands before the one for all, and that before what is usual. */
	public function values( string $language ): array {
		$rows   = $this->texts->all( PlaybookTexts::FIELD );
		$values = [];
		foreach ( self::all() as $field ) {
			$own                     = $rows[ "$field->value $language" ]['words'] ?? '';
			$any                     = $rows[ "$field->value " . self::ANY ]['words'] ?? '';
			$values[ $field->value ] = match ( true ) {
				$own !== '' => $own,
				$any !== '' => $any,
				default     => self::usual( $field )[ $language ] ?? '',
			};
		}

		return $values;
	}

	/** @return array<string, string> By language; empty for what only the shop can know. */
	public static function usual( Field $field ): array {
		return self::USUAL[ $field->value ] ?? array_fill_keys( TemplateShelf::LANGUAGES, '' );
	}

	/** @return array<string, array{version: int, values: array<string, string>}> By field; one version up with every change to any language. */
	public function kept(): array {
		$rows = $this->texts->all( PlaybookTexts::FIELD );
		$kept = [];
		foreach ( self::all() as $field ) {
			$kept[ $field->value ] = [
				'version' => 1,
				'values'  => [],
			];
			foreach ( [ self::ANY, ...TemplateShelf::LANGUAGES ] as $language ) {
				$row = $rows[ "$field->value $language" ] ?? null;

				$kept[ $field->value ]['version']            += $row['version'] ?? 0;
				$kept[ $field->value ]['values'][ $language ] = $row['words'] ?? '';
			}
		}

		return $kept;
	}

	/**
	 * @param array<string, string> $values By language; those that are not named stay.
	 * @return bool False: somebody else changed this field meanwhile.
	 */
	public function save( Field $field, int $version, array $values, int $user_id ): bool {
		$kept = $this->kept()[ $field->value ] ?? null;
		if ( $kept === null || $kept['version'] !== $version ) {
			return false;
		}
		$rows = $this->texts->all( PlaybookTexts::FIELD );
		foreach ( $values as $language => $value ) {
			$before = $rows[ "$field->value $language" ]['version'] ?? null;
			if ( trim( $value ) === $kept['values'][ $language ] ) {
				continue;
			}
			if ( ! $this->texts->put( PlaybookTexts::FIELD, $field->value, $language, ( $before ?? 0 ) + 1, $before, 1, '', trim( $value ), $user_id ) ) {
				return false;
			}
		}

		return true;
	}
}
