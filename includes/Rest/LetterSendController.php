<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Stage;
use Amicable\Letters\Judge;
use Amicable\Letters\Letter;
use Amicable\Letters\LetterDesk;
use Amicable\Letters\LetterRules;
use Amicable\Letters\Post;
use Amicable\Letters\PublicView;
use Amicable\Letters\Sender;
use Amicable\Letters\TemplateShelf;
use Amicable\Letters\Verdict;
use Amicable\Letters\Via;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Litmus\Remark;
use Amicable\Playbook\Part;
use Amicable\Playbook\Variant;
use Amicable\Runs\CaseDesk;
use WP_REST_Request;

/** A letter before everybody's eyes, and on its way: looked at, sent once, and settled where nobody knows. */
final class LetterSendController implements Controller {

	private const ALL = '/cases/(?P<id>\d+)/messages';
	private const ONE = self::ALL . '/(?P<message>\d+)';

	/** The question that nobody may leave out. */
	private const NEEDED = 'everybody';

	public function __construct(
		private readonly CaseDesk $cases,
		private readonly LetterDesk $desk,
		private readonly TemplateShelf $shelf,
		private readonly LetterRules $rules,
		private readonly Judge $judge,
		private readonly PublicView $view,
		private readonly Sender $sender,
		private readonly LetterShape $shape,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'POST', self::ALL . '/lint', Capability::CASES, $this->lint( ... ), body: 'letters.lint_request', answer: 'letters.lint' ),
			new Route( 'GET', self::ONE . '/public-view', Capability::CASES, $this->look( ... ), answer: 'letters.public_view' ),
			new Route( 'POST', self::ONE . '/send', Capability::SEND, $this->send( ... ), body: 'letters.send', answer: 'letters.letter', reread: fn ( int $id, WP_REST_Request $request ): Reply => $this->again( $id, $request ) ),
			new Route( 'POST', self::ONE . '/settle', Capability::SEND, $this->settle( ... ), body: 'letters.settle', answer: 'letters.letter' ),
		];
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
		self::check_way( $letter, $via );
		$answers = self::answers( (array) $request['answers'] );
		$this->rules->check_sending( $case, $letter, $template );
		$verdict = $this->judge->look( $case->customer_id, $letter->subject, (string) $letter->body, $letter->language, $letter->channel, $template, $letter->variant, $letter->facts );
		self::check_words( $letter, $verdict );
		$this->sender->send( $case, $letter, $via, get_current_user_id(), $answers, $verdict->unchanged );

		return new Reply( $this->shape->letter( $this->desk->find( $case, $letter->id ) ), 200, [], $letter->id );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function again( int $id, WP_REST_Request $request ): Reply {
		return new Reply( $this->shape->letter( $this->desk->find( $this->case_of( $request ), $id ) ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function settle( WP_REST_Request $request ): Reply {
		$case   = $this->case_of( $request );
		$letter = $this->letter_of( $request );
		if ( $letter->version !== (int) $request['version'] ) {
			throw LetterDesk::stale();
		}
		$this->sender->settle( $case, $letter, $request['outcome'] === 'sent', get_current_user_id() );

		return new Reply( $this->shape->letter( $this->desk->find( $case, $letter->id ) ) );
	}

	private static function check_way( Letter $letter, Via $via ): void {
		$errors = [];
		if ( $via === Via::Mail && $letter->channel !== Channel::Letter ) {
			$errors['via'] = __( 'This is not a letter. Copy it to where everybody reads it.', 'amicable' );
		} elseif ( $via === Via::Mail && $letter->to === '' ) {
			$errors['to'] = __( 'No address is known. Enter one, or send it elsewhere.', 'amicable' );
		}
		if ( $via === Via::Mail && trim( $letter->subject ) === '' ) {
			$errors['subject'] = __( 'A mail needs a subject.', 'amicable' );
		}
		if ( trim( (string) $letter->body ) === '' ) {
			$errors['body'] = __( 'There is nothing to send.', 'amicable' );
		}
		self::refuse( $errors );
	}

	/**
	 * @param array<array-key, array{question: string, yes: bool}> $given
	 * @return list<string>
	 */
	private static function answers( array $given ): array {
		$no  = array_filter( $given, static fn ( array $answer ): bool => ! $answer['yes'] );
		$yes = array_values( array_unique( array_column( array_filter( $given, static fn ( array $answer ): bool => $answer['yes'] ), 'question' ) ) );
		if ( $no !== [] || ! in_array( self::NEEDED, $yes, true ) ) {
			self::refuse( [ 'answers' => __( 'Nothing goes out before somebody is fine with everybody reading it.', 'amicable' ) ] );
		}

		return $yes;
	}

	private static function check_words( Letter $letter, Verdict $verdict ): void {
		$errors = array_map( static fn ( Remark $remark ): string => RemarkWords::of( $remark ), $verdict->blocking() );
		$parts  = $letter->stage === Stage::Warned ? $verdict->missing_of_a_warning() : [];
		if ( $parts !== [] ) {
			/* translators: %s: what a letter has to say, each a short sentence. */
			$errors['body'] ??= sprintf( __( 'A warning without this is none: %s', 'amicable' ), implode( ' ', array_map( static fn ( Part $part ): string => PartWords::of( $part ), $parts ) ) );
		}
		self::refuse( $errors );
	}

	/** @param array<string, string> $errors */
	private static function refuse( array $errors ): void {
		if ( $errors !== [] ) {
			throw new AmicableException( 'amicable_letter_not_ready', (string) reset( $errors ), 422, $errors );
		}
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
