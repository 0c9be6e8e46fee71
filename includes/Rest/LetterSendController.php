<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Cases\CaseRecord;
use Amicable\Letters\DeskWays;
use Amicable\Letters\Judge;
use Amicable\Letters\Letter;
use Amicable\Letters\LetterDesk;
use Amicable\Letters\LetterRules;
use Amicable\Letters\Post;
use Amicable\Letters\PublicView;
use Amicable\Letters\Sender;
use Amicable\Letters\TemplateShelf;
use Amicable\Letters\Via;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Variant;
use Amicable\Runs\CaseDesk;
use WP_REST_Request;

/** A letter before everybody's eyes, and on its way: looked at, sent once, and settled where nobody knows. */
final class LetterSendController implements Controller {

	private const ALL = '/cases/(?P<id>\d+)/messages';
	private const ONE = self::ALL . '/(?P<message>\d+)';

	private const DESKS = '/cases/(?P<id>\d+)/desks';

	public function __construct(
		private readonly CaseDesk $cases,
		private readonly LetterDesk $desk,
		private readonly TemplateShelf $shelf,
		private readonly LetterRules $rules,
		private readonly Judge $judge,
		private readonly PublicView $view,
		private readonly Sender $sender,
		private readonly DeskWays $ways,
		private readonly LetterShape $shape,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', self::DESKS, Capability::SEND, $this->desks( ... ), answer: 'letters.ways' ),
			new Route( 'POST', self::ALL . '/lint', Capability::CASES, $this->lint( ... ), body: 'letters.lint_request', answer: 'letters.lint' ),
			new Route( 'GET', self::ONE . '/public-view', Capability::CASES, $this->look( ... ), answer: 'letters.public_view' ),
			new Route( 'POST', self::ONE . '/send', Capability::SEND, $this->send( ... ), body: 'letters.send', answer: 'letters.letter', reread: fn ( int $id, WP_REST_Request $request ): Reply => $this->again( $id, $request ) ),
			new Route( 'POST', self::ONE . '/settle', Capability::SEND, $this->settle( ... ), body: 'letters.settle', answer: 'letters.letter' ),
		];
	}

	/**
	 * Where it would go. Outside desks are asked, so this is read when somebody is about to send, not before.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function desks( WP_REST_Request $request ): Reply {
		$ways = [];
		foreach ( $this->ways->of( $this->case_of( $request )->customer_id ) as $way ) {
			$ways[] = [
				'desk'   => $way['desk']->id(),
				'name'   => $way['desk']->name(),
				'ticket' => $way['ticket'] === null ? null : [
					'id'      => $way['ticket']->id,
					'number'  => $way['ticket']->number,
					'subject' => $way['ticket']->subject,
					'to'      => $way['ticket']->email,
				],
				'why'    => $way['why'],
			];
		}

		return new Reply( [ 'ways' => $ways ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function lint( WP_REST_Request $request ): Reply {
		$case     = $this->case_of( $request );
		$letter   = $request['message'] === null ? null : $this->desk->find( $case, (int) $request['message'] );
		$language = (string) $request['language'];
		$slug     = $request['template'] === null ? $letter?->template : (string) $request['template'];
		$template = $slug === null ? null : $this->shelf->get( $slug, $language );
		$verdict  = $this->judge->look( $case->customer_id, (string) $request['subject'], (string) $request['body'], $language, Channel::from( (string) $request['channel'] ), $template, $letter->variant ?? new Variant(), $letter->facts ?? [] );

		return new Reply( $this->shape->verdict( $verdict ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function look( WP_REST_Request $request ): Reply {
		$view  = $this->view->of( $this->letter_of( $request ) );
		$worst = $view['worst'];
		$posts = [];
		foreach ( $view['posts'] as $index => $post ) {
			$posts[] = self::post( $post ) + [ 'worst' => $worst !== null && $worst['post'] === $index ? array_diff_key( $worst, [ 'post' => true ] ) : null ];
		}

		return new Reply(
			[
				'posts'   => $posts,
				'missing' => $view['missing'],
			]
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function send( WP_REST_Request $request ): Reply {
		$case   = $this->case_of( $request );
		$letter = $this->letter_of( $request );
		LetterDesk::check_version( $letter, (int) $request['version'] );
		$via      = Via::from( (string) $request['via'] );
		$template = $this->desk->template_of( $letter );
		LetterGate::check_way( $letter, $via );
		$answers = LetterGate::answers( (array) $request['answers'] );
		$this->rules->check_sending( $case, $letter, $template );
		$verdict = $this->judge->look( $case->customer_id, $letter->subject, (string) $letter->body, $letter->language, $letter->channel, $template, $letter->variant, $letter->facts );
		LetterGate::check_words( $letter, $verdict );
		$this->rules->check_words( $case, $letter, $verdict );
		$answered = $via === Via::Desk ? $this->ways->answer( $case->customer_id, (string) $request['desk'], (string) $request['ticket'] ) : null;
		$this->sender->send( $case, $letter, $via, get_current_user_id(), $answers, $verdict->unchanged, $answered );

		return new Reply( $this->shape->letter( $case, $this->desk->find( $case, $letter->id ) ), 200, [], $letter->id );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function again( int $id, WP_REST_Request $request ): Reply {
		$case = $this->case_of( $request );

		return new Reply( $this->shape->letter( $case, $this->desk->find( $case, $id ) ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function settle( WP_REST_Request $request ): Reply {
		$case   = $this->case_of( $request );
		$letter = $this->letter_of( $request );
		if ( $letter->version !== (int) $request['version'] ) {
			throw LetterDesk::stale();
		}
		$this->sender->settle( $case, $letter, $request['outcome'] === 'sent', get_current_user_id() );

		return new Reply( $this->shape->letter( $case, $this->desk->find( $case, $letter->id ) ) );
	}

	/** @return array{who: string, at: string|null, text: string} */
	private static function post( Post $post ): array {
		return [
			'who'  => $post->who,
			'at'   => Shape::time( $post->at ),
			'text' => $post->text,
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function case_of( WP_REST_Request $request ): CaseRecord {
		return $this->cases->find( (int) $request->get_url_params()['id'] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function letter_of( WP_REST_Request $request ): Letter {
		return $this->desk->find( $this->case_of( $request ), (int) $request->get_url_params()['message'] );
	}
}
