<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Playbook\Paragraph;
use Amicable\Playbook\Template;
use Amicable\Playbook\Templates;
use Amicable\Storage\PlaybookTexts;

/** The texts to write from: as shipped, or in this shop's own words where it has some. */
final class TemplateShelf {

	public const LANGUAGES = [ 'en', 'ko', 'tr' ];

	private ?Templates $shipped = null;

	public function __construct( private readonly PlaybookTexts $texts ) {
	}

	public function get( string $slug, string $language ): ?Template {
		$shipped = $this->shipped()->get( $slug, $language );

		return $shipped === null ? null : self::current( $shipped, $this->row( $slug, $language ) );
	}

	public function shipped_one( string $slug, string $language ): ?Template {
		return $this->shipped()->get( $slug, $language );
	}

	/** @return list<Template> */
	public function in( string $language ): array {
		$all = array_filter( $this->shipped()->all(), static fn ( Template $template ): bool => $template->language === $language );
		$own = $this->rows();

		return array_values( array_map( static fn ( Template $template ): Template => self::current( $template, $own[ "$template->id $template->language" ] ?? null ), $all ) );
	}

	/** @return array<string, array{version: int, based_on: int, subject: string, words: string|null}> By `slug language`, as `row()`. */
	public function rows(): array {
		return $this->texts->all( PlaybookTexts::TEMPLATE );
	}

	/**
	 * The row of an own copy, or of one that was put back; null: there never was one.
	 *
	 * @return array{version: int, based_on: int, subject: string, words: string|null}|null
	 */
	public function row( string $slug, string $language ): ?array {
		return $this->rows()[ "$slug $language" ] ?? null;
	}

	/**
	 * A version never repeats: a text that was put back goes on counting, and so does what a later version of the plugin brings.
	 *
	 * @param array{version: int, based_on: int, subject: string, words: string|null}|null $row
	 */
	private static function current( Template $shipped, ?array $row ): Template {
		if ( $row === null ) {
			return $shipped;
		}
		$texts = self::texts( $row['words'] );

		return $texts === null
			? $shipped->numbered( $row['version'] + $shipped->version - $row['based_on'] )
			: $shipped->reworded( $row['version'], $row['subject'], $texts );
	}

	/** @return array<int, string>|null By number. */
	private static function texts( ?string $json ): ?array {
		$kept  = $json === null ? null : json_decode( $json, true );
		$texts = [];
		foreach ( is_array( $kept ) ? $kept : [] as $number => $text ) {
			$texts[ (int) $number ] = is_string( $text ) ? $text : '';
		}

		return is_array( $kept ) ? $texts : null;
	}

	/** @return array<int, string> */
	public static function texts_of( Template $template ): array {
		$texts = [];
		foreach ( array_map( static fn ( Paragraph $paragraph ): string => $paragraph->text, $template->paragraphs ) as $index => $text ) {
			$texts[ $index + 1 ] = $text;
		}

		return $texts;
	}

	private function shipped(): Templates {
		return $this->shipped ??= Templates::shipped();
	}
}
