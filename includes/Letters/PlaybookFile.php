<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Patterns\Own\OwnRule;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\PlaybookTexts;
use Amicable\Storage\RuleVotes;

/**
 * What a shop made its own, as one file for another shop: texts, fields, silent rules and thresholds. No customer, no money, no key.
 *
 * @phpstan-type FileTemplate array{slug: string, language: string, based_on: int, subject: string, paragraphs: list<array{key: string, text: string}>}
 * @phpstan-type PlaybookParts array{templates: list<FileTemplate>, fields: list<array{field: string, language: string, value: string}>, alternatives?: list<array{product: string, others: list<array{name: string, link: string|null}>}>, silent_rules: list<string>, settings: array<string, mixed>}
 */
final class PlaybookFile {

	public const FORMAT = 'amicable-playbook';

	public function __construct(
		private readonly TemplateShelf $shelf,
		private readonly ShopFields $fields,
		private readonly Alternatives $alternatives,
		private readonly PlaybookTexts $texts,
		private readonly RuleVotes $votes,
		private readonly SettingsRepository $settings,
	) {
	}

	/** @return array<string, mixed> */
	public function export(): array {
		return [
			'format'         => self::FORMAT,
			'format_version' => 1,
			'templates'      => $this->templates(),
			'fields'         => $this->field_values(),
			'alternatives'   => $this->alternatives(),
			'silent_rules'   => $this->silent(),
			'settings'       => $this->kept_settings(),
		];
	}

	/** @return list<FileTemplate> */
	public function templates(): array {
		$own = [];
		foreach ( $this->texts->all( PlaybookTexts::TEMPLATE ) as $name => $row ) {
			[ $slug, $language ] = explode( ' ', $name );
			$template            = $row['words'] === null ? null : $this->shelf->get( $slug, $language );
			if ( $template !== null ) {
				$own[] = [
					'slug'       => $slug,
					'language'   => $language,
					'based_on'   => $row['based_on'],
					'subject'    => $template->subject,
					'paragraphs' => self::keyed( TemplateShelf::texts_of( $template ) ),
				];
			}
		}

		return $own;
	}

	/** @return list<array{field: string, language: string, value: string}> */
	public function field_values(): array {
		$values = [];
		foreach ( $this->fields->kept() as $field => $kept ) {
			foreach ( array_filter( $kept['values'], static fn ( string $value ): bool => $value !== '' ) as $language => $value ) {
				$values[] = [
					'field'    => $field,
					'language' => $language,
					'value'    => $value,
				];
			}
		}

		return $values;
	}

	/** @return list<array{product: string, others: list<array{name: string, link: string|null}>}> */
	public function alternatives(): array {
		return array_map( static fn ( array $one ): array => [ 'product' => $one['product'], 'others' => $one['others'] ], $this->alternatives->all() );
	}

	/** @return list<string> */
	public function silent(): array {
		return array_map( static fn ( array $row ): string => (string) $row['rule'], $this->votes->silent() );
	}

	/** @return array<string, mixed> */
	public function kept_settings(): array {
		$current = $this->settings->current();
		$all     = $current->to_array();

		return [
			'docs_urls'          => $all['docs_urls'],
			'docs_languages'     => $all['docs_languages'],
			'reply_target_hours' => $all['reply_target_hours'],
			'refund_window_days' => $all['refund_window_days'],
			'code_is_free'       => $all['code_is_free'],
			'patterns'           => [
				'docs_questions' => $all['docs_questions'],
				'cost_over_paid' => $all['cost_over_paid'],
			] + $all['words'],
			'own_rules'          => array_values( array_map( static fn ( OwnRule $rule ): array => $rule->to_array(), array_filter( $current->own_rules, static fn ( OwnRule $rule ): bool => ! $rule->names_money() ) ) ),
		];
	}

	/**
	 * @param array<int, string> $texts By number.
	 * @return list<array{key: string, text: string}>
	 */
	public static function keyed( array $texts ): array {
		ksort( $texts );

		return array_map(
			static fn ( int $number, string $text ): array => [
				'key'  => (string) $number,
				'text' => $text,
			],
			array_keys( $texts ),
			array_values( $texts )
		);
	}

	/**
	 * What is not a number becomes 0, which no paragraph has.
	 *
	 * @param list<array{key: string, text: string}> $paragraphs
	 * @return array<int, string> By number.
	 */
	public static function numbered( array $paragraphs ): array {
		$texts = [];
		foreach ( $paragraphs as $paragraph ) {
			$texts[ preg_match( '/^[1-9]\d?$/D', $paragraph['key'] ) === 1 ? (int) $paragraph['key'] : 0 ] = trim( $paragraph['text'] );
		}

		return $texts;
	}
}
