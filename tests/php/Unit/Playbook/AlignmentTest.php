<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Playbook;

use Amicable\Playbook\Aligned;
use Amicable\Playbook\Alignment;
use Amicable\Playbook\Facts;
use Amicable\Playbook\Field;
use Amicable\Playbook\Filling;
use Amicable\Playbook\Samples;
use Amicable\Playbook\Template;
use Amicable\Playbook\Templates;
use Amicable\Playbook\Variant;
use PHPUnit\Framework\TestCase;

/** What became of a template's paragraphs under somebody's hands. */
final class AlignmentTest extends TestCase {

	public function test_a_text_that_nobody_touched_is_unchanged_in_every_language_and_variant(): void {
		foreach ( Templates::shipped()->all() as $template ) {
			foreach ( [ new Variant(), new Variant( service: true, gpl: false, contest: false ) ] as $variant ) {
				foreach ( [ Samples::in( $template->language ), new Facts( [ 'greeting' => 'Hi Anna,' ] ) ] as $facts ) {
					$filling = new Filling( $template, $variant, $facts );
					$aligned = ( new Alignment() )->of( $filling, $filling->text() );
					self::assertSame( array_keys( $filling->paragraphs() ), array_map( static fn ( Aligned $one ): ?int => $one->number, $aligned ) );
					self::assertTrue( ( new Alignment() )->is_unchanged( $filling, $filling->text() ), "$template->id $template->language" );
				}
			}
		}
	}

	public function test_what_is_missing_stays_open_and_is_named(): void {
		$filling = new Filling( self::template(), new Variant(), new Facts( [ 'greeting' => 'Hi Anna,' ] ) );

		self::assertStringContainsString( '{docs_link}', $filling->text() );
		self::assertSame( [ 'product', 'answer', 'docs_link', 'agent_name', 'agent_title', 'shop' ], array_map( static fn ( Field $field ): string => $field->value, $filling->missing() ) );
	}

	public function test_what_a_person_filled_in_is_found_where_it_stands(): void {
		$facts   = new Facts( array_diff_key( Samples::values( 'en' ), [ 'answer' => 1, 'docs_link' => 1 ] ) );
		$filling = new Filling( self::template(), new Variant(), $facts );
		$text    = str_replace( [ '{answer}', '{docs_link}' ], [ "Below the table.\nSince 4.2.", 'https://a.example/x' ], $filling->text() );
		$found   = ( new Alignment() )->facts( $filling, $text, $facts );

		self::assertSame( [ "Below the table.\nSince 4.2.", 'https://a.example/x', 'FieldKit' ], [ $found->of( Field::Answer ), $found->of( Field::DocsLink ), $found->of( Field::Product ) ] );
		self::assertFalse( ( new Alignment() )->is_unchanged( $filling, $text ) );
		self::assertNull( ( new Alignment() )->facts( $filling, $filling->text(), $facts )->of( Field::Answer ), 'A field that stands open is not known.' );
	}

	public function test_a_paragraph_written_anew_is_changed_and_answers_its_field(): void {
		$facts   = new Facts( array_diff_key( Samples::values( 'en' ), [ 'answer' => 1 ] ) );
		$filling = new Filling( self::template(), new Variant(), $facts );
		$written = [ ...array_values( $filling->paragraphs() ) ];
		$written[1] = 'It sits below the table now.';
		$aligned = ( new Alignment() )->of( $filling, implode( "\n\n", $written ) );

		self::assertSame( [ false, true, false, false, false ], array_map( static fn ( Aligned $one ): bool => $one->changed, $aligned ) );
		self::assertSame( 'It sits below the table now.', ( new Alignment() )->facts( $filling, implode( "\n\n", $written ), $facts )->of( Field::Answer ) );
	}

	public function test_filling_in_is_not_rewriting(): void {
		$template = self::template()->reworded( 2, 'x', [ 1 => 'Hello,', 2 => '{answer}', 3 => 'Bye, {agent_name}' ] );
		$filling  = new Filling( $template, new Variant(), new Facts( [] ) );

		self::assertFalse( ( new Alignment() )->is_rewritten( $filling, "Hello,\n\nIt is below the table.\n\nBye, Ida" ) );
		self::assertTrue( ( new Alignment() )->is_rewritten( $filling, "Hello,\n\nIt is below the table.\n\nSo what, Ida" ) );
		self::assertTrue( ( new Alignment() )->is_rewritten( $filling, "Hello,\n\nIt is below the table.\n\nBye, Ida\n\nAnd more." ) );
		self::assertTrue( ( new Alignment() )->is_rewritten( $filling, 'Hello,' ) );
	}

	public function test_what_was_taken_out_and_what_was_added_is_told_apart(): void {
		$filling = new Filling( self::template(), new Variant(), Samples::in( 'en' ) );
		$written = array_values( $filling->paragraphs() );
		unset( $written[2] );
		$written[] = 'PS: Say hello.';
		$aligned   = ( new Alignment() )->of( $filling, implode( "\n \n", $written ) );

		self::assertSame( [ [ 1, false ], [ 2, false ], [ 3, true ], [ 4, false ], [ 5, false ], [ null, true ] ], array_map( static fn ( Aligned $one ): array => [ $one->number, $one->changed ], $aligned ) );
		self::assertSame( [ null, 'PS: Say hello.' ], [ $aligned[2]->written, $aligned[5]->written ] );
	}

	public function test_an_empty_text_has_lost_every_paragraph(): void {
		$aligned = ( new Alignment() )->of( new Filling( self::template(), new Variant(), Samples::in( 'en' ) ), '' );

		self::assertSame( [ true, true, true, true, true ], array_map( static fn ( Aligned $one ): bool => $one->changed && $one->written === null, $aligned ) );
	}

	private static function template(): Template {
		$template = Templates::shipped()->get( 'nudge', 'en' );
		self::assertNotNull( $template );

		return $template;
	}
}
