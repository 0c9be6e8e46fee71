<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Letters\OwnCopies;
use Amicable\Letters\PlaybookFile;
use Amicable\Letters\Preview;
use Amicable\Letters\ShopFields;
use Amicable\Letters\TemplateShelf;
use Amicable\Playbook\Field;
use Amicable\Playbook\Template;
use Amicable\Playbook\UnknownField;
use WP_REST_Request;

/** The texts that letters are made from, and what a shop says in each of them. */
final class PlaybookController implements Controller {

	private const ONE   = '/playbook/templates/(?P<slug>[a-z0-9_]+)/(?P<language>[a-z0-9]+)';
	private const FIELD = '/playbook/fields/(?P<field>[a-z0-9_]+)';

	public function __construct(
		private readonly TemplateShelf $shelf,
		private readonly OwnCopies $copies,
		private readonly ShopFields $fields,
		private readonly Preview $preview,
	) {
	}

	public function routes(): array {
		$language = [
			'type' => 'string',
			'enum' => TemplateShelf::LANGUAGES,
		];

		return [
			new Route( 'GET', '/playbook/templates', Capability::CASES, $this->list( ... ), answer: 'playbook.template', query: [ 'language' => $language + [ 'default' => 'en' ] ] ),
			new Route( 'PUT', self::ONE, Capability::SETTINGS, $this->save( ... ), body: 'playbook.save', answer: 'playbook.template' ),
			new Route( 'DELETE', self::ONE, Capability::SETTINGS, $this->put_back( ... ), body: 'playbook.reset', answer: 'playbook.template' ),
			new Route( 'POST', '/playbook/preview', Capability::CASES, $this->preview( ... ), body: 'playbook.preview_request', answer: 'playbook.preview' ),
			new Route( 'GET', '/playbook/fields', Capability::CASES, $this->fields( ... ), answer: 'playbook.field' ),
			new Route( 'PUT', self::FIELD, Capability::SETTINGS, $this->save_field( ... ), body: 'playbook.field_save', answer: 'playbook.field' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function list( WP_REST_Request $request ): Reply {
		$rows  = $this->shelf->rows();
		$items = array_map( fn ( Template $template ): array => $this->shape( $template, $rows[ "$template->id $template->language" ] ?? null ), $this->shelf->in( (string) $request['language'] ) );

		return self::whole( $items, '/playbook/templates' );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function save( WP_REST_Request $request ): Reply {
		[ $slug, $language ] = self::named( $request );
		/** @var list<array{key: string, text: string}> $paragraphs Judged by the schema. */
		$paragraphs = $request['paragraphs'];

		$saved = $this->copies->save( $slug, $language, (int) $request['version'], trim( (string) $request['subject'] ), PlaybookFile::numbered( $paragraphs ), get_current_user_id() );

		return new Reply( $this->shape( $saved, $this->shelf->row( $slug, $language ) ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function put_back( WP_REST_Request $request ): Reply {
		[ $slug, $language ] = self::named( $request );

		$back = $this->copies->put_back( $slug, $language, (int) $request['version'], get_current_user_id() );

		return new Reply( $this->shape( $back, $this->shelf->row( $slug, $language ) ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function preview( WP_REST_Request $request ): Reply {
		$given      = (array) $request->get_json_params();
		$template   = $this->copies->find( (string) $given['slug'], (string) $given['language'] );
		$paragraphs = is_array( $given['paragraphs'] ?? null ) ? array_values( $given['paragraphs'] ) : null;
		/** @var list<array{key: string, text: string}>|null $paragraphs Judged by the schema. */
		$texts = $paragraphs === null ? TemplateShelf::texts_of( $template ) : PlaybookFile::numbered( $paragraphs );
		$draft = $template->reworded( $template->version, (string) ( $given['subject'] ?? $template->subject ), $texts );
		try {
			$filling = $this->preview->of( $draft, isset( $given['customer_id'] ) ? (int) $given['customer_id'] : null, (array) ( $given['variant'] ?? [] ), get_current_user_id() );
			$missing = $filling->missing();
		} catch ( UnknownField $unknown ) {
			/* translators: %s: name of a field in braces, "{first_name}". */
			throw Schema::refusal( [ 'paragraphs' => sprintf( __( 'No field is called %s.', 'amicable' ), '{' . $unknown->field . '}' ) ] );
		}

		return new Reply(
			[
				'subject' => $filling->subject(),
				'body'    => $filling->text(),
				'missing' => array_map( self::field( ... ), $missing ),
				'flaws'   => $this->flaws( $template, $draft->subject, $texts ),
			]
		);
	}

	/**
	 * What saving such words would refuse, said while they are typed.
	 *
	 * @param array<int, string> $texts
	 * @return list<array{field: string, text: string}>
	 */
	private function flaws( Template $template, string $subject, array $texts ): array {
		$flaws = $this->copies->flaws( $template, $subject, $texts );

		return array_map(
			static fn ( string $field, string $text ): array => [
				'field' => $field,
				'text'  => $text,
			],
			array_keys( $flaws ),
			$flaws
		);
	}

	private function fields(): Reply {
		return self::whole( array_map( $this->field_shape( ... ), ShopFields::all() ), '/playbook/fields' );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function save_field( WP_REST_Request $request ): Reply {
		$field = Field::tryFrom( (string) $request->get_url_params()['field'] );
		if ( $field === null || ! in_array( $field, ShopFields::all(), true ) ) {
			throw new AmicableException( 'amicable_field_missing', __( 'There is no such field, or it is not one that a shop fills in for every letter.', 'amicable' ), 404 );
		}
		/** @var array<string, string> $values Judged by the schema. */
		$values = (array) $request['values'];
		if ( ! $this->fields->save( $field, (int) $request['version'], $values, get_current_user_id() ) ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody changed this meanwhile. Nothing was saved; look at it again.', 'amicable' ), 409 );
		}

		return new Reply( $this->field_shape( $field ) );
	}

	/**
	 * @param array{version: int, based_on: int, subject: string, words: string|null}|null $row
	 * @return array<string, mixed>
	 */
	private function shape( Template $template, ?array $row ): array {
		$own        = $row !== null && $row['words'] !== null;
		$shipped    = $this->shelf->shipped_one( $template->id, $template->language );
		$paragraphs = [];
		foreach ( $template->paragraphs as $index => $paragraph ) {
			$paragraphs[] = [
				'key'   => (string) ( $index + 1 ),
				'text'  => $paragraph->text,
				'parts' => array_map( static fn ( $part ): string => $part->value, $paragraph->parts ),
				'when'  => $paragraph->when?->value,
			];
		}

		return [
			'slug'            => $template->id,
			'title'           => TemplateWords::title( $template->id ),
			'stage'           => $template->stage?->value,
			'patterns'        => array_map( static fn ( $slug ): string => $slug->value, $template->patterns ),
			'channel'         => $template->channel->value,
			'language'        => $template->language,
			'version'         => $template->version,
			'own'             => $own,
			'shipped_version' => $shipped->version ?? $template->version,
			'based_on'        => $own ? $row['based_on'] : null,
			'subject'         => $template->subject,
			'paragraphs'      => $paragraphs,
			'fields'          => array_map( self::field( ... ), Field::cases() ),
		];
	}

	/** @return array<string, mixed> */
	private function field_shape( Field $field ): array {
		return self::field( $field ) + $this->fields->kept()[ $field->value ] + [ 'usual' => ShopFields::usual( $field ) ];
	}

	/** @return array{field: string, title: string} */
	private static function field( Field $field ): array {
		return [
			'field' => $field->value,
			'title' => FieldWords::of( $field ),
		];
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return array{string, string}
	 */
	private static function named( WP_REST_Request $request ): array {
		$named = $request->get_url_params();

		return [ (string) $named['slug'], (string) $named['language'] ];
	}

	/**
	 * A collection of one page: there are never more.
	 *
	 * @param list<array<string, mixed>> $items
	 */
	private static function whole( array $items, string $route ): Reply {
		return Pagination::numbered( $items, count( $items ), $route, [], 1, max( 1, count( $items ) ) );
	}
}
