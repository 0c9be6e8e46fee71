<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Playbook;

use Amicable\Cases\Stage;
use Amicable\Patterns\Slug;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Completeness;
use Amicable\Playbook\DataFile;
use Amicable\Playbook\EmptyFields;
use Amicable\Playbook\Facts;
use Amicable\Playbook\Field;
use Amicable\Playbook\Litmus\Draft;
use Amicable\Playbook\Litmus\Litmus;
use Amicable\Playbook\Litmus\Remark;
use Amicable\Playbook\Merger;
use Amicable\Playbook\Paragraph;
use Amicable\Playbook\Part;
use Amicable\Playbook\Samples;
use Amicable\Playbook\Template;
use Amicable\Playbook\Templates;
use Amicable\Playbook\UnknownField;
use Amicable\Playbook\Variant;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use UnexpectedValueException;

/** All the texts that come with the plugin, in every variant. */
final class TemplatesTest extends TestCase {

	private const LANGUAGES = [ 'en', 'ko', 'tr' ];

	private const ENDINGS = [
		'en' => '/\}s\b/u',
		'ko' => '/\}(?:을|를|은|는|이|가|과|와|으로|로)(?![가-힣])/u',
		'tr' => '/\}[\'’]?\p{L}/u',
	];

	private const GUESSES = [
		'en' => '/\b(?:he|she|his|her|hers|him|sir|madam|guys|mr|mrs|ms)\b/iu',
		'ko' => '/그녀|(?<![가-힣])그(?:가|는|의)(?![가-힣])|아저씨|아줌마|사장님|사모님|선생님/u',
		'tr' => '/\b(?:bey|hanım|beyefendi|hanımefendi|bay|bayan|efendim)\b/iu',
	];

	private static ?Templates $templates = null;
	private static ?Litmus $litmus       = null;
	private static ?Completeness $meter = null;

	/** @return iterable<string, array{Template, Variant}> */
	public static function texts(): iterable {
		$variants = [
			'product'      => new Variant(),
			'service'      => new Variant( service: true ),
			'plain'        => new Variant( gpl: false, contest: false ),
			'plainservice' => new Variant( service: true, gpl: false, contest: false ),
		];
		foreach ( self::templates()->all() as $template ) {
			foreach ( $variants as $name => $variant ) {
				yield "{$template->id} {$template->language} {$name}" => [ $template, $variant ];
			}
		}
	}

	#[DataProvider( 'texts' )]
	public function test_a_text_has_nothing_to_look_at( Template $template, Variant $variant ): void {
		$facts   = self::facts( $template->language );
		$message = ( new Merger() )->merged( $template, $variant, $facts );
		$draft   = new Draft(
			trim( $message->subject . "\n\n" . $message->text() ),
			$template->language,
			[ (string) $facts->of( Field::Quote ), (string) $facts->of( Field::Demand ) ],
			[ 'help@shop.example', '+1 555 010 9999', 'letters@counsel.example', 'THANKYOU' ],
			[ 'FormPress' ],
			$template->channel === Channel::Public,
		);

		$this->assertSame( [], array_map( static fn ( Remark $remark ): string => "{$remark->code->value}: {$remark->words}", ( self::$litmus ??= Litmus::shipped() )->look( $draft ) ) );
	}

	#[DataProvider( 'texts' )]
	public function test_a_text_is_complete_and_without_a_part_it_is_not( Template $template, Variant $variant ): void {
		$facts    = self::facts( $template->language );
		$needs    = $template->needs( $variant );
		$complete = self::$meter ??= Completeness::shipped();
		$meter    = $complete->meter( ( new Merger() )->merged( $template, $variant, $facts )->text(), $template->language, $needs, $facts );
		$this->assertSame( [], array_map( static fn ( Part $part ): string => $part->value, $meter->missing ) );
		$this->assertTrue( $meter->is_complete() );

		foreach ( $needs as $part ) {
			$rest = array_filter( $template->paragraphs( $variant ), static fn ( Paragraph $paragraph ): bool => ! in_array( $part, $paragraph->parts, true ) );
			$text = strtr( implode( "\n\n", array_map( static fn ( Paragraph $paragraph ): string => $paragraph->text, $rest ) ), $facts->replacements() );
			$this->assertSame( [ $part ], $complete->meter( $text, $template->language, [ $part ], $facts )->missing, "{$part->value} without its paragraph" );
		}
	}

	#[DataProvider( 'texts' )]
	public function test_a_text_with_any_field_empty_is_refused( Template $template, Variant $variant ): void {
		$merger = new Merger();
		$facts  = self::values( $template->language );
		foreach ( $template->fields( $variant ) as $field ) {
			try {
				$merger->merged( $template, $variant, new Facts( [ $field->value => " \n" ] + $facts ) );
				$this->fail( "{$field->value} went out empty" );
			} catch ( EmptyFields $empty ) {
				$this->assertSame( [ $field ], $empty->fields );
			}
		}
		$this->assertStringNotContainsString( '{', $merger->merged( $template, $variant, new Facts( $facts ) )->text() );
	}

	public function test_every_text_exists_in_every_language_with_the_same_paragraphs(): void {
		$shape = static fn ( Template $template ): array => array_map( static fn ( Paragraph $paragraph ): array => [ $paragraph->parts, $paragraph->when ], $template->paragraphs );
		$index = array_keys( DataFile::read( dirname( __DIR__, 4 ) . '/includes/Playbook/templates/index.json' )->fields() );
		foreach ( $index as $id ) {
			$english = self::templates()->get( $id, 'en' );
			foreach ( self::LANGUAGES as $language ) {
				$template = self::templates()->get( $id, $language );
				$this->assertNotNull( $template, "{$id} {$language}" );
				$this->assertEquals( $english === null ? null : $shape( $english ), $shape( $template ), "{$id} {$language}" );
			}
		}
		$this->assertCount( count( $index ) * count( self::LANGUAGES ), self::templates()->all() );
	}

	public function test_every_pattern_has_its_texts_at_the_stages_where_it_may_have_them(): void {
		$own = static fn ( Slug $slug, Stage $stage ): bool => ( self::templates()->suiting( $slug, $stage, 'ko' )[0] ?? null )?->patterns === [ $slug ];
		foreach ( [ Slug::DocsQuestions, Slug::CostOverPaid, Slug::HostileMessages, Slug::ThreatWithDemand, Slug::RepeatRefunds ] as $slug ) {
			$this->assertTrue( $own( $slug, Stage::SecondChance ) && $own( $slug, Stage::Warned ) && $own( $slug, Stage::Explained ), $slug->value );
		}
		foreach ( [ Slug::Expectations, Slug::HighValue, Slug::NewCustomer ] as $slug ) {
			$this->assertTrue( $own( $slug, Stage::SecondChance ), $slug->value );
		}
		foreach ( [ Slug::LegalStep, Slug::PaymentDispute, Slug::Expectations, Slug::HighValue, Slug::NewCustomer ] as $slug ) {
			$this->assertSame( [], self::templates()->suiting( $slug, Stage::Warned, 'en' ), "{$slug->value} is never warned" );
			$this->assertSame( [], self::templates()->suiting( $slug, Stage::Explained, 'en' ), $slug->value );
		}
		$this->assertTrue( $own( Slug::LegalStep, Stage::Counsel ) && $own( Slug::LegalStep, Stage::Open ) && $own( Slug::PaymentDispute, Stage::Open ) );
	}

	public function test_every_warning_says_what_follows_and_every_explanation_what_is_paid_back(): void {
		foreach ( self::templates()->all() as $template ) {
			foreach ( [ new Variant(), new Variant( service: true ) ] as $variant ) {
				if ( $template->stage === Stage::Warned ) {
					$this->assertContains( Part::Consequence, $template->needs( $variant ), $template->id );
					$this->assertContains( Part::RefundOffer, $template->needs( $variant ), $template->id );
				}
				if ( $template->stage !== Stage::Explained ) {
					continue;
				}

				$this->assertContains( Part::Refund, $template->needs( $variant ), $template->id );
				$this->assertContains( Part::NoReplies, $template->needs( $variant ), $template->id );
				$this->assertContains( $variant->service ? Part::Data : Part::LicenseEnd, $template->needs( $variant ), $template->id );
			}
		}
	}

	/** Whether 을 or 를 follows, or which Turkish vowel, depends on a word that is not known yet. */
	public function test_no_ending_hangs_on_a_field(): void {
		foreach ( self::templates()->all() as $template ) {
			foreach ( [ $template->subject, ...array_map( static fn ( Paragraph $paragraph ): string => $paragraph->text, $template->paragraphs ) ] as $text ) {
				$this->assertDoesNotMatchRegularExpression( self::ENDINGS[ $template->language ], $text, "{$template->id} {$template->language}" );
				$this->assertDoesNotMatchRegularExpression( self::GUESSES[ $template->language ], $text, "{$template->id} {$template->language}" );
			}
		}
	}

	public function test_braces_in_a_value_are_words_not_fields(): void {
		$template = self::templates()->get( 'warning_hostile_messages', 'en' );
		$this->assertNotNull( $template );
		$message = ( new Merger() )->merged( $template, new Variant(), new Facts( [ 'quote' => 'your {agent_name} is useless' ] + self::values( 'en' ) ) );

		$this->assertStringContainsString( '“your {agent_name} is useless”', $message->text() );
	}

	public function test_a_field_that_there_is_not_is_refused(): void {
		$this->expectException( UnknownField::class );
		Field::in( 'Hi {frist_name},' );
	}

	public function test_an_edited_text_is_measured_by_what_it_says(): void {
		$facts = self::facts( 'en' );
		$meter = Completeness::shipped()->meter( "Hi Anna,\nit went wrong. I do apologize. Ida Moss,\n Support lead", 'en', [ Part::Greeting, Part::Apology, Part::Signature, Part::Date, Part::Refund ], $facts );

		$this->assertSame( [ Part::Greeting, Part::Apology, Part::Signature ], $meter->there );
		$this->assertSame( [ Part::Date, Part::Refund ], $meter->missing );
	}

	public function test_a_fact_that_is_not_known_is_a_missing_part(): void {
		$this->assertSame( [ Part::Docs ], Completeness::shipped()->meter( 'See the docs.', 'en', [ Part::Docs ], new Facts( [] ) )->missing );
	}

	public function test_a_broken_file_says_where(): void {
		$this->expectException( UnexpectedValueException::class );
		$this->expectExceptionMessage( 'x.json/a is no text' );
		DataFile::of( [ 'a' => 1 ], 'x.json' )->at( 'a' )->string();
	}

	private static function templates(): Templates {
		return self::$templates ??= Templates::shipped();
	}

	private static function facts( string $language ): Facts {
		return new Facts( self::values( $language ) );
	}

	/** @return array<string, string> */
	private static function values( string $language ): array {
		return Samples::values( $language );
	}
}
