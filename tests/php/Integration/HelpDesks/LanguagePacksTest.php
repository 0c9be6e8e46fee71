<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\HelpDesks;

use Amicable\Cli\PacksCommand;
use Amicable\Graph;
use Amicable\Language\Edition;
use Amicable\Mode;
use Amicable\Patterns\Slug;
use Amicable\Setup\LanguagePacks;
use Amicable\SystemClock;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\WpCli;

/** A site adds a language: by the command, the folder or the filter; messages in it are read from then on, and a broken file costs nobody anything. */
final class LanguagePacksTest extends IntegrationTestCase {

	private string $folder = '';

	protected function setUp(): void {
		parent::setUp();
		$this->folder = get_temp_dir() . 'amicable-' . wp_generate_password( 8, false );
		mkdir( $this->folder );
		copy( dirname( __DIR__, 3 ) . '/fixtures/packs/de.json', "$this->folder/de.json" );
		add_filter( 'amicable_language_packs', fn ( array $files ): array => [ ...$files, "$this->folder/de.txt" ] );
		$this->as_role( 'administrator' );
	}

	protected function tearDown(): void {
		array_map( unlink( ... ), (array) glob( "$this->folder/*" ) );
		rmdir( $this->folder );
		parent::tearDown();
	}

	public function test_a_pack_is_checked_compiled_and_read_and_said_aloud(): void {
		self::assertSame( [ 1, "$this->folder/de.txt: It is not there." ], $this->told( static fn ( PacksCommand $packs ) => $packs->languages() ), 'Named, and not there yet.' );
		self::assertSame( [ 0, 'German: 4 rules keep their promises.' ], $this->told( fn ( PacksCommand $packs ) => $packs->check( [ "$this->folder/de.json" ] ) ) );
		self::assertFileDoesNotExist( "$this->folder/de.txt" );
		$before = Edition::with( LanguagePacks::files() );
		self::assertSame( [ 0, "$this->folder/de.txt is ready to be read." ], $this->told( fn ( PacksCommand $packs ) => $packs->compile( [ "$this->folder/de.json" ] ) ) );
		self::assertSame( [ 0, 'English, Korean, Turkish, German' ], $this->told( static fn ( PacksCommand $packs ) => $packs->languages() ) );
		self::assertNotSame( $before, Edition::with( LanguagePacks::files() ), 'What is still there is read again.' );

		$customer = $this->says( 'Wenn ihr nicht antwortet, gibt es einen Stern. Ich will mein Geld zurück und das ist nicht alles.' );
		self::assertSame( [ [ 'de', 'demand' ], [ 'de', 'review_threat' ] ], self::found() );
		self::assertSame( 'flag', Desk::graph()->flags()->find( $customer, Slug::ThreatWithDemand )?->level->value );
		$queue = $this->rest( 'GET', '/review' );
		self::assertSame( [ 'English, Korean, Turkish, and German', [ 'de' ], 0 ], [ $queue->get_data()['reading']['read'], array_column( $queue->get_data()['reading']['languages'], 'language' ), $queue->get_data()['reading']['not_read'] ] );
		self::assertSame( 'good', $this->health()['status'] );
	}

	public function test_a_demand_far_from_any_threat_is_none(): void {
		$this->told( fn ( PacksCommand $packs ) => $packs->compile( [ "$this->folder/de.json" ] ) );
		$this->says( 'Ich will mein Geld zurück und das ist nicht alles.' );
		self::assertSame( [], self::found() );
	}

	public function test_a_broken_file_is_told_of_and_breaks_nothing(): void {
		file_put_contents( "$this->folder/de.txt", 'Not a pack' );
		$log = (string) tempnam( get_temp_dir(), 'log' );
		$to  = (string) ini_set( 'error_log', $log );
		$this->says( 'You are idiots, all of you.' );
		ini_set( 'error_log', $to );

		self::assertStringContainsString( 'Amicable: the language pack de.txt is not used: It is no compiled pack.', (string) file_get_contents( $log ) );
		unlink( $log );
		self::assertSame( [ [ 'en', 'abuse' ] ], self::found() );
		self::assertSame( [ 'recommended', true ], [ $this->health()['status'], str_contains( $this->health()['description'], 'de.txt' ) ] );
		self::assertSame( [ 1, "$this->folder/de.txt: It is no compiled pack." ], $this->told( static fn ( PacksCommand $packs ) => $packs->languages() ) );
	}

	public function test_what_is_wrong_is_named_and_nothing_is_written(): void {
		file_put_contents( "$this->folder/de.json", str_replace( 'Sie sind völlige Idioten.', 'Sie sind das nicht.', (string) file_get_contents( "$this->folder/de.json" ) ) );
		self::assertSame( [ 1, 'de.json: de.abuse.idiots does not find: Sie sind das nicht.' ], $this->told( fn ( PacksCommand $packs ) => $packs->compile( [ "$this->folder/de.json" ] ) ) );
		self::assertFileDoesNotExist( "$this->folder/de.txt" );
		self::assertSame( [ 1, '/nowhere/de.json cannot be read.' ], $this->told( static fn ( PacksCommand $packs ) => $packs->check( [ '/nowhere/de.json' ] ) ) );
	}

	/**
	 * @param callable(PacksCommand): void $what
	 * @return array{int, string}
	 */
	private function told( callable $what ): array {
		$cli = WpCli::open();
		$cli->run( static fn () => $what( new PacksCommand() ) );

		return [ $cli->exit_code, $cli->said ];
	}

	/** @return int The customer. */
	private function says( string $text ): int {
		$desk     = new Desk();
		$customer = $desk->sale( 'maya@example.com', 4900, 60 );
		$graph    = new Graph( Mode::Live, '', $GLOBALS['wpdb'], new SystemClock() ); // As a new request: who has read once keeps the packs.
		$graph->ticket_writer()->write( Desk::SOURCE, [ $desk->ticket( 'T-1', 86400, [ 'messages' => [ $desk->says( 'customer', 'T-1-1', 86400, $text ) ] ] ) ] );

		return $customer;
	}

	/** @return list<array{string, string}> Language of the rule and label. */
	private static function found(): array {
		$found = array_map( static fn ( array $row ): array => [ substr( (string) $row['rule'], 0, 2 ), (string) $row['label'] ], Desk::rows( 'findings' ) );
		sort( $found );

		return $found;
	}

	/** @return array<string, string> */
	private function health(): array {
		return ( apply_filters( 'site_status_tests', [ 'direct' => [], 'async' => [] ] )['direct']['amicable_packs']['test'] )();
	}
}
