<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Language\RuleNames;
use Amicable\Patterns\Own\OwnRule;
use Amicable\Playbook\Field;
use Amicable\Projection\OwnRules;
use Amicable\Projection\RuleJudge;
use Amicable\Rest\AlternativesController;
use Amicable\Rest\FieldWords;
use Amicable\Rest\TemplateWords;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Database;
use Closure;

/**
 * Brings in what another shop made its own. It adds and replaces; what the file does not name stays.
 *
 * @phpstan-import-type FileTemplate from PlaybookFile
 * @phpstan-import-type PlaybookParts from PlaybookFile
 */
final class PlaybookImport {

	/**
	 * @param Closure(): RuleJudge $rules
	 * @param Closure(): OwnRules  $own
	 */
	public function __construct(
		private readonly PlaybookFile $file,
		private readonly TemplateShelf $shelf,
		private readonly OwnCopies $copies,
		private readonly ShopFields $fields,
		private readonly Alternatives $alternatives,
		private readonly Closure $rules,
		private readonly SettingsRepository $settings,
		private readonly Database $database,
		private readonly Closure $own,
	) {
	}

	/**
	 * What is wrong with a file whose shape is right.
	 *
	 * @param PlaybookParts $file
	 * @return array<string, string> Field => sentence.
	 */
	public function errors( array $file ): array {
		$errors = [];
		foreach ( $file['templates'] as $index => $one ) {
			$template = $this->shelf->get( $one['slug'], $one['language'] );
			$flaws    = $template === null ? [ 'slug' => __( 'There is no such text.', 'amicable' ) ] : $this->copies->flaws( $template, $one['subject'], PlaybookFile::numbered( $one['paragraphs'] ) );
			foreach ( $flaws as $field => $sentence ) {
				$errors[ "file.templates.$index.$field" ] = $sentence;
			}
		}
		$known = array_map( static fn ( Field $field ): string => $field->value, ShopFields::all() );
		foreach ( $file['fields'] as $index => $one ) {
			if ( ! in_array( $one['field'], $known, true ) ) {
				$errors[ "file.fields.$index.field" ] = __( 'There is no such field, or it is not one that a shop fills in for every letter.', 'amicable' );
			}
		}
		foreach ( $file['alternatives'] ?? [] as $index => $one ) {
			$errors += AlternativesController::judge( $one['others'], "file.alternatives.$index." );
		}
		foreach ( array_diff( $file['silent_rules'], RuleNames::that_may_fall_silent() ) as $index => $rule ) {
			$errors[ "file.silent_rules.$index" ] = __( 'There is no such rule, or it is one that never falls silent.', 'amicable' );
		}

		return $errors;
	}

	/**
	 * @param PlaybookParts $file Without errors.
	 * @return array{changes: list<array{kind: string, text: string}>, unchanged: int}
	 */
	public function changes( array $file ): array {
		$changes = [
			...array_map( self::template_change( ... ), $this->new_templates( $file ) ),
			...array_map( self::field_change( ... ), $this->new_fields( $file ) ),
			...array_map( self::alternatives_change( ... ), $this->new_alternatives( $file ) ),
			/* translators: %s: name of a rule, "en.abuse.curses". */
			...array_map( static fn ( string $rule ): array => self::change( 'rule', sprintf( __( 'The rule %s falls silent.', 'amicable' ), $rule ) ), $this->new_rules( $file ) ),
		];
		foreach ( $this->new_settings( $file ) as $name => [ $was, $is ] ) {
			/* translators: 1: name of a setting, "reply_target_hours", 2: its value now, 3: its value from then on. */
			$changes[] = self::change( 'setting', sprintf( __( '%1$s: %2$s becomes %3$s.', 'amicable' ), $name, $was, $is ) );
		}
		$all     = count( $file['templates'] ) + count( $file['fields'] ) + count( $file['alternatives'] ?? [] ) + count( $file['silent_rules'] ) + count( self::flat( $file['settings'] ) );

		return [
			'changes'   => $changes,
			'unchanged' => $all - count( $changes ),
		];
	}

	/**
	 * All or nothing.
	 *
	 * @param PlaybookParts $file Without errors.
	 */
	public function bring_in( array $file, int $user_id ): void {
		$this->database->atomically( function () use ( $file, $user_id ): void {
			foreach ( $this->new_templates( $file ) as $one ) {
				$this->copies->save( $one['slug'], $one['language'], $this->copies->find( $one['slug'], $one['language'] )->version, $one['subject'], PlaybookFile::numbered( $one['paragraphs'] ), $user_id );
			}
			foreach ( $this->new_fields( $file ) as $one ) {
				$field = Field::from( $one['field'] );
				$this->fields->save( $field, $this->fields->kept()[ $field->value ]['version'], [ $one['language'] => $one['value'] ], $user_id );
			}
			foreach ( $this->new_alternatives( $file ) as $one ) {
				$this->alternatives->save( $one['product'], $this->alternatives->version( $one['product'] ), $one['others'], $user_id );
			}
			( $this->rules )()->adopt( $this->new_rules( $file ), $user_id );
			$current = $this->settings->current();
			if ( $this->new_settings( $file ) === [] ) {
				return;
			}

			$saved = $this->settings->save( $current->with( $this->settings_of( $file ) ), $current->version );
			( $this->own )()->changed( $current->own_rules, $saved->own_rules, $user_id );
		} );
	}

	/**
	 * @param FileTemplate $one
	 * @return array{kind: string, text: string}
	 */
	private static function template_change( array $one ): array {
		/* translators: 1: name of a text, 2: a language, "Korean". */
		return self::change( 'template', sprintf( __( '%1$s, in %2$s: your own words.', 'amicable' ), TemplateWords::title( $one['slug'] ), TemplateWords::language( $one['language'] ) ) );
	}

	/**
	 * @param array{field: string, language: string, value: string} $one
	 * @return array{kind: string, text: string}
	 */
	private static function field_change( array $one ): array {
		$name = FieldWords::of( Field::from( $one['field'] ) );

		return self::change(
			'field',
			$one['language'] === ShopFields::ANY
				/* translators: 1: what stands for a field in letters, such as "the phone number", 2: its value. */
				? sprintf( __( 'In every language, %1$s becomes “%2$s”.', 'amicable' ), $name, $one['value'] )
				/* translators: 1: a language, "Korean", 2: what stands for a field in letters, such as "the phone number", 3: its value. */
				: sprintf( __( 'In %1$s, %2$s becomes “%3$s”.', 'amicable' ), TemplateWords::language( $one['language'] ), $name, $one['value'] )
		);
	}

	/**
	 * @param array{product: string, others: list<array{name: string, link: string|null}>} $one
	 * @return array{kind: string, text: string}
	 */
	private static function alternatives_change( array $one ): array {
		/* translators: 1: name of a product, 2: names of other makers, comma-separated. */
		return self::change( 'field', sprintf( __( 'Instead of %1$s letters suggest: %2$s.', 'amicable' ), $one['product'], implode( ', ', array_column( $one['others'], 'name' ) ) ) );
	}

	/** @return array{kind: string, text: string} */
	private static function change( string $kind, string $text ): array {
		return [
			'kind' => $kind,
			'text' => $text,
		];
	}

	/**
	 * @param PlaybookParts $file
	 * @return list<FileTemplate>
	 */
	private function new_templates( array $file ): array {
		$same = static fn ( array $one ): string => (string) wp_json_encode( [ $one['slug'], $one['language'], $one['subject'], PlaybookFile::keyed( PlaybookFile::numbered( $one['paragraphs'] ) ) ] );
		$here = array_map( $same, $this->file->templates() );

		return array_values( array_filter( $file['templates'], static fn ( array $one ): bool => ! in_array( $same( $one ), $here, true ) ) );
	}

	/**
	 * @param PlaybookParts $file
	 * @return list<array{field: string, language: string, value: string}>
	 */
	private function new_fields( array $file ): array {
		$kept = $this->fields->kept();

		return array_values( array_filter( $file['fields'], static fn ( array $one ): bool => ( $kept[ $one['field'] ]['values'][ $one['language'] ] ?? '' ) !== trim( $one['value'] ) ) );
	}

	/**
	 * @param PlaybookParts $file
	 * @return list<array{product: string, others: list<array{name: string, link: string|null}>}>
	 */
	private function new_alternatives( array $file ): array {
		$here = $this->file->alternatives();

		return array_values( array_filter( $file['alternatives'] ?? [], static fn ( array $one ): bool => ! in_array( $one, $here, true ) ) );
	}

	/**
	 * @param PlaybookParts $file
	 * @return list<string>
	 */
	private function new_rules( array $file ): array {
		return array_values( array_unique( array_diff( $file['silent_rules'], $this->file->silent() ) ) );
	}

	/**
	 * @param PlaybookParts $file
	 * @return array<string, array{string, string}> By name: what it was and what it becomes.
	 */
	private function new_settings( array $file ): array {
		$here = self::flat( [ 'own_rules' => $this->settings->current()->to_array()['own_rules'] ] + $this->file->kept_settings() );
		$new  = [];
		foreach ( self::flat( $this->settings_of( $file ) ) as $name => $value ) {
			if ( ( $here[ $name ] ?? '' ) !== $value ) {
				$new[ $name ] = [ $here[ $name ] ?? '', $value ];
			}
		}

		return $new;
	}

	/**
	 * With the rules of this shop among those of the file.
	 *
	 * @param PlaybookParts $file
	 * @return array<string, mixed>
	 */
	private function settings_of( array $file ): array {
		$told = $file['settings']['own_rules'] ?? null;

		return is_array( $told ) ? [ 'own_rules' => array_map( static fn ( OwnRule $rule ): array => $rule->to_array(), OwnRule::merged( $this->settings->current()->own_rules, $told ) ) ] + $file['settings'] : $file['settings'];
	}

	/**
	 * @param array<array-key, mixed> $settings
	 * @return array<string, string> `patterns.docs_questions.watch` => `8`.
	 */
	private static function flat( array $settings, string $before = '' ): array {
		$flat = [];
		foreach ( $settings as $name => $value ) {
			$flat += is_array( $value ) && ! array_is_list( $value ) ? self::flat( $value, "$before$name." ) : [ "$before$name" => (string) wp_json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) ];
		}

		return $flat;
	}
}
