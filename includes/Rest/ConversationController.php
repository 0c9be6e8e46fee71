<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Runs\CaseDesk;
use Amicable\Storage\Database;
use Amicable\Storage\LetterFacts;
use Amicable\Storage\Letters;
use WP_REST_Request;

/** What the shop and the customer of a case wrote to each other, to be read beside the step at hand. */
final class ConversationController implements Controller {

	public function __construct(
		private readonly CaseDesk $cases,
		private readonly LetterFacts $facts,
		private readonly Letters $letters,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/cases/(?P<id>\d+)/conversation', Capability::CASES, $this->read( ... ), answer: 'letters.conversation' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function read( WP_REST_Request $request ): Reply {
		$customer = $this->cases->find( (int) $request->get_url_params()['id'] )->customer_id;
		$posts    = [ ...$this->messages( $customer ), ...$this->sent( $customer ) ];
		usort( $posts, static fn ( array $one, array $other ): int => $other['at'] <=> $one['at'] );

		return new Reply( [ 'posts' => $posts ] );
	}

	/** @return list<array{who: string, name: string|null, at: string|null, text: string|null, link: string|null, stars: int|null}> */
	private function messages( int $customer ): array {
		return array_map(
			static fn ( array $message ): array => [
				'who'  => $message['kind'] === 'customer' ? 'customer' : 'us',
				'name'  => $message['author_id'] === null ? null : Words::who( $message['author_id'] ),
				'at'   => Shape::time( Database::moment( $message['at'] ) ),
				'text'  => $message['text'],
				'link'  => $message['link'],
				'stars' => $message['stars'],
			],
			$this->facts->conversation( $customer )
		);
	}

	/** @return list<array{who: string, name: string|null, at: string|null, text: string|null, link: string|null, stars: int|null}> */
	private function sent( int $customer ): array {
		$posts = [];
		foreach ( $this->letters->sent_to( $customer ) as $letter ) {
			$posts[] = [
				'who'  => 'us',
				'name'  => $letter->sender_id === null ? null : Words::who( $letter->sender_id ),
				'at'   => Shape::time( $letter->sent_at ),
				'text'  => $letter->body,
				'link'  => null,
				'stars' => null,
			];
		}

		return $posts;
	}
}
