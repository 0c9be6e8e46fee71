<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Compile\OwnPack;
use Amicable\Language\Compile\PackError;
use Amicable\Language\OwnPacks;
use Amicable\Language\Reader;
use Amicable\Language\Shelf;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Throwable;

/** A site teaches us a language of its own: checked like ours, read like ours, and never in the way of ours. */
final class OwnPacksTest extends TestCase {

	private string $folder = '';

	/** @var list<string> What the site's log would hold. */
	private array $told = [];

	protected function setUp(): void {
		$this->folder = sys_get_temp_dir() . '/amicable-packs-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->folder );
	}

	protected function tearDown(): void {
		array_map( unlink( ... ), (array) glob( "$this->folder/*" ) );
		rmdir( $this->folder );
	}

	public function test_its_messages_are_read_and_those_of_the_shipped_packs_as_before(): void {
		$reader = $this->reader( $this->file( 'de' ), $this->file( 'ru' ) );

		foreach ( [ 'Ihr seid alle Idioten, und das ist nicht alles.' => [ 'de', 'abuse' ], 'Das ist mein letztes Wort: mein Anwalt ist dran.' => [ 'de', 'legal_threat' ], 'Вы все идиоты и воры, это не магазин.' => [ 'ru', 'abuse' ] ] as $text => [ $language, $label ] ) {
			$reading = $reader->read( $text );
			self::assertSame( [ [ $language ], [ $label ] ], [ $reading->languages, array_map( static fn ( $one ): string => $one->value, $reading->labels() ) ], $text );
			self::assertStringContainsString( $reading->findings[0]->quote, $text );
		}
		$shipped = Reader::shipped();
		foreach ( [ 'You are idiots and I will sue you.', '정말 멍청한 놈들이네. 환불해 주세요.', 'Siz aptalsınız, paramı geri verin yoksa dava açarım.', 'Je vais mettre une mauvaise note pour vous, et les clients vont le voir avec moi.', 'ok', '' ] as $text ) {
			self::assertEquals( $shipped->read( $text ), $reader->read( $text ), $text );
		}
	}

	public function test_what_hides_behind_stars_is_seen_through_as_in_ours(): void {
		self::assertSame( [ 'abuse' ], Packs::labels( $this->reader( $this->file( 'de' ) ), 'Ihr seid alle I d i o t e n und das ist nicht gut.' ) );
	}

	/** @return iterable<string, array{callable(string): string, string}> */
	public static function broken(): iterable {
		yield 'cut off' => [ static fn ( string $source ): string => substr( $source, 0, -100 ), 'not whole' ];
		yield 'written over' => [ static fn ( string $source ): string => substr_replace( $source, 'xxxx', -60, 4 ), 'not whole' ];
		yield 'cut off in its head' => [ static fn ( string $source ): string => substr( $source, 0, 40 ), 'no compiled pack' ];
		yield 'nothing' => [ static fn (): string => '', 'no compiled pack' ];
		yield 'as it was written' => [ static fn (): string => (string) file_get_contents( __DIR__ . '/../../../fixtures/packs/de.json' ), 'no compiled pack' ];
		yield 'of another version' => [ static fn ( string $source ): string => str_replace( '"format":2', '"format":1', $source ), 'another version' ];
		yield 'of a shipped language' => [ static fn ( string $source ): string => str_replace( '"lang":"de"', '"lang":"en"', $source ), 'a pack for en already' ];
	}

	/** @param callable(string): string $break */
	#[DataProvider( 'broken' )]
	public function test_a_file_that_cannot_be_used_is_left_out_and_told_of( callable $break, string $why ): void {
		$file = $this->file( 'de' );
		file_put_contents( $file, $break( (string) file_get_contents( $file ) ) );
		$packs = $this->packs( $file );

		self::assertSame( [ [], [ $file ] ], [ $packs->files, array_keys( $packs->refused ) ] );
		self::assertStringContainsString( $why, $packs->refused[ $file ] );
		self::assertSame( [ 'abuse' ], Packs::labels( Reader::shipped( null, Shelf::with( $packs, $this->tell( ... ) ) ), 'You are idiots, all of you.' ) );
	}

	public function test_a_file_that_is_not_there_and_a_second_one_of_a_language_are_told_of(): void {
		$twice = $this->file( 'de' );
		copy( $twice, "$this->folder/twice.txt" );
		self::assertSame( [ "$this->folder/twice.txt" => 'There is a pack for de already.', '/nowhere/fr.txt' => 'It is not there.' ], $this->packs( $twice, "$this->folder/twice.txt", '/nowhere/fr.txt' )->refused );
	}

	public function test_one_that_breaks_while_it_reads_costs_the_message_none_of_its_other_languages(): void {
		$file   = $this->file( 'de' );
		$packs  = $this->packs( $file );
		$reader = Reader::shipped( null, Shelf::with( $packs, $this->tell( ... ) ) );
		file_put_contents( $file, substr( (string) file_get_contents( $file ), 0, 700 ) );
		$reading = $reader->read( 'Ihr seid Idioten und das ist nicht gut. 이 멍청한 놈들아 환불해.' );

		self::assertSame( [ [ 'ko' ], 1 ], [ $reading->languages, count( $this->told ) ], 'German was not read, and nobody says it was.' );
	}

	/** @return iterable<string, array{array<string, mixed>, string}> */
	public static function wrong(): iterable {
		$rule = [ 'id' => 'de.abuse.idiots', 'label' => 'abuse', 'severity' => 3, 'why' => 'insults_you', 'patterns' => [ 'idioten' ], 'examples' => [ 'Ihr seid Idioten und ich bin es nicht.' ], 'counter_examples' => [ 'Das ist nicht gut.' ] ];
		yield 'a shipped language' => [ [ 'lang' => 'en' ], 'en is read by a pack that the plugin brings' ];
		yield 'nothing to tell it by' => [ [ 'recognize' => [] ], 'no recognize' ];
		yield 'too few words' => [ [ 'recognize' => [ 'words' => [ 'der', 'die' ] ] ], 'at least 10 everyday words' ];
		yield 'an unknown script' => [ [ 'recognize' => [ 'words' => [ 'der' ], 'script' => 'runes' ] ], 'latin or other' ];
		yield 'an id of another language' => [ [ 'rules' => [ [ 'id' => 'en.abuse.x' ] + $rule ] ], 'an id begins with de.' ];
		yield 'an example that is not found' => [ [ 'rules' => [ [ 'examples' => [ 'Das ist nicht gut und ich bin mit euch fertig.' ] ] + $rule ] ], 'does not find: Das ist nicht gut' ];
		yield 'a counter-example that is found' => [ [ 'rules' => [ [ 'counter_examples' => [ 'Wir sind Idioten.' ] ] + $rule ] ], 'has to leave alone: Wir sind Idioten.' ];
		yield 'a pattern that is none' => [ [ 'rules' => [ [ 'patterns' => [ 'idioten(' ] ] + $rule ] ], 'Groups are written' ];
		yield 'examples in no language that its words tell' => [ [ 'rules' => [ [ 'examples' => [ 'Idioten', 'Idioten!' ], 'counter_examples' => [ 'Gut' ] ] + $rule ] ], 'Only 0 of 2 examples are recognized' ];
	}

	/** @param array<string, mixed> $over */
	#[DataProvider( 'wrong' )]
	public function test_what_ours_would_be_refused_for_is_refused( array $over, string $why ): void {
		$this->expectException( PackError::class );
		$this->expectExceptionMessage( $why );
		self::own()->compile( (string) json_encode( $over + (array) json_decode( self::written( 'de' ), true ) ) );
	}

	private static function own(): OwnPack {
		return new OwnPack( Packs::LANGUAGES );
	}

	private static function written( string $language ): string {
		return (string) file_get_contents( __DIR__ . "/../../../fixtures/packs/$language.json" );
	}

	private function file( string $language ): string {
		file_put_contents( "$this->folder/$language.txt", self::own()->compile( self::written( $language ) ) );

		return "$this->folder/$language.txt";
	}

	private function packs( string ...$files ): OwnPacks {
		return new OwnPacks( array_values( $files ), Packs::LANGUAGES );
	}

	private function reader( string ...$files ): Reader {
		$packs = $this->packs( ...$files );
		self::assertSame( [], $packs->refused );

		return Reader::shipped( null, Shelf::with( $packs, $this->tell( ... ) ) );
	}

	private function tell( Throwable $thrown ): void {
		$this->told[] = $thrown->getMessage();
	}
}
