<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Away\ForwardingNotes;
use Amicable\Away\LockDesk;
use Amicable\Away\Passage;
use Amicable\Away\PassageTexts;
use Amicable\Capability;
use Amicable\Storage\Customers;
use Amicable\Storage\Locks;
use WP_REST_Request;

/** The lock on replies to one customer: looked at, passed for what must be answered, lifted. */
final class LockController implements Controller {

	public function __construct(
		private readonly CustomerFinder $finder,
		private readonly Customers $customers,
		private readonly LockDesk $desk,
		private readonly LockShape $shape,
		private readonly PassageTexts $texts,
		private readonly Locks $locks,
		private readonly ForwardingNotes $notes,
	) {
	}

	public function routes(): array {
		$language = [
			'type' => 'string',
			'enum' => PassageTexts::LANGUAGES,
		];

		return [
			new Route( 'GET', '/customers/(?P<id>\d+)/lock', Capability::VIEW, fn ( WP_REST_Request $request ): Reply => $this->reply( $this->finder->current( $request ), (string) $request['language'] ), answer: 'locks.lock', query: [ 'language' => $language ] ),
			new Route( 'POST', '/customers/(?P<id>\d+)/lock/answers', Capability::CASES, $this->answer( ... ), body: 'locks.answer', answer: 'locks.lock' ),
			new Route( 'POST', '/customers/(?P<id>\d+)/lock/lift', Capability::SEND, $this->lift( ... ), body: 'locks.lift', answer: 'locks.lock' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function answer( WP_REST_Request $request ): Reply {
		$customer = $this->finder->current( $request );
		$this->desk->answered( $customer, Passage::from( (string) $request['kind'] ), get_current_user_id() );

		return $this->reply( $customer, '' );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function lift( WP_REST_Request $request ): Reply {
		$customer = $this->finder->current( $request );
		$this->desk->lift( $customer, (int) $request['version'], trim( (string) $request['reason'] ), get_current_user_id() );

		return $this->reply( $customer, '' );
	}

	private function reply( int $customer_id, string $language ): Reply {
		$lock     = $this->shape->of( $customer_id );
		$row      = $this->customers->row( $customer_id ) ?? [];
		$language = $language === '' ? PassageTexts::language( (string) ( $row['locale'] ?? '' ) ) : $language;
		$text     = fn ( Passage $passage ): array => $this->text( $passage, $language, (string) ( $row['name'] ?? '' ) );

		return new Reply(
			[
				'customer_id' => $customer_id,
				'lock'        => $lock,
				'language'    => $language,
				'arrived'     => $this->arrived( $customer_id, $row ),
				'passages'    => $lock === null ? [] : array_map( $text, Passage::cases() ),
			]
		);
	}

	/**
	 * @param array<string, string|null> $customer
	 * @return list<array<string, mixed>> For counsel; for those who work on cases, since it has the customer's words.
	 */
	private function arrived( int $customer_id, array $customer ): array {
		$lock = current_user_can( Capability::CASES ) ? $this->locks->of( $customer_id ) : null;

		return $lock === null ? [] : $this->notes->of( $lock, $customer, wp_get_current_user()->display_name );
	}

	/** @return array{kind: string, label: string, subject: string, text: string} */
	private function text( Passage $passage, string $language, string $name ): array {
		$message = $this->texts->of( $passage, $language, $name, wp_get_current_user()->display_name );

		return [
			'kind'    => $passage->value,
			'label'   => LockShape::passage( $passage ),
			'subject' => $message->subject,
			'text'    => $message->text(),
		];
	}
}
