<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * What a rule says of what its patterns find.
 *
 * @phpstan-type RuleHead array{id: string, label: string, kind: string|null, severity: int, why: string, views: list<string>, vetoes: list<int>, first: int, count: int}
 */
final class Rule {

	/** What is found once a message: a label, and in legal matters its kind. */
	public readonly string $subject;

	/**
	 * @param list<string> $views
	 * @param list<int> $vetoes By number.
	 */
	public function __construct(
		public readonly string $id,
		public readonly Label $label,
		public readonly ?LegalKind $kind,
		public readonly int $severity,
		public readonly string $why,
		public readonly array $views,
		public readonly array $vetoes,
	) {
		$this->subject = $label->value . ( $kind->value ?? '' );
	}

	/** @param RuleHead $head */
	public static function from_head( array $head ): self {
		return new self(
			$head['id'],
			Label::from( $head['label'] ),
			$head['kind'] === null ? null : LegalKind::from( $head['kind'] ),
			$head['severity'],
			$head['why'],
			$head['views'],
			$head['vetoes'],
		);
	}
}
