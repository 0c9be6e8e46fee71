<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\FalseAlarmFilter;
use Amicable\Language\Hangul;
use Amicable\Language\KoreanDisguise;
use Amicable\Language\Label;
use Amicable\Language\Letters;
use Amicable\Language\LinearModel;
use Amicable\Language\Models;
use Amicable\Language\Reader;
use Amicable\Language\Rule;
use Amicable\Language\Segmenter;
use Amicable\Language\Shelf;
use Amicable\Language\Surroundings;
use Amicable\Language\Views;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Throwable;
use UnexpectedValueException;

/** The second look leaves people alone, accuses nobody, and never hides what is grave. */
final class FalseAlarmFilterTest extends TestCase {

	private const PACKS   = __DIR__ . '/../../../../includes/Language/packs';
	private const FIXTURE = __DIR__ . '/../../../fixtures/language/second-look.json';

	/** Of the packs' own examples, at most so many may be passed over. */
	private const PASSED_OVER = 0.01;

	/** @var list<string> */
	private array $files = [];

	protected function tearDown(): void {
		array_map( unlink( ... ), $this->files );
	}

	public function test_php_scores_as_the_trainer_does(): void {
		$examples = json_decode( (string) file_get_contents( self::FIXTURE ), true, 8, JSON_THROW_ON_ERROR );
		$models   = [];
		$this->assertCount( 45, $examples );
		foreach ( $examples as [ 'lang' => $lang, 'label' => $label, 'text' => $text, 'start' => $start, 'end' => $end, 'read' => $read, 'score' => $score ] ) {
			$model = $models[ $lang ] ??= LinearModel::read_from( self::PACKS . "/$lang.weights" );
			$from  = strlen( mb_substr( $text, 0, $start ) );

			$this->assertSame( $read, Surroundings::of( $text, $from, $from + strlen( mb_substr( $text, $start, $end - $start ) ) ) );
			$this->assertEqualsWithDelta( $score, $model->score( Label::from( $label ), ...$model->weights( $read ) ), 1e-9, $text );
		}
	}

	/** Sums are kept side by side in one number and must not run into each other. */
	public function test_a_sentence_without_an_end_weighs_what_its_words_weigh(): void {
		$model = LinearModel::read_from( self::PACKS . '/en.weights' );
		foreach ( [ 'scam', 'unbelievably', 'refund', 'thanks' ] as $word ) {
			$two  = $model->weight( "$word $word" );
			$more = array_map( static fn ( int $of_three, int $of_two ): int => $of_three - $of_two, $model->weight( "$word $word $word" ), $two );
			$sum  = array_map( static fn ( int $first, int $each ): int => $first + 698 * $each, $two, $more );

			$this->assertSame( $sum, $model->weight( implode( ' ', array_fill( 0, 700, $word ) ) ) );
		}
	}

	public function test_letters_outside_what_was_learned_do_not_break_it(): void {
		$model = LinearModel::read_from( self::PACKS . '/tr.weights' );

		$this->assertSame( $model->weights( 'SIKICI, değil mi?' ), $model->weights( 'sıkıcı degil mi' ) );
		$this->assertSame( [], $model->weights( '' ) );
		$this->assertSame( [ 0, 0, 0, 0, 0, 0 ], $model->weight( '😀 мир' ) );
		$this->assertIsFloat( $model->score( Label::Abuse ) );
		$this->assertNull( $model->score( Label::Praise, $model->weight( 'harika' ) ) );
		$this->assertNull( LinearModel::read_from( self::PACKS . '/en.weights' )->excess( Label::Abuse, $model->weight( 'stupid' ) ), 'English insults are found by rules alone.' );
	}

	public function test_a_stretch_without_a_full_stop_is_cut_between_characters(): void {
		$text = str_repeat( '가나다라 ', 400 );

		$this->assertTrue( mb_check_encoding( Surroundings::of( $text, 2600, 2613 ), 'UTF-8' ) );
		$this->assertLessThan( 1300, strlen( Surroundings::of( $text, 2600, 2613 ) ) );
	}

	public function test_it_spares_what_looks_like_nothing_that_was_learned(): void {
		$this->assertTrue( $this->denying()->spares( 'en', $this->rule( Label::Abuse ), 'Where is my order, you idiots.', 19, 29 ) );
		$this->assertFalse( $this->denying()->spares( 'en', $this->rule( Label::Abuse ), 'You idiots.', 0, 10 ), 'Too few words to judge by.' );
	}

	public function test_what_is_grave_or_disguised_or_not_learned_is_never_spared(): void {
		$filter = $this->denying();

		$this->assertFalse( $filter->spares( 'en', $this->rule( Label::LegalThreat ), 'I will sue every one of you.', 0, 10 ) );
		$this->assertFalse( $filter->spares( 'en', $this->rule( Label::Abuse, 'wishes_harm' ), 'Drop dead, all of you over there.', 0, 9 ) );
		$this->assertFalse( $filter->spares( 'en', $this->rule( Label::Abuse, 'sexual_harassment' ), 'Send pics, all of you over there.', 0, 9 ) );
		$this->assertFalse( $filter->spares( 'en', $this->rule( Label::Abuse ), 'You іdіots, where is my order now?', 0, strlen( 'You іdіots' ) ), 'Look-alikes of another alphabet.' );
		$this->assertFalse( $filter->spares( 'en', $this->rule( Label::Praise ), 'Great work, all of you over there.', 0, 10 ) );
		$this->assertFalse( $filter->spares( 'de', $this->rule( Label::Abuse ), 'Ihr Deppen, wo ist meine Bestellung nun?', 0, 10 ) );
	}

	public function test_a_reader_keeps_what_it_read_through_a_disguise(): void {
		$reader = $this->reader( $this->denying() );

		$this->assertSame( [], Packs::labels( $reader, 'You are such a loser, Kevin, and my order is late.', 'en' ) );
		$this->assertContains( 'abuse', Packs::labels( $reader, 'You are such a l o s e r, Kevin, and my order is late.', 'en' ) );
		$this->assertContains( 'legal_threat', Packs::labels( $reader, 'My lawyer will be in touch.', 'en' ) );
	}

	/** @return array<string, array{string}> */
	public static function broken(): array {
		$whole = (string) file_get_contents( self::PACKS . '/en.weights' );

		return [
			'empty'       => [ '' ],
			'no file'     => [ "\0gone" ],
			'no head'     => [ substr( $whole, 600 ) ],
			'other'       => [ "5\n" ],
			'list'        => [ "[]\n" ],
			'cut'         => [ substr( $whole, 0, -1 ) ],
			'of a future' => [ str_replace( '"format":2', '"format":3', $whole ) ],
		];
	}

	#[DataProvider( 'broken' )]
	public function test_broken_weights_are_told_once_and_what_was_found_stays( string $bytes ): void {
		$heard  = [];
		$reader = Reader::shipped(
			new Models(
				[ 'en' => $this->written( $bytes ) ],
				static function ( Throwable $thrown ) use ( &$heard ): void {
					$heard[] = $thrown;
				}
			)
		);

		$this->assertContains( 'abuse', Packs::labels( $reader, 'You are such a loser, Kevin, and my order is late.', 'en' ) );
		$this->assertContains( 'abuse', Packs::labels( $reader, 'Where is my order, you idiots?', 'en' ) );
		$this->assertCount( 1, $heard );
	}

	public function test_broken_weights_are_thrown_where_nobody_listens(): void {
		$this->expectException( UnexpectedValueException::class );

		( new FalseAlarmFilter( new Models( [ 'en' => $this->written( "[]\n" ) ] ) ) )->spares( 'en', $this->rule( Label::Abuse ), 'Where is my order, you idiots.', 19, 29 );
	}

	/** That rules alone find all of them is tested where rules are. */
	public function test_every_shipped_language_has_weights_and_hardly_an_example_is_passed_over(): void {
		$all     = 0;
		$spared  = [];
		$shipped = Reader::shipped();
		foreach ( Packs::LANGUAGES as $language ) {
			$this->assertFileExists( self::PACKS . "/$language.weights" );
			foreach ( Packs::written( $language )->rules() as $rule ) {
				foreach ( $rule['examples'] as $example ) {
					++$all;
					if ( ! in_array( $rule['label'], Packs::labels( $shipped, $example, $language ), true ) ) {
						$spared[] = "{$rule['id']}: $example";
					}
				}
			}
		}

		$this->assertLessThanOrEqual( self::PASSED_OVER, count( $spared ) / $all, count( $spared ) . " of $all\n" . implode( "\n", $spared ) );
	}

	/** One that denies whatever it may. */
	private function denying(): FalseAlarmFilter {
		$labels = array_fill_keys( [ 'abuse', 'legal_threat' ], [ 'bias' => 0.0, 'scale' => 1.0, 'spared' => 99.0, 'found' => null ] );
		$head   = json_encode( [ 'format' => 2, 'lang' => 'en', 'buckets' => 16, 'labels' => $labels ], JSON_THROW_ON_ERROR );

		return new FalseAlarmFilter( new Models( [ 'en' => $this->written( "$head\n" . str_repeat( "\x80", 32 ) ) ] ) );
	}

	private function reader( FalseAlarmFilter $filter ): Reader {
		return new Reader( Shelf::shipped(), new Segmenter(), new Views( Letters::shipped(), new Hangul(), new KoreanDisguise() ), $filter );
	}

	/** @param string $bytes "\0gone": there is no file. */
	private function written( string $bytes ): string {
		$file = (string) tempnam( sys_get_temp_dir(), 'weights' );
		if ( $bytes === "\0gone" ) {
			unlink( $file );
			return $file;
		}
		file_put_contents( $file, $bytes );
		$this->files[] = $file;

		return $file;
	}

	private function rule( Label $label, string $why = 'contempt' ): Rule {
		return new Rule( 'en.some.rule', $label, null, 2, $why, [ 'folded' ], [] );
	}
}
