<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Playbook;

use Amicable\Playbook\Completeness;
use Amicable\Playbook\CopyJudge;
use Amicable\Playbook\Flaw;
use Amicable\Playbook\Litmus\Litmus;
use Amicable\Playbook\Paragraph;
use Amicable\Playbook\Template;
use Amicable\Playbook\Templates;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** A shop's own words are held to what the shipped ones are held to. */
final class CopyJudgeTest extends TestCase {

	private static ?CopyJudge $judge = null;

	/** Each of them is looked at in every variant by TemplatesTest; here those in which most is asked for. */
	public function test_a_shipped_text_may_be_kept_as_an_own_copy(): void {
		foreach ( [ 'warning_docs_questions', 'explanation_threat_with_demand', 'refund_agreed', 'review_answer', 'terms_ending' ] as $id ) {
			foreach ( [ 'en', 'ko', 'tr' ] as $language ) {
				$template = Templates::shipped()->get( $id, $language );
				self::assertNotNull( $template );
				self::assertSame( [], self::flaws( $template ), "$id $language" );
			}
		}
	}

	/** @return iterable<string, array{string, array<int, string>, list<string>}> */
	public static function bad(): iterable {
		yield 'a field that there is not' => [ 'Hi {frist_name}', [ 2 => 'Thanks {whoever}' ], [ ' frist_name', '2 whoever' ] ];
		yield 'a part left out' => [ 'Hi', [ 3 => '' ], [ '3 docs' ] ];
		yield 'a threat of ours' => [ 'Hi', [ 4 => 'The last step is yours: please try it once on your site. If you complain again, we will sue you.' ], [ '4 own_threat' ] ];
		yield 'a place that nobody fills' => [ 'Hi [NAME]', [], [ ' placeholder' ] ];
		yield 'another language' => [ 'Hi', [ 1 => '{greeting} 문의해 주셔서 감사합니다. 아래 문서를 봐 주세요.', 2 => '감사합니다. 문서를 확인해 주세요. {answer} {product}', 3 => '안내 문서는 여기 있습니다: {docs_link}', 4 => '마지막 단계는 직접 해 보셔야 합니다.', 5 => '{agent_name}, {agent_title}, {shop}' ], [ '1 wrong_language' ] ];
	}

	/**
	 * @param array<int, string> $texts
	 * @param list<string>       $expected
	 */
	#[DataProvider( 'bad' )]
	public function test_it_names_the_paragraph( string $subject, array $texts, array $expected ): void {
		$template = Templates::shipped()->get( 'nudge', 'en' );
		self::assertNotNull( $template );
		$own = [];
		foreach ( array_map( static fn ( Paragraph $paragraph ): string => $paragraph->text, $template->paragraphs ) as $index => $text ) {
			$own[ $index + 1 ] = $texts[ $index + 1 ] ?? $text;
		}

		self::assertSame( [], array_diff( $expected, self::flaws( $template->reworded( 2, $subject, $own ) ) ) );
	}

	/** @return list<string> */
	private static function flaws( Template $template ): array {
		self::$judge ??= new CopyJudge( Litmus::shipped(), Completeness::shipped() );

		return array_map( static fn ( Flaw $flaw ): string => "$flaw->number " . ( $flaw->part?->value ?? $flaw->code?->value ?? $flaw->words ), self::$judge->judge( $template ) );
	}
}
