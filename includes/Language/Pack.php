<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * The rules of one language.
 *
 * @phpstan-import-type CompiledPack from Compile\Compiler
 * @phpstan-import-type Gate from Compile\Gates
 * @phpstan-import-type CompiledRule from Compile\Compiler
 */
final class Pack {

	/** @var array<int, Rule> */
	private array $rules = [];

	/** @var list<int> Which rule an expression belongs to. */
	private readonly array $owners;

	/** @var array<string, Veto> */
	private array $vetoes = [];

	/** @var array<int, int> Numbers of rules that have a second cue. */
	private readonly array $paired;

	/** @var array<string, array<string, Gate>> Gates by the view they are for. */
	private array $gates = [];

	/** @param CompiledPack $pack */
	public function __construct( private readonly array $pack ) {
		$owners = [];
		foreach ( $pack['rules'] as $rule => $of ) {
			array_push( $owners, ...array_fill( 0, count( $of['regexes'] ), $rule ) );
		}
		$this->owners = $owners;
		$this->paired = array_flip( $pack['paired'] );
	}

	public function language(): string {
		return $this->pack['lang'];
	}

	/** @return list<string> */
	public function disguised(): array {
		return $this->pack['disguised'];
	}

	/**
	 * The rules worth running on a text; most texts have none.
	 *
	 * @return list<Rule>
	 */
	public function candidates( string $text, string $view ): array {
		$rules = [];
		foreach ( $this->numbers( $text, $view === 'plain' ? 'plain' : 'folded' ) as $number ) {
			$rule = $this->pack['rules'][ $this->owners[ $number ] ];
			if ( in_array( $view, $rule['views'], true ) ) {
				$rules[] = $this->rules[ $number ] ??= $this->rule( $rule, $number );
			}
		}

		return $rules;
	}

	/** @return list<int> Of the rules whose cues stand in a text, gravest first: both, where a rule has two. */
	private function numbers( string $text, string $view ): array {
		$first = [];
		$also  = [];
		foreach ( $this->gates( $view ) as $gate ) {
			foreach ( array_unique( Regex::texts( $gate['regex'], $text, 1 ) ) as $cue ) {
				[ $first[], $also[] ] = Cues::numbers( $gate['cues'], $cue );
			}
		}
		$numbers = self::listed( $first );
		$missing = array_diff_key( array_intersect_key( $numbers, $this->paired ), self::listed( $also ) );
		$numbers = array_keys( array_diff_key( $numbers, $missing ) );
		sort( $numbers );

		return $numbers;
	}

	/**
	 * @param list<string> $lists Like "3,17".
	 * @return array<int, true>
	 */
	private static function listed( array $lists ): array {
		$numbers = [];
		foreach ( explode( ',', implode( ',', array_filter( $lists, static fn ( string $list ): bool => $list !== '' ) ) ) as $number ) {
			if ( $number !== '' ) {
				$numbers[ (int) $number ] = true;
			}
		}

		return $numbers;
	}

	/** @return array<string, Gate> One, or several that are numbered. */
	private function gates( string $view ): array {
		return $this->gates[ $view ] ??= array_filter( $this->pack['gates'], static fn ( string $name ): bool => str_starts_with( $name, $view ), ARRAY_FILTER_USE_KEY );
	}

	/**
	 * Whether something near says that the match means something else.
	 *
	 * @param string $written The match with the letters that were typed.
	 */
	public function is_vetoed( Rule $rule, string $text, int $start, int $end, string $written ): bool {
		foreach ( $rule->vetoes as $name ) {
			if ( $this->veto( $name )->speaks( $text, $start, $end, $written ) ) {
				return true;
			}
		}

		return false;
	}

	/** Whether the words around a quotation say that somebody else is quoted. */
	public function reports( string $text ): bool {
		return isset( $this->pack['vetoes']['reported'] ) && $this->veto( 'reported' )->speaks( $text, 0, strlen( $text ), $text );
	}

	private function veto( string $name ): Veto {
		return $this->vetoes[ $name ] ??= new Veto( $this->pack['vetoes'][ $name ]['scope'], $this->pack['vetoes'][ $name ]['regex'] );
	}

	/** @param CompiledRule $rule */
	private function rule( array $rule, int $number ): Rule {
		return new Rule(
			$rule['id'],
			Label::from( $rule['label'] ),
			$rule['kind'] === null ? null : LegalKind::from( $rule['kind'] ),
			$rule['severity'],
			$rule['why'],
			$rule['views'],
			$rule['vetoes'],
			$rule['regexes'][ $number - $rule['first'] ],
		);
	}
}
