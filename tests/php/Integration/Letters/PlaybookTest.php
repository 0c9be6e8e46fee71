<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Letters;

use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\AssertsShapes;
use WP_REST_Response;

/** A shop's own words, and the file that takes them along. */
final class PlaybookTest extends RunsTestCase {

	use AssertsShapes;

	private const WISH = '/playbook/templates/closing_wish/en';

	public function test_an_own_copy_is_judged_versioned_used_and_put_back(): void {
		$wish = $this->wish();
		self::assert_shape( 'playbook.template', $wish );
		self::assertSame( [ false, 1, 1, null ], [ $wish['own'], $wish['version'], $wish['shipped_version'], $wish['based_on'] ] );
		$texts = self::texts( $wish );

		$this->refused( 400, 'paragraphs.2', $this->put( 1, [ ...$texts, [ 'key' => '2', 'text' => 'Goodbye, {frist_name}.' ] ] ) );
		$this->refused( 400, 'paragraphs.1', $this->put( 1, [ ...$texts, [ 'key' => '1', 'text' => 'Dear customer,' ] ] ) );
		$this->refused( 400, 'paragraphs.0', $this->put( 1, [ ...$texts, [ 'key' => 'x', 'text' => 'More' ] ] ) );
		$own = $this->json( $this->put( 1, [ ...$texts, [ 'key' => (string) count( $texts ), 'text' => $texts[ count( $texts ) - 1 ]['text'] . "\nWith a bow." ] ] ) );
		self::assertSame( [ true, 2, 'So long' ], [ $own['own'], $own['version'], $own['subject'] ] );
		$this->refused( 409, null, $this->put( 1, $texts ) );

		$preview = $this->ask( 'POST', '/playbook/preview', [ 'slug' => 'closing_wish', 'language' => 'en', 'customer_id' => $this->customer_of( $this->order() ) ] );
		self::assert_shape( 'playbook.preview', $preview );
		self::assertStringContainsString( 'With a bow.', $preview['body'] );
		self::assertStringContainsString( 'Harborline Forms', $this->ask( 'POST', '/playbook/preview', [ 'slug' => 'nudge', 'language' => 'en', 'customer_id' => $this->customer_of( $this->order() ) ] )['body'] );
		$this->refused( 400, 'paragraphs', $this->send( 'POST', '/playbook/preview', [ 'slug' => 'nudge', 'language' => 'en', 'paragraphs' => [ [ 'key' => '1', 'text' => '{nobody}' ] ] ] ) );

		$back = $this->ask( 'DELETE', self::WISH, [ 'version' => 2 ] );
		self::assertSame( [ false, 3, $wish['subject'] ], [ $back['own'], $back['version'], $back['subject'] ] );
	}

	public function test_what_a_shop_says_once_stands_in_every_letter(): void {
		$fields = array_column( $this->ask( 'GET', '/playbook/fields' ), null, 'field' );
		self::assert_shape( 'playbook.field', $fields['agent_title'] );
		self::assertSame( '5일에서 10일', $fields['refund_days']['usual']['ko'] );
		self::assertSame( '', $fields['refund_days']['values']['ko'] );
		self::assertStringContainsString( '5일에서 10일', $this->ask( 'POST', '/playbook/preview', [ 'slug' => 'refund_out_of_window', 'language' => 'ko', 'customer_id' => $this->customer_of( $this->order() ) ] )['body'], 'What is usual goes out where the shop says nothing.' );
		$saved = $this->ask( 'PUT', '/playbook/fields/agent_title', [ 'version' => 1, 'values' => [ 'any' => 'Harbor crew', 'ko' => '항구팀' ] ] );
		self::assertSame( [ 'any' => 'Harbor crew', 'en' => '', 'ko' => '항구팀', 'tr' => '' ], $saved['values'] );
		$this->refused( 409, null, $this->send( 'PUT', '/playbook/fields/agent_title', [ 'version' => 1, 'values' => [ 'any' => 'x' ] ] ) );
		$customer = $this->customer_of( $this->order() );

		foreach ( [ 'tr' => 'Harbor crew', 'ko' => '항구팀' ] as $language => $title ) {
			self::assertStringContainsString( $title, $this->ask( 'POST', '/playbook/preview', [ 'slug' => 'closing_wish', 'language' => $language, 'customer_id' => $customer ] )['body'] );
		}
	}

	public function test_other_makers_are_named_by_product_stand_in_its_letters_and_travel_with_the_file(): void {
		$put    = fn ( array $body ): WP_REST_Response => $this->send( 'PUT', '/playbook/alternatives', $body );
		$forms  = [ 'product' => 'Harborline Forms', 'version' => 0, 'others' => [ [ 'name' => 'Other Forms', 'link' => 'https://other-forms.example/' ], [ 'name' => 'Plain Forms', 'link' => null ] ] ];
		$letter = fn (): string => $this->ask( 'POST', '/playbook/preview', [ 'slug' => 'explanation_docs_questions', 'language' => 'en', 'customer_id' => $this->customer_of( $this->order() ) ] )['body'];
		self::assertStringContainsString( '{alternatives}', $letter(), 'It asks for them, and does not go out so.' );

		$this->refused( 400, 'others.0.name', $put( [ 'others' => [ [ 'name' => 'Better, cheaper', 'link' => null ] ] ] + $forms ) );
		$this->refused( 400, 'product', $put( [ 'product' => 'Nobody sells this' ] + $forms ) );
		$saved = $this->json( $put( $forms ) );
		self::assert_shape( 'playbook.alternatives', $saved );
		$this->refused( 409, null, $put( $forms ) );
		self::assertStringContainsString( 'Other Forms (https://other-forms.example/), Plain Forms', $letter() );
		$this->ask( 'PUT', '/playbook/fields/alternatives', [ 'version' => 1, 'values' => [ 'any' => 'Everybody else' ] ] );
		self::assertStringNotContainsString( 'Everybody else', $letter(), 'What is said of the product stands before what is said of all.' );

		$file = $this->ask( 'GET', '/playbook/file' );
		self::assert_shape( 'playbook.file', $file );
		self::assertSame( [ [ 'product' => 'Harborline Forms', 'others' => $forms['others'] ] ], $file['alternatives'] );
		$this->json( $put( [ 'version' => 1, 'others' => [] ] + $forms ) );
		self::assertStringContainsString( 'Everybody else', $letter() );
		$this->refused( 400, 'file.alternatives.0.others.0.name', $this->send( 'POST', '/playbook/file', [ 'file' => [ 'alternatives' => [ [ 'product' => 'X', 'others' => [ [ 'name' => '{facts}', 'link' => null ] ] ] ] ] + $file, 'dry_run' => true ] ) );
		self::assertSame( [ 'field' ], array_column( $this->ask( 'POST', '/playbook/file', [ 'file' => $file, 'dry_run' => false ] )['changes'], 'kind' ) );
		self::assertStringContainsString( 'Plain Forms', $letter() );
	}

	public function test_a_file_says_first_what_it_would_change_and_then_changes_just_that(): void {
		$this->put( 1, self::texts( $this->wish() ) );
		$this->ask( 'PUT', '/playbook/fields/phone', [ 'version' => 1, 'values' => [ 'any' => '+1 555 010 1' ] ] );
		$file = $this->ask( 'GET', '/playbook/file' );
		self::assert_shape( 'playbook.file', $file );
		self::assertSame( [], $this->ask( 'POST', '/playbook/file', [ 'file' => $file, 'dry_run' => true ] )['changes'], 'Brought home, it changes nothing.' );

		$file['templates'][0]['subject']      = 'Fare well';
		$file['fields'][0]['value']           = '+1 555 010 2';
		$file['silent_rules']                 = [ 'en.praise.thanks' ];
		$file['settings']['refund_window_days'] = 61;
		$this->refused( 400, 'file.silent_rules.0', $this->send( 'POST', '/playbook/file', [ 'file' => [ 'silent_rules' => [ 'en.legal.sue' ] ] + $file, 'dry_run' => false ] ) );
		$file['silent_rules'] = [];
		$dry                  = $this->ask( 'POST', '/playbook/file', [ 'file' => $file, 'dry_run' => true ] );
		self::assert_shape( 'playbook.changes', $dry );
		self::assertSame( [ 'template', 'field', 'setting' ], array_column( $dry['changes'], 'kind' ) );
		self::assertSame( 'So long', $this->wish()['subject'] );

		self::assertFalse( $this->ask( 'POST', '/playbook/file', [ 'file' => $file, 'dry_run' => false ] )['dry_run'] );
		self::assertSame( [ 'Fare well', 61 ], [ $this->wish()['subject'], $this->ask( 'GET', '/settings' )['refund_window_days'] ] );
		self::assertSame( $file, $this->ask( 'GET', '/playbook/file' ) );
		foreach ( [ 'templates' => [ [ 'slug' => 'no_such' ] + $file['templates'][0] ], 'fields' => [ [ 'field' => 'quote' ] + $file['fields'][0] ] ] as $part => $wrong ) {
			$this->refused( 400, "file.$part.0." . ( $part === 'fields' ? 'field' : 'slug' ), $this->send( 'POST', '/playbook/file', [ 'file' => [ $part => $wrong ] + $file, 'dry_run' => false ] ) );
		}
	}

	/** @return array<string, mixed> */
	private function wish(): array {
		return array_column( $this->ask( 'GET', '/playbook/templates', [ 'language' => 'en' ] ), null, 'slug' )['closing_wish'];
	}

	/**
	 * @param array<string, mixed> $template
	 * @return list<array{key: string, text: string}>
	 */
	private static function texts( array $template ): array {
		return array_map( static fn ( array $paragraph ): array => [ 'key' => $paragraph['key'], 'text' => $paragraph['text'] ], $template['paragraphs'] );
	}

	/** @param array<array-key, array{key: string, text: string}> $paragraphs The last of a key counts. */
	private function put( int $version, array $paragraphs ): WP_REST_Response {
		return $this->send( 'PUT', self::WISH, [ 'version' => $version, 'subject' => 'So long', 'paragraphs' => array_values( $paragraphs ) ] );
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<string, mixed>
	 */
	private function ask( string $method, string $path, array $body = [] ): array {
		$answer = $this->send( $method, $path, $body );
		$data   = $this->json( $answer );
		self::assertLessThan( 300, $answer->get_status(), "$method $path: " . (string) json_encode( $data ) );

		/** @var array<string, mixed> */
		return $data;
	}

	/** @param array<string, mixed> $body */
	private function send( string $method, string $path, array $body = [] ): WP_REST_Response {
		return $this->rest( $method, $path, $body, [ 'X-Amicable-Mode' => 'practice' ] );
	}

	private function refused( int $status, ?string $field, WP_REST_Response $answer ): void {
		$data = $this->json( $answer );
		self::assertSame( $status, $answer->get_status(), (string) json_encode( $data ) );
		if ( $field !== null ) {
			self::assertArrayHasKey( $field, $data['data']['params'], (string) json_encode( $data ) );
		}
	}
}
