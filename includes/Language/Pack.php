<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * The rules of one language.
 *
 * @phpstan-import-type PackHead from PackText
 */
final class Pack {

	/** Scopes of vetoes that read more than a match. */
	private const AROUND = [ 'sentence', 'around', 'message' ];

	/** @var PackHead */
	private readonly array $head;

	/** @var list<int> Which rule an expression belongs to. */
	private readonly array $owners;

	private readonly Patterns $patterns;

	/** @var array<int, string> Those that were tried. */
	private array $regexes = [];

	/** @var array<int, Veto> */
	private array $vetoes = [];

	/** @var array<string, Cues> By the view they are for. */
	private array $cues = [];

	public function __construct( private readonly PackText $text ) {
		$this->head = $text->head;
		$owners     = [];
		foreach ( $text->counts as $rule => $count ) {
			array_push( $owners, ...array_fill( 0, $count, $rule ) );
		}
		$this->owners   = $owners;
		$this->patterns = new Patterns( $text->texts( 'shared' ) );
	}

	public function language(): string {
		return $this->head['lang'];
	}

	/** Whether its rules meet text in plain Latin letters. */
	public function is_latin(): bool {
		return $this->head['own']['latin'] ?? true;
	}

	/** @return list<string> */
	public function disguised(): array {
		return $this->head['disguised'];
	}

	/** The expressions worth running on a text, and what may speak against them; most texts have none. */
	public function candidates( Sentences $sentences, string $view ): Candidates {
		$name = $view === 'plain' ? 'plain' : 'folded';

		return new Candidates( ( $this->cues[ $name ] ??= $this->cues( $name ) )->rules_in( $sentences ), count( $this->owners ), $name === 'folded' );
	}

	/** @param int $number Of one of its expressions. */
	public function rule( int $number ): Rule {
		return $this->text->rules[ $this->owners[ $number ] ];
	}

	public function regex( int $number ): string {
		return $this->regexes[ $number ] ??= $this->patterns->whole( $this->text->texts( 'regexes' )->text( $number ) );
	}

	private function cues( string $view ): Cues {
		return new Cues( $this->text->texts( "gate $view" ), $this->head['paired'], $this->head['across'], count( $this->owners ) + count( $this->text->scopes ), $this->head['edges'] && $view === 'folded' ? new Edges() : null );
	}

	/** Whether something near says that the match means something else. */
	public function is_vetoed( Rule $rule, Vicinity $match, Candidates $candidates ): bool {
		foreach ( $rule->vetoes as $number ) {
			if ( $this->speaks( $number, $match, $candidates ) ) {
				return true;
			}
		}

		return false;
	}

	/** Whether what speaks against most rules of a label speaks against a whole sentence, too. */
	public function doubts( Label $label, Vicinity $sentence, Candidates $candidates ): bool {
		$of     = array_filter( $this->text->rules, static fn ( Rule $rule ): bool => $rule->label === $label );
		$counts = array_count_values( array_merge( [], ...array_map( static fn ( Rule $rule ): array => $rule->vetoes, $of ) ) );
		foreach ( $counts as $number => $count ) {
			if ( 2 * $count > count( $of ) && in_array( $this->text->scopes[ $number ], self::AROUND, true ) && $this->speaks( $number, $sentence, $candidates ) ) {
				return true;
			}
		}

		return false;
	}

	/** Whether the words around a quotation say that somebody else is quoted. */
	public function reports( string $text ): bool {
		return $this->text->reported !== null && $this->veto( $this->text->reported )->speaks( new Vicinity( $text, 0, strlen( $text ), $text ) );
	}

	private function speaks( int $veto, Vicinity $of, Candidates $candidates ): bool {
		return ( ! $this->text->gated[ $veto ] || $candidates->let( $veto ) ) && $this->veto( $veto )->speaks( $of );
	}

	private function veto( int $number ): Veto {
		return $this->vetoes[ $number ] ??= new Veto( $this->text->scopes[ $number ], $this->text->texts( 'vetoes' )->text( $number ) );
	}
}
