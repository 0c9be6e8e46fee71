<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

use Amicable\Cases\Stage;
use Amicable\Patterns\Slug;

/** A message for a pattern and a stage, in one language, before anybody's facts are in it. */
final class Template {

	/**
	 * @param Stage|null      $stage      None: a text to paste.
	 * @param list<Slug>      $patterns   None: for all.
	 * @param list<Need>      $needs
	 * @param list<Paragraph> $paragraphs
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $language,
		public readonly int $version,
		public readonly ?Stage $stage,
		public readonly array $patterns,
		public readonly Channel $channel,
		public readonly array $needs,
		public readonly string $subject,
		public readonly array $paragraphs,
	) {
	}

	public function suits( Slug $pattern, Stage $stage ): bool {
		return $this->stage === $stage && ( $this->patterns === [] || in_array( $pattern, $this->patterns, true ) );
	}

	/** @return list<Paragraph> */
	public function paragraphs( Variant $variant ): array {
		return array_values( array_filter( $this->paragraphs, static fn ( Paragraph $paragraph ): bool => $variant->has( $paragraph->when ) ) );
	}

	/** @return list<Part> What the message needs to leave nothing open. */
	public function needs( Variant $variant ): array {
		$needs = array_filter( $this->needs, static fn ( Need $need ): bool => $variant->has( $need->when ) );

		return array_values( array_map( static fn ( Need $need ): Part => $need->part, $needs ) );
	}

	/** @return list<Field> The facts it asks for, subject first. */
	public function fields( Variant $variant ): array {
		$texts = array_map( static fn ( Paragraph $paragraph ): string => $paragraph->text, $this->paragraphs( $variant ) );

		return Field::in( implode( "\n", [ $this->subject, ...$texts ] ) );
	}

	/**
	 * The same for the same purpose in a shop's own words.
	 *
	 * @param array<int, string> $texts By the paragraph's number; one that is not there says nothing.
	 */
	public function reworded( int $version, string $subject, array $texts ): self {
		$paragraphs = [];
		foreach ( $this->paragraphs as $index => $paragraph ) {
			$paragraphs[] = new Paragraph( $paragraph->parts, $texts[ $index + 1 ] ?? '', $paragraph->when );
		}

		return new self( $this->id, $this->language, $version, $this->stage, $this->patterns, $this->channel, $this->needs, $subject, $paragraphs );
	}

	/** The same words under another number. */
	public function numbered( int $version ): self {
		return new self( $this->id, $this->language, $version, $this->stage, $this->patterns, $this->channel, $this->needs, $this->subject, $this->paragraphs );
	}
}
