<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Practice;

use Amicable\HelpDesks\Message;
use Amicable\HelpDesks\MessageKind;
use Amicable\HelpDesks\Ticket;
use Amicable\Practice\Catalog;
use Amicable\Practice\Content;
use Amicable\Practice\Persona;
use Amicable\Practice\Sale;
use Amicable\Practice\World;
use Amicable\Practice\WorldMaker;
use DateTimeImmutable;
use DateTimeZone;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class WorldTest extends TestCase {

	private const FOLDER = __DIR__ . '/../../../../includes/Stores/Sample/content';

	private static ?World $world = null;

	public static function tearDownAfterClass(): void {
		self::$world = null;
	}

	public function test_it_is_a_shop_of_a_real_size_and_of_every_kind(): void {
		$sales  = $this->world()->sales;
		$buyers = array_unique( array_map( static fn ( Sale $sale ): int => $sale->person->number, $sales ) );
		$count  = static fn ( callable $is ): int => count( array_filter( $sales, $is ) );

		self::assertGreaterThanOrEqual( 400, count( $buyers ) );
		self::assertGreaterThanOrEqual( 1_200, count( $sales ) );
		self::assertGreaterThanOrEqual( 3_500, count( $this->world()->tickets ) );
		self::assertGreaterThanOrEqual( 12_000, count( $this->messages() ) );
		self::assertEqualsCanonicalizing( [ 'USD', 'EUR', 'KRW', 'TRY', 'JPY', 'KWD' ], array_values( array_unique( array_map( static fn ( Sale $sale ): string => $sale->price->currency, $sales ) ) ) );
		self::assertGreaterThan( 100, $count( static fn ( Sale $sale ): bool => $sale->person->user_id === 0 ), 'guests' );
		self::assertGreaterThan( 10, $count( static fn ( Sale $sale ): bool => $sale->refunds !== [] && $sale->status !== 'refunded' ), 'refunds in part' );
		self::assertGreaterThan( 3, $count( static fn ( Sale $sale ): bool => $sale->dispute !== 'none' ), 'disputes' );
		self::assertGreaterThan( 100, $count( static fn ( Sale $sale ): bool => $sale->subscription !== null ), 'subscriptions' );
		self::assertGreaterThan( 100, $count( static fn ( Sale $sale ): bool => $sale->parent !== null ), 'renewals' );
		self::assertGreaterThan( 5, $count( static fn ( Sale $sale ): bool => $sale->shipping !== null ), 'something by post' );
	}

	public function test_no_text_is_said_more_than_five_times(): void {
		$said = array_count_values( array_map( static fn ( Message $message ): string => (string) $message->text, $this->messages() ) );

		self::assertLessThanOrEqual( 5, max( $said ) );
		self::assertGreaterThan( 10_000, count( $said ) );
	}

	/** @return iterable<string, array{string}> */
	public static function languages(): iterable {
		foreach ( Content::LANGUAGES as $language ) {
			yield $language => [ $language ];
		}
	}

	#[DataProvider( 'languages' )]
	public function test_four_hundred_sentences_were_written_by_hand( string $language ): void {
		$sentences = [];
		$all       = json_decode( (string) file_get_contents( self::FOLDER . "/$language.json" ), true );
		self::assertIsArray( $all );
		array_walk_recursive(
			$all,
			static function ( mixed $sentence ) use ( &$sentences ): void {
				$sentences[] = $sentence;
			}
		);

		self::assertGreaterThanOrEqual( 400, count( array_unique( $sentences ) ) );
		self::assertGreaterThan( 800, count( array_filter( $this->world()->tickets, fn ( Ticket $ticket ): bool => $this->person_of( $ticket ) === $language ) ) );
	}

	public function test_the_same_seed_and_day_make_the_same_world(): void {
		$again = $this->make( WorldMaker::SEED );

		self::assertSame( $this->bytes( $this->world() ), $this->bytes( $again ) );
		self::assertNotSame( $this->bytes( $again ), $this->bytes( $this->make( 7 ) ) );
	}

	public function test_nothing_lies_in_the_future_and_every_talk_runs_forward(): void {
		foreach ( $this->world()->sales as $sale ) {
			self::assertLessThan( $this->today(), $sale->at );
		}
		foreach ( $this->world()->tickets as $ticket ) {
			$before = $ticket->created_at;
			foreach ( $ticket->messages as $message ) {
				self::assertGreaterThanOrEqual( $before, $message->at, $ticket->external_id );
				$before = $message->at;
			}
			self::assertLessThan( $this->today(), $before );
		}
	}

	public function test_most_people_wrote_three_times_or_less(): void {
		$tickets = array_count_values( array_map( static fn ( Ticket $ticket ): string => $ticket->requester->email->normalized, $this->world()->tickets ) );
		$buyers  = [];
		foreach ( $this->world()->sales as $sale ) {
			$buyers[ $sale->person->email ] = $tickets[ $sale->person->email ] ?? 0;
		}

		self::assertGreaterThan( count( $buyers ) / 2, count( array_filter( $buyers, static fn ( int $count ): bool => $count <= 3 ) ) );
		self::assertGreaterThan( 30, max( $buyers ), 'and a few wrote a great deal.' );
	}

	public function test_trouble_and_good_customers_have_the_same_share_in_every_language_and_half_of_the_names(): void {
		$people = [];
		foreach ( $this->world()->sales as $sale ) {
			if ( $sale->person->number < 20_000 ) {
				$people[ $sale->person->number ] = $sale->person;
			}
		}
		foreach ( [ Persona::Heavy, Persona::Burst, Persona::Agency ] as $persona ) {
			$shares = [];
			foreach ( Content::LANGUAGES as $language ) {
				$speakers = array_filter( $people, static fn ( $person ): bool => $person->lang === $language );
				$such     = array_filter( $speakers, static fn ( $person ): bool => $person->persona === $persona );
				$shares[] = intdiv( 1_000 * count( $such ), count( $speakers ) );
				$this->assert_spread_over_names( $language, array_map( static fn ( $person ): string => $person->name, $such ) );
			}
			self::assertLessThanOrEqual( 15, max( $shares ) - min( $shares ), "$persona->value, in thousandths" );
		}
	}

	public function test_nine_licenses_and_one_subscription_outlived_their_refund(): void {
		$licenses      = 0;
		$subscriptions = 0;
		foreach ( $this->world()->sales as $sale ) {
			if ( $sale->status === 'refunded' ) {
				$licenses      += count( array_filter( $sale->licenses, static fn ( array $license ): bool => $license['status'] !== 'disabled' ) );
				$subscriptions += ( $sale->subscription['status'] ?? 'cancelled' ) === 'cancelled' ? 0 : 1;
				self::assertFalse( $sale->downloads_open );
			}
		}

		self::assertSame( 9, $licenses );
		self::assertSame( 1, $subscriptions );
	}

	public function test_twenty_three_people_asked_about_one_article(): void {
		$asked = [];
		foreach ( $this->world()->tickets as $ticket ) {
			foreach ( $ticket->messages as $message ) {
				if ( $message->kind === MessageKind::Agent && str_contains( (string) $message->text, Catalog::GAP ) ) {
					$asked[ $ticket->requester->email->normalized ] = $this->person_of( $ticket );
				}
			}
		}

		self::assertCount( 23, $asked );
		self::assertCount( 3, array_unique( $asked ), 'in every language' );
	}

	public function test_who_says_that_it_is_wednesday_writes_on_a_wednesday(): void {
		for ( $day = 0; $day < 7; $day++ ) {
			$world = ( new WorldMaker( new Content( self::FOLDER ) ) )->make( WorldMaker::SEED, $this->today()->modify( "+$day days" ) );
			foreach ( $world->tickets as $ticket ) {
				foreach ( $ticket->requester->name === 'Xavier Kavaklı' ? $ticket->messages : [] as $message ) {
					if ( str_contains( (string) $message->text, 'Bugün çarşamba' ) ) {
						self::assertSame( 'Wed', $message->at->format( 'D' ) );
						continue 3;
					}
				}
			}
			self::fail( 'Nobody said it.' );
		}
	}

	/** @param array<int, string> $names */
	private function assert_spread_over_names( string $language, array $names ): void {
		if ( $language === 'ko' || count( $names ) < 4 ) {
			return;
		}
		$list  = ( new Content( self::FOLDER ) )->list( 'names', "$language.first" );
		$known = array_filter( array_map( static fn ( string $name ): int|false => array_search( explode( ' ', $name )[0], $list, true ), $names ), is_int( ... ) );
		$odd   = array_filter( $known, static fn ( int $place ): bool => $place % 2 === 1 );

		self::assertGreaterThanOrEqual( intdiv( count( $known ), 4 ), count( $odd ) );
		self::assertLessThanOrEqual( count( $known ) - intdiv( count( $known ), 4 ), count( $odd ) );
	}

	private function person_of( Ticket $ticket ): string {
		static $languages = null;
		if ( $languages === null ) {
			$languages = [];
			foreach ( $this->world()->sales as $sale ) {
				$languages[ $sale->person->email ] = $sale->person->lang;
			}
		}

		return $languages[ $ticket->requester->email->normalized ] ?? '';
	}

	/** @return list<Message> */
	private function messages(): array {
		return array_merge( ...array_map( static fn ( Ticket $ticket ): array => $ticket->messages, $this->world()->tickets ) );
	}

	private function bytes( World $world ): string {
		return hash( 'sha256', serialize( [ $world->sales, $world->tickets ] ) );
	}

	private function world(): World {
		return self::$world ??= $this->make( WorldMaker::SEED );
	}

	private function make( int $seed ): World {
		return ( new WorldMaker( new Content( self::FOLDER ) ) )->make( $seed, $this->today() );
	}

	private function today(): DateTimeImmutable {
		return new DateTimeImmutable( '2026-03-05', new DateTimeZone( 'UTC' ) );
	}
}
