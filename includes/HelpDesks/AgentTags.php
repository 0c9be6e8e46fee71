<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** What agents say of a ticket by its tags. However a desk spells them: `our-fault`, `our_fault` and `Our fault` are one. */
final class AgentTags {

	private const CAUSES = [
		'our-fault'        => Cause::Ours,
		'customer-mistake' => Cause::Customer,
		'expectation'      => Cause::Expectation,
		'onboarding'       => Cause::Onboarding,
	];

	/** @var list<string> */
	private readonly array $tags;

	/** @param list<string> $tags */
	public function __construct( array $tags ) {
		$this->tags = array_map( static fn ( string $tag ): string => str_replace( [ '_', ' ' ], '-', mb_strtolower( trim( $tag ), 'UTF-8' ) ), $tags );
	}

	/** What is ours stays ours whatever else is tagged; other tags that contradict each other say nothing. */
	public function cause(): ?Cause {
		$causes = array_values( array_intersect_key( self::CAUSES, array_flip( $this->tags ) ) );

		return in_array( Cause::Ours, $causes, true ) ? Cause::Ours : ( count( $causes ) === 1 ? $causes[0] : null );
	}

	/** Null: nothing is said, or both. */
	public function in_docs(): ?bool {
		$yes = $this->has( 'in-docs' );

		return $yes === $this->has( 'not-in-docs' ) ? null : $yes;
	}

	public function done_for_them(): bool {
		return $this->has( 'done-for-them' );
	}

	public function praise(): bool {
		return $this->has( 'praise' );
	}

	private function has( string $tag ): bool {
		return in_array( $tag, $this->tags, true );
	}
}
