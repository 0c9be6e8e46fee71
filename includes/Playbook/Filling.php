<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** A template with the facts that are known. What is not stays visibly open as `{field}`, and such a text is not sent. */
final class Filling {

	public function __construct( private readonly Template $template, private readonly Variant $variant, private readonly Facts $facts ) {
	}

	public function subject(): string {
		return $this->filled( $this->template->subject );
	}

	/** @return array<int, string> By the paragraph's number, which is the same in every language. */
	public function paragraphs(): array {
		return array_map( fn ( Paragraph $paragraph ): string => $this->filled( $paragraph->text ), $this->used() );
	}

	public function text(): string {
		return implode( "\n\n", $this->paragraphs() );
	}

	/** @return list<Field> Nobody knows them yet. */
	public function missing(): array {
		$texts = array_map( static fn ( Paragraph $paragraph ): string => $paragraph->text, $this->used() );
		$all   = Field::in( implode( "\n", [ $this->template->subject, ...$texts ] ) );

		return array_values( array_filter( $all, fn ( Field $field ): bool => $this->facts->of( $field ) === null ) );
	}

	/** @return array<int, string> For each paragraph, an expression of what it may have become when a person fills in what is missing. */
	public function expressions(): array {
		return array_map( fn ( Paragraph $paragraph ): string => $this->expression( $paragraph->text ), $this->used() );
	}

	/** @return list<Part> */
	public function needs(): array {
		return $this->template->needs( $this->variant );
	}

	/**
	 * Those of this variant that say something: an own copy may leave one out.
	 *
	 * @return array<int, Paragraph>
	 */
	private function used(): array {
		$used = [];
		foreach ( $this->template->paragraphs as $index => $paragraph ) {
			if ( trim( $paragraph->text ) !== '' && $this->variant->has( $paragraph->when ) ) {
				$used[ $index + 1 ] = $paragraph;
			}
		}

		return $used;
	}

	private function filled( string $text ): string {
		return strtr( $text, $this->facts->replacements() );
	}

	/** The paragraph's own words, with room for what is missing; each room is named after its field. */
	private function expression( string $text ): string {
		$named  = [];
		$pieces = (array) preg_split( '/(\{[a-z_]+\})/', trim( $text ), -1, PREG_SPLIT_DELIM_CAPTURE );
		$inner  = '';
		foreach ( $pieces as $piece ) {
			$field  = Field::tryFrom( trim( (string) $piece, '{}' ) );
			$is_one = $field !== null && str_starts_with( (string) $piece, '{' );
			$value  = $is_one ? $this->facts->of( $field ) : (string) $piece;
			if ( $value !== null ) {
				$inner .= self::literal( $value );
			} elseif ( isset( $named[ (string) $piece ] ) ) {
				$inner .= '(?P=' . trim( (string) $piece, '{}' ) . ')';
			} else {
				$named[ (string) $piece ] = true;
				$inner                   .= '(?P<' . trim( (string) $piece, '{}' ) . '>.+?)';
			}
		}

		return '/^' . $inner . '$/su';
	}

	/** Line breaks are the writer's business. */
	private static function literal( string $text ): string {
		return (string) preg_replace( '/\s+/u', '\s+', preg_quote( $text, '/' ) );
	}
}
