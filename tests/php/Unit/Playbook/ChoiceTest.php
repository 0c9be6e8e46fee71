<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Playbook;

use Amicable\Playbook\LanguageChoice;
use Amicable\Playbook\Salutation;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ChoiceTest extends TestCase {

	/** @return iterable<string, array{list<string>, string, string}> */
	public static function languages(): iterable {
		yield 'the last message speaks first' => [ [ 'ko' ], 'tr_TR', 'ko' ];
		yield 'an unread message leaves it to the order' => [ [], 'tr_TR', 'tr' ];
		yield 'neither known: English' => [ [], '', 'en' ];
		yield 'an order in a language without templates' => [ [], 'de_DE', 'en' ];
		yield 'a message in a language without templates' => [ [ 'de' ], 'ko_KR', 'ko' ];
		yield 'too short to tell: the order decides' => [ [ 'en', 'tr' ], 'tr_TR', 'tr' ];
		yield 'too short to tell and no order' => [ [ 'tr', 'en' ], '', 'en' ];
		yield 'two languages, neither English nor the order\'s' => [ [ 'ko', 'tr' ], 'de_DE', 'ko' ];
		yield 'a locale without a country' => [ [], 'KO', 'ko' ];
	}

	/** @param list<string> $last_message */
	#[DataProvider( 'languages' )]
	public function test_the_language_proposed( array $last_message, string $locale, string $proposed ): void {
		$this->assertSame( $proposed, ( new LanguageChoice( [ 'en', 'ko', 'tr' ] ) )->proposed( $last_message, $locale ) );
	}

	/** @return iterable<string, array{string, string, string, string}> */
	public static function names(): iterable {
		yield 'English' => [ 'Anna', 'Anna Berg', 'en', 'Hi Anna,' ];
		yield 'Korean' => [ '하늘', '김하늘', 'ko', '김하늘님, 안녕하세요.' ];
		yield 'Turkish' => [ 'Deniz', 'Deniz Ak', 'tr', 'Merhaba Deniz,' ];
		yield 'English without a name' => [ ' ', '', 'en', 'Hi there,' ];
		yield 'Korean without a name' => [ '', '', 'ko', '안녕하세요, 고객님.' ];
		yield 'Turkish without a name' => [ '', 'Deniz Ak', 'tr', 'Merhaba,' ];
		yield 'another language is greeted in English' => [ 'Jo', 'Jo Li', 'de', 'Hi Jo,' ];
	}

	#[DataProvider( 'names' )]
	public function test_a_customer_is_greeted_by_name_or_without_one( string $first, string $full, string $language, string $greeting ): void {
		$this->assertSame( $greeting, ( new Salutation() )->to( $first, $full, $language ) );
	}

	public function test_the_owners_greeting_counts_but_never_with_a_hole_in_it(): void {
		$own = new Salutation( [ 'en' => 'Dear {full_name}:', 'tr' => ' ' ] );

		$this->assertSame( 'Dear Anna {first_name}:', $own->to( 'A', 'Anna {first_name}', 'en' ) );
		$this->assertSame( 'Hi there,', $own->to( 'Anna', '', 'en' ) );
		$this->assertSame( 'Merhaba Deniz,', $own->to( 'Deniz', 'Deniz Ak', 'tr' ) );
	}
}
