<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Cases\CaseRecord;
use Amicable\Letters\Letter;
use Amicable\Letters\LetterChoice;
use Amicable\Letters\LetterDesk;
use Amicable\Letters\TemplateShelf;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Variant;
use Amicable\Runs\CaseDesk;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Letters;
use WP_REST_Request;

/** The letters of a case while they are written: what to begin from, drafts, the same in another language. */
final class LettersController implements Controller {

	private const ALL = '/cases/(?P<id>\d+)/messages';
	private const ONE = self::ALL . '/(?P<message>\d+)';

	public function __construct(
		private readonly CaseDesk $cases,
		private readonly LetterDesk $desk,
		private readonly Letters $letters,
		private readonly LetterChoice $choice,
		private readonly LetterShape $shape,
		private readonly SettingsRepository $settings,
	) {
	}

	public function routes(): array {
		$language = [
			'type' => 'string',
			'enum' => TemplateShelf::LANGUAGES,
		];

		return [
			new Route( 'GET', self::ALL, Capability::CASES, $this->list( ... ), answer: 'letters.letter', query: Pagination::QUERY ),
			new Route( 'POST', self::ALL, Capability::CASES, $this->begin( ... ), body: 'letters.create', answer: 'letters.letter' ),
			new Route( 'GET', self::ALL . '/templates', Capability::CASES, $this->templates( ... ), answer: 'letters.choice', query: [
				'stage'    => CasesController::query()['stage'],
				'language' => $language,
			] ),
			new Route( 'GET', self::ONE, Capability::CASES, $this->one( ... ), answer: 'letters.letter' ),
			new Route( 'PUT', self::ONE, Capability::CASES, $this->save( ... ), body: 'letters.save', answer: 'letters.letter' ),
			new Route( 'DELETE', self::ONE, Capability::CASES, $this->remove( ... ), body: 'letters.remove', answer: 'letters.removed' ),
			new Route( 'GET', self::ONE . '/beside', Capability::CASES, $this->beside( ... ), answer: 'letters.beside', query: [ 'language' => $language + [ 'required' => true ] ] ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function list( WP_REST_Request $request ): Reply {
		$case     = $this->case_of( $request );
		$page     = (int) $request['page'];
		$per_page = (int) $request['per_page'];
		$letters  = $this->letters->page( $case->id, $per_page, ( $page - 1 ) * $per_page );

		return Pagination::numbered( $this->shape->letters( $case, $letters ), $this->letters->count( $case->id ), "/cases/$case->id/messages", [ 'per_page' => $per_page ], $page, $per_page );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function begin( WP_REST_Request $request ): Reply {
		$case     = $this->case_of( $request );
		$language = $request['language'] === null ? $this->choice->language( $case )[0] : (string) $request['language'];
		$slug     = $request['template'] === null ? null : (string) $request['template'];
		$letter   = $this->desk->begin( $case, $slug, $language, Channel::from( (string) ( $request['channel'] ?? 'letter' ) ), $this->variant( $case, $request['variant'] ), get_current_user_id() );

		return new Reply( $this->shape->letter( $case, $letter ), 201, [], $letter->id );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function templates( WP_REST_Request $request ): Reply {
		$case              = $this->case_of( $request );
		[ $proposed, $why ] = $this->choice->language( $case );
		$language          = $request['language'] === null ? $proposed : (string) $request['language'];

		return new Reply(
			[
				'proposed_language' => $proposed,
				'why_language'      => $why,
				'items'             => $this->choice->templates( $case, $request['stage'] === null ? null : (string) $request['stage'], $language ),
			]
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function one( WP_REST_Request $request ): Reply {
		return new Reply( $this->shape->letter( $this->case_of( $request ), $this->letter_of( $request ) ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function save( WP_REST_Request $request ): Reply {
		$case   = $this->case_of( $request );
		$letter = $this->letter_of( $request );
		$given  = (array) $request->get_json_params();
		$to     = array_key_exists( 'to', $given ) ? trim( (string) $given['to'] ) : null;
		if ( $to !== null && $to !== '' && is_email( $to ) === false ) {
			throw Schema::refusal( [ 'to' => __( 'This is not an email address.', 'amicable' ) ] );
		}
		$saved = $this->desk->save( $case, $letter, (int) $request['version'], (string) $request['subject'], (string) $request['body'], $to, (string) ( $request['language'] ?? $letter->language ) );

		return new Reply( $this->shape->letter( $case, $saved ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function remove( WP_REST_Request $request ): Reply {
		$this->desk->remove( $this->letter_of( $request ), (int) $request['version'] );

		return new Reply( [ 'removed' => true ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function beside( WP_REST_Request $request ): Reply {
		$language = (string) $request['language'];

		return new Reply(
			[
				'language'   => $language,
				'paragraphs' => $this->choice->beside( $this->case_of( $request ), $this->letter_of( $request ), $language, get_current_user_id() ),
			]
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function case_of( WP_REST_Request $request ): CaseRecord {
		return $this->cases->find( (int) $request->get_url_params()['id'] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function letter_of( WP_REST_Request $request ): Letter {
		return $this->desk->find( $this->case_of( $request ), (int) $request->get_url_params()['message'] );
	}

	/** As asked; else as the shop has it. Whom to write to if a fact is wrong is never said once litigation is confirmed. */
	private function variant( CaseRecord $case, mixed $given ): Variant {
		$given   = is_array( $given ) ? $given : [];
		$shop    = $this->settings->current();
		$contest = (bool) ( $given['contest'] ?? $shop->cases->contest_line );

		return new Variant( (bool) ( $given['service'] ?? false ), (bool) ( $given['gpl'] ?? $shop->code_is_free ), $contest && ! $case->state->is_with_counsel() );
	}
}
