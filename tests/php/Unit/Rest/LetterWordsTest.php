<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Rest;

use Amicable\Playbook\Field;
use Amicable\Playbook\Litmus\Code;
use Amicable\Playbook\Part;
use Amicable\Playbook\Template;
use Amicable\Playbook\Templates;
use BackedEnum;
use PHPUnit\Framework\TestCase;

/** Everything that is noticed or missing in a letter has its words. Looked for in the text, since sentences need WordPress. */
final class LetterWordsTest extends TestCase {

	public function test_every_remark_part_and_field_has_a_sentence(): void {
		self::assertSame( [], self::without_words( 'RemarkWords', 'Code', Code::cases() ) );
		self::assertSame( [], self::without_words( 'PartWords', 'Part', Part::cases() ) );
		self::assertSame( [], self::without_words( 'FieldWords', 'Field', Field::cases() ) );
	}

	public function test_every_text_has_a_title(): void {
		$source = self::source( 'TemplateWords' );
		$ids    = array_unique( array_map( static fn ( Template $template ): string => $template->id, Templates::shipped()->all() ) );

		self::assertGreaterThan( 40, count( $ids ) );
		self::assertSame( [], array_values( array_filter( $ids, static fn ( string $id ): bool => ! str_contains( $source, "'$id' " ) ) ) );
	}

	public function test_the_screens_know_every_remark(): void {
		$schema = (string) file_get_contents( dirname( __DIR__, 4 ) . '/src/data/letters/looks.ts' );

		self::assertSame( [], array_values( array_filter( Code::cases(), static fn ( Code $code ): bool => ! str_contains( $schema, "'$code->value'" ) ) ) );
	}

	/**
	 * @param list<BackedEnum> $cases
	 * @return list<string>
	 */
	private static function without_words( string $file, string $enum, array $cases ): array {
		$source = self::source( $file );
		$names  = array_map( static fn ( BackedEnum $case ): string => $case->name, $cases );

		return array_values( array_filter( $names, static fn ( string $name ): bool => preg_match( "/\\b$enum::$name\\s+=> __\\( '/", $source ) !== 1 ) );
	}

	private static function source( string $file ): string {
		return (string) file_get_contents( dirname( __DIR__, 4 ) . "/includes/Rest/$file.php" );
	}
}
