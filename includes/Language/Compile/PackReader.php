<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

use Amicable\Language\Label;
use Amicable\Language\LegalKind;
use JsonException;

/**
 * Checks a pack as it is written and hands out its parts. docs/language-packs.md has the format.
 *
 * @phpstan-type Rule array{id: string, label: string, kind: string|null, severity: int, why: string, views: list<string>, patterns: list<string>, vetoes: list<string>, disguises: bool, examples: list<string>, counter_examples: list<string>}
 * @phpstan-type Veto array{scope: string, pattern: string}
 */
final class PackReader {

	private const SCOPES = [ 'sentence', 'before', 'after', 'match', 'around', 'message', 'written' ];
	private const VIEWS  = [ 'plain', 'folded', 'squeezed', 'jamo' ];

	/** @var array<mixed> */
	private array $pack;

	public function __construct( string $json ) {
		try {
			$pack = json_decode( $json, true, 16, JSON_THROW_ON_ERROR );
		} catch ( JsonException $error ) {
			throw new PackError( 'This is not JSON: ' . $error->getMessage() );
		}
		if ( ! is_array( $pack ) ) {
			throw new PackError( 'A pack is a JSON object.' );
		}
		$this->pack = $pack;
	}

	public function language(): string {
		$language = $this->text( $this->pack, 'lang', 'the pack' );
		if ( preg_match( '/^[a-z]{2,3}$/', $language ) !== 1 ) {
			throw new PackError( 'lang is a two or three letter code.' );
		}

		return $language;
	}

	public function version(): int {
		$version = $this->pack['version'] ?? null;
		if ( ! is_int( $version ) || $version < 1 ) {
			throw new PackError( 'version is a number from 1 on.' );
		}

		return $version;
	}

	/** @return array{words: list<string>, letters: string, latin: bool}|null By what a language that a site adds is told; the shipped ones are known. */
	public function recognized(): ?array {
		$marks = $this->map( 'recognize' );
		if ( $marks === [] ) {
			return null;
		}
		$letters = $marks['letters'] ?? '';
		$script  = $marks['script'] ?? 'latin';
		if ( ! is_string( $letters ) ) {
			throw new PackError( 'recognize.letters is a text.' );
		}
		if ( ! in_array( $script, [ 'latin', 'other' ], true ) ) {
			throw new PackError( 'recognize.script is latin or other.' );
		}

		return [
			'words'   => array_values( array_unique( array_map( static fn ( string $word ): string => mb_strtolower( $word, 'UTF-8' ), $this->texts( $marks['words'] ?? [], 'recognize.words' ) ) ) ),
			'letters' => mb_strtolower( $letters, 'UTF-8' ),
			'latin'   => $script === 'latin',
		];
	}

	/** @return array<string, list<string>> */
	public function words(): array {
		$words = [];
		foreach ( $this->map( 'words' ) as $name => $list ) {
			$words[ $name ] = $this->texts( $list, "words.$name" );
		}

		return $words;
	}

	/** @return list<string> */
	public function disguised(): array {
		return $this->texts( $this->pack['disguised'] ?? [], 'disguised' );
	}

	/** @return array<string, Veto> */
	public function vetoes(): array {
		$vetoes = [];
		foreach ( $this->map( 'vetoes' ) as $name => $veto ) {
			$veto  = is_array( $veto ) ? $veto : [];
			$scope = $this->text( $veto, 'scope', "veto $name" );
			if ( ! in_array( $scope, self::SCOPES, true ) ) {
				throw new PackError( "Veto $name: scope is one of " . implode( ', ', self::SCOPES ) );
			}
			$vetoes[ $name ] = [
				'scope'   => $scope,
				'pattern' => $this->text( $veto, 'pattern', "veto $name" ),
			];
		}

		return $vetoes;
	}

	/** @return list<Rule> */
	public function rules(): array {
		$seen  = [];
		$rules = [];
		foreach ( $this->map( 'rules' ) as $rule ) {
			$rule = $this->rule( is_array( $rule ) ? $rule : [] );
			if ( isset( $seen[ $rule['id'] ] ) ) {
				throw new PackError( "{$rule['id']} is there twice." );
			}
			$seen[ $rule['id'] ] = true;
			$rules[]             = $rule;
		}

		return $rules;
	}

	/**
	 * @param array<mixed> $rule
	 * @return Rule
	 */
	private function rule( array $rule ): array {
		$id       = $this->text( $rule, 'id', 'a rule' );
		$label    = Label::tryFrom( $this->text( $rule, 'label', $id ) );
		$severity = $rule['severity'] ?? null;
		if ( $label === null ) {
			throw new PackError( "$id: there is no such label." );
		}
		if ( ! is_int( $severity ) || $severity < 1 || $severity > 3 ) {
			throw new PackError( "$id: severity is 1, 2 or 3." );
		}

		return [
			'id'               => $id,
			'label'            => $label->value,
			'kind'             => $this->kind( $rule, $label, $id ),
			'severity'         => $severity,
			'why'              => $this->text( $rule, 'why', $id ),
			'views'            => $this->views( $rule, $id ),
			'patterns'         => $this->filled( $rule, 'patterns', $id ),
			'vetoes'           => $this->vetoes_of( $rule, $label->value, $id ),
			'disguises'        => ( $rule['disguises'] ?? false ) === true,
			'examples'         => $this->filled( $rule, 'examples', $id ),
			'counter_examples' => $this->filled( $rule, 'counter_examples', $id ),
		];
	}

	/** @param array<mixed> $rule */
	private function kind( array $rule, Label $label, string $id ): ?string {
		if ( $label !== Label::LegalThreat ) {
			return null;
		}

		return LegalKind::tryFrom( $this->text( $rule, 'kind', $id ) )->value ?? throw new PackError( "$id: kind is litigation or authority." );
	}

	/**
	 * @param array<mixed> $rule
	 * @return list<string>
	 */
	private function views( array $rule, string $id ): array {
		$views = $this->texts( $rule['views'] ?? [ 'folded', 'squeezed', 'jamo' ], "$id: views" );
		if ( array_diff( $views, self::VIEWS ) !== [] ) {
			throw new PackError( "$id: views are " . implode( ', ', self::VIEWS ) );
		}

		return $views;
	}

	/**
	 * The label's own vetoes, less what the rule leaves out, and the rule's.
	 *
	 * @param array<mixed> $rule
	 * @return list<string>
	 */
	private function vetoes_of( array $rule, string $label, string $id ): array {
		$labels = $this->map( 'labels' );
		$common = $this->texts( $labels[ $label ] ?? [], "labels.$label" );
		$less   = $this->texts( $rule['without'] ?? [], "$id: without" );
		$names  = array_values( array_unique( [ ...array_diff( $common, $less ), ...$this->texts( $rule['vetoes'] ?? [], "$id: vetoes" ) ] ) );
		$known  = array_keys( $this->vetoes() );
		if ( array_diff( [ ...$names, ...$less ], $known ) !== [] ) {
			throw new PackError( "$id: there is no veto " . implode( ', ', array_diff( [ ...$names, ...$less ], $known ) ) );
		}

		return $names;
	}

	/**
	 * @param array<mixed> $rule
	 * @return list<string>
	 */
	private function filled( array $rule, string $key, string $id ): array {
		$list = $this->texts( $rule[ $key ] ?? [], "$id: $key" );

		return $list === [] ? throw new PackError( "$id has no $key." ) : $list;
	}

	/** @return array<string, mixed> */
	private function map( string $key ): array {
		$map = $this->pack[ $key ] ?? [];
		if ( ! is_array( $map ) ) {
			throw new PackError( "$key is a list or an object." );
		}
		$named = [];
		foreach ( $map as $name => $value ) {
			$named[ (string) $name ] = $value;
		}

		return $named;
	}

	/** @param array<mixed> $from */
	private function text( array $from, string $key, string $of ): string {
		$value = $from[ $key ] ?? null;

		return is_string( $value ) && $value !== '' ? $value : throw new PackError( "$of has no $key." );
	}

	/** @return list<string> */
	private function texts( mixed $list, string $of ): array {
		if ( ! is_array( $list ) ) {
			throw new PackError( "$of is a list of texts." );
		}
		$texts = [];
		foreach ( $list as $text ) {
			$texts[] = is_string( $text ) && $text !== '' ? $text : throw new PackError( "$of holds something that is no text." );
		}

		return $texts;
	}
}
