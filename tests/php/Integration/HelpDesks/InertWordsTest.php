<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\HelpDesks;

use Amicable\Tests\Support\Desk;

/** Markup and scripts that come in with a file, on their whole way to the screens that show them. */
final class InertWordsTest extends FileTestCase {

	/** The same words stand before React in `src/screens/case/conversation.test.tsx`. */
	private const WORDS = 'It <b>broke</b> <script>steal()</script><img src=x onerror=steal()> today';

	private const FIELDS = [ 'external_id', 'email', 'subject', 'message_at', 'message_kind', 'message_text', 'message_id', 'url' ];

	public function test_a_file_brings_words_and_never_markup_or_a_link_that_runs(): void {
		$customer = ( new Desk() )->sale( 'a@example.com', 4900, 400 );
		$id       = $this->send( sprintf( "id,email,subject,at,kind,body,message,url\nC1,a@example.com,\"Help <script>steal()</script>\",%s,user,\"%s\",m1,javascript:steal()\n", gmdate( 'Y-m-d H:i', time() - 86_400 ), self::WORDS ), 'intercom.csv' );
		$this->check( $id, [ 'shape' => 'messages', 'columns' => array_map( static fn ( string $field, int $column ): array => [ 'field' => $field, 'column' => $column ], self::FIELDS, array_keys( self::FIELDS ) ) ] );
		$this->import( $id );
		$case  = $this->json( $this->rest( 'POST', '/cases', [ 'customer_id' => $customer ] ) );
		$draft = $this->json( $this->rest( 'POST', "/cases/{$case['id']}/messages", [ 'language' => 'en' ] ) );

		$posts  = $this->json( $this->rest( 'GET', "/cases/{$case['id']}/conversation" ) )['posts'];
		$public = $this->json( $this->rest( 'GET', "/cases/{$case['id']}/messages/{$draft['id']}/public-view" ) )['posts'];
		$line   = $this->json( $this->rest( 'GET', "/customers/$customer/timeline" ) );
		$ticket = array_values( array_filter( $line, static fn ( array $entry ): bool => $entry['kind'] === 'ticket' ) )[0];

		self::assertSame( [ self::WORDS ], array_column( $posts, 'text' ), 'Letter by letter: what prints it prints text.' );
		self::assertSame( self::WORDS, $public[0]['text'] );
		self::assertSame( [ 'Help <script>steal()</script>', null ], [ $ticket['title'], $ticket['url'] ] );
		self::assertStringNotContainsString( 'javascript:', (string) wp_json_encode( [ $posts, $public, $line ] ) );
	}
}
