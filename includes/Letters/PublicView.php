<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Storage\Customers;
use Amicable\Storage\Database;
use Amicable\Storage\LetterFacts;
use Amicable\Storage\Letters;

/** The whole conversation with the draft at its end, as a page that everybody could read: no name, no address, and the sentence of ours that would be picked out. */
final class PublicView {

	public function __construct(
		private readonly LetterFacts $facts,
		private readonly Letters $letters,
		private readonly Customers $customers,
		private readonly WorstSentence $worst,
	) {
	}

	/** @return array{posts: list<Post>, worst: array{post: int, start: int, end: int, text: string}|null, missing: int} */
	public function of( Letter $letter ): array {
		$messages = $this->facts->conversation( $letter->customer_id );
		$sent     = array_values( array_filter( $this->letters->sent_to( $letter->customer_id ), static fn ( Letter $one ): bool => $one->id !== $letter->id ) );
		$posts    = [];
		foreach ( $messages as $message ) {
			if ( $message['text'] !== null ) {
				$posts[] = new Post( $message['kind'] === 'customer' ? 'customer' : 'us', Database::moment( $message['at'] ), $message['text'] );
			}
		}
		foreach ( $sent as $one ) {
			if ( ! $one->is_erased() ) {
				$posts[] = new Post( 'us', $one->sent_at, (string) $one->body, $one->language );
			}
		}
		usort( $posts, static fn ( Post $one, Post $other ): int => $one->at <=> $other->at );
		$posts[] = new Post( 'draft', $letter->sent_at, (string) $letter->body, $letter->language );
		$masks   = new Masks( $this->names( $letter, array_column( $messages, 'author_id' ) ) );
		$posts   = array_map( static fn ( Post $post ): Post => new Post( $post->who, $post->at, $masks->over( $post->text ), $post->language ), $posts );

		return [
			'posts'   => $posts,
			'worst'   => $this->worst->of( $posts, $letter->language ),
			'missing' => count( array_filter( $messages, static fn ( array $message ): bool => $message['text'] === null ) ) + count( array_filter( $sent, static fn ( Letter $one ): bool => $one->is_erased() ) ),
		];
	}

	/**
	 * @param list<int|null> $authors
	 * @return list<string>
	 */
	private function names( Letter $letter, array $authors ): array {
		$names = [ (string) ( $this->customers->row( $letter->customer_id )['name'] ?? '' ) ];
		foreach ( array_unique( [ ...$authors, $letter->sender_id, get_current_user_id() ] ) as $user_id ) {
			$user    = $user_id === null ? false : get_userdata( $user_id );
			$names[] = $user === false ? '' : $user->display_name;
		}

		return array_values( array_unique( array_filter( $names, static fn ( string $name ): bool => trim( $name ) !== '' ) ) );
	}
}
