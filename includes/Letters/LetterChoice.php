<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Cases\CaseRecord;
use Amicable\Cases\Stage;
use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagState;
use Amicable\Patterns\Slug;
use Amicable\Playbook\Aligned;
use Amicable\Playbook\Alignment;
use Amicable\Playbook\Facts;
use Amicable\Playbook\Filling;
use Amicable\Playbook\LanguageChoice;
use Amicable\Playbook\Template;
use Amicable\Rest\TemplateWords;
use Amicable\Storage\Customers;
use Amicable\Storage\Flags;
use Amicable\Storage\LetterFacts;

/** What to write from, in which language, and what it says in another one. */
final class LetterChoice {

	public function __construct(
		private readonly TemplateShelf $shelf,
		private readonly FactFinder $finder,
		private readonly LetterFacts $facts,
		private readonly Customers $customers,
		private readonly Flags $flags,
		private readonly Alignment $alignment,
	) {
	}

	/** @return array{string, string} The language that is proposed, and why. */
	public function language( CaseRecord $case ): array {
		$said     = $this->facts->last_languages( $case->customer_id );
		$locale   = (string) ( $this->customers->row( $case->customer_id )['locale'] ?? '' );
		$proposed = ( new LanguageChoice( TemplateShelf::LANGUAGES ) )->proposed( $said, $locale );
		$name     = TemplateWords::language( $proposed );
		$why      = match ( true ) {
			/* translators: %s: a language, "Korean". */
			in_array( $proposed, $said, true ) => sprintf( __( 'Their last message is in %s.', 'amicable' ), $name ),
			/* translators: %s: a language, "Korean". */
			str_starts_with( strtolower( $locale ), $proposed ) => sprintf( __( 'They bought in %s.', 'amicable' ), $name ),
			default => __( 'Nothing is known of their language, so English is proposed.', 'amicable' ),
		};

		return [ $proposed, $why ];
	}

	/**
	 * Those that suit first, then those of the stage, then all others.
	 *
	 * @return list<array{slug: string, title: string, stage: string|null, pattern: string|null, channel: string, version: int, suits: bool}>
	 */
	public function templates( CaseRecord $case, ?string $stage, string $language ): array {
		$patterns = $this->patterns( $case->customer_id );
		$wanted   = Stage::from( $stage ?? $case->state->stage->value );
		$items    = [];
		foreach ( $this->shelf->in( $language ) as $template ) {
			if ( $stage !== null && $template->stage !== $wanted ) {
				continue;
			}
			$items[] = [
				'slug'    => $template->id,
				'title'   => TemplateWords::title( $template->id ),
				'stage'   => $template->stage?->value,
				'pattern' => ( $template->patterns[0] ?? null )?->value,
				'channel' => $template->channel->value,
				'version' => $template->version,
				'suits'   => self::suits( $template, $wanted, $patterns ),
			];
		}
		usort( $items, static fn ( array $one, array $other ): int => [ $other['suits'], $other['stage'] === $wanted->value, $other['pattern'] !== null ] <=> [ $one['suits'], $one['stage'] === $wanted->value, $one['pattern'] !== null ] );

		return $items;
	}

	/** @return list<array{key: string, theirs: string|null, yours: string, changed: bool}> */
	public function beside( CaseRecord $case, Letter $letter, string $language, int $user_id ): array {
		$theirs = $letter->template === null ? null : $this->shelf->get( $letter->template, $letter->language );
		$yours  = $letter->template === null ? null : $this->shelf->get( $letter->template, $language );
		if ( $theirs === null || $yours === null ) {
			return [];
		}
		$filling = new Filling( $theirs, $letter->variant, Judge::facts( $letter->facts ) );
		$aligned = $this->alignment->of( $filling, (string) $letter->body );
		$filled  = ( new Filling( $yours, $letter->variant, $this->with_written( $this->finder->of( $case, $yours, $language, $user_id, $letter->variant ), $aligned ) ) )->paragraphs();
		$added   = 0;

		return array_map(
			static function ( Aligned $one ) use ( $filled, &$added ): array {
				return [
					'key'     => $one->number === null ? '+' . ++$added : (string) $one->number,
					'theirs'  => $one->written,
					'yours'   => $one->number === null ? '' : $filled[ $one->number ] ?? '',
					'changed' => $one->changed,
				];
			},
			$aligned
		);
	}

	/**
	 * Values that a person wrote into the letter stand in the other language as they were written; whole paragraphs that they wrote anew do not.
	 *
	 * @param list<Aligned> $aligned
	 */
	private function with_written( Facts $facts, array $aligned ): Facts {
		$values = [];
		foreach ( $facts->replacements() as $field => $value ) {
			$values[ trim( $field, '{}' ) ] = $value;
		}
		foreach ( $aligned as $one ) {
			$values += $one->changed ? [] : $one->values;
		}

		return new Facts( $values );
	}

	/** @return list<Slug> Of flags that stand. */
	private function patterns( int $customer_id ): array {
		$standing = array_filter( $this->flags->of( $customer_id ), static fn ( Flag $flag ): bool => in_array( $flag->state, [ FlagState::Open, FlagState::Confirmed ], true ) );

		return array_values( array_map( static fn ( Flag $flag ): Slug => $flag->pattern, $standing ) );
	}

	/** @param list<Slug> $patterns */
	private static function suits( Template $template, Stage $stage, array $patterns ): bool {
		return $template->stage === $stage && ( $template->patterns === [] || array_filter( $template->patterns, static fn ( Slug $slug ): bool => in_array( $slug, $patterns, true ) ) !== [] );
	}
}
