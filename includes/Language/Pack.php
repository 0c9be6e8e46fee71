<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * The rules of one language.
 *
 * @phpstan-import-type CompiledPack from Compile\Compiler
 * @phpstan-import-type CompiledRule from Compile\Compiler
 */
final class Pack {

	/** @var array<int, Rule> */
	private array $rules = [];

	/** @var list<int> Which rule an expression belongs to. */
	private readonly array $owners;

	private readonly Patterns $patterns;

	/** @var array<string, Veto> */
	private array $vetoes = [];

	/** @var array<string, Cues> By the view they are for. */
	private array $cues = [];

	/** @param CompiledPack $pack */
	public function __construct( private readonly array $pack ) {
		$owners = [];
		foreach ( $pack['rules'] as $rule => $of ) {
			array_push( $owners, ...array_fill( 0, count( $of['regexes'] ), $rule ) );
		}
		$this->owners   = $owners;
		$this->patterns = new Patterns( $pack['shared'] );
	}

	public function language(): string {
		return $this->pack['lang'];
	}

	/** @return list<string> */
	public function disguised(): array {
		return $this->pack['disguised'];
	}

	/**
	 * The rules worth running on a text, gravest first; most texts have none.
	 *
	 * @return array<int, list<int>> The sentences to try them in, by the rule's number.
	 */
	public function candidates( Sentences $sentences, string $view ): array {
		$name = $view === 'plain' ? 'plain' : 'folded';

		return ( $this->cues[ $name ] ??= $this->cues( $name ) )->rules_in( $sentences );
	}

	public function rule( int $number ): Rule {
		return $this->rules[ $number ] ??= $this->made( $this->pack['rules'][ $this->owners[ $number ] ], $number );
	}

	private function cues( string $view ): Cues {
		return new Cues( $this->pack['gates'][ $view ] ?? [], $this->pack['paired'], $this->pack['across'], count( $this->owners ), $this->pack['edges'] && $view === 'folded' ? new Edges() : null );
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
	private function made( array $rule, int $number ): Rule {
		return new Rule(
			$rule['id'],
			Label::from( $rule['label'] ),
			$rule['kind'] === null ? null : LegalKind::from( $rule['kind'] ),
			$rule['severity'],
			$rule['why'],
			$rule['views'],
			$rule['vetoes'],
			$this->patterns->whole( $rule['regexes'][ $number - $rule['first'] ] ),
		);
	}
}
