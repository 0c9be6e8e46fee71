<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Facts;
use Amicable\Playbook\Filling;
use Amicable\Playbook\Template;
use Amicable\Playbook\Variant;
use Amicable\Storage\Customers;
use Amicable\Storage\Letters;

/** Drafts: begun from a template, kept while somebody types, thrown away. */
final class LetterDesk {

	public function __construct(
		private readonly Letters $letters,
		private readonly TemplateShelf $shelf,
		private readonly FactFinder $finder,
		private readonly Customers $customers,
		private readonly LetterRules $rules,
	) {
	}

	/** @throws AmicableException 404 */
	public function find( CaseRecord $case, int $id ): Letter {
		$letter = $this->letters->find( $id );

		return $letter !== null && $letter->case_id === $case->id ? $letter : throw new AmicableException( 'amicable_letter_missing', __( 'There is no such letter in this case.', 'amicable' ), 404 );
	}

	/** @throws AmicableException 422 when nothing of the kind may be written in this case now. */
	public function begin( CaseRecord $case, ?string $slug, string $language, Channel $channel, Variant $variant, int $user_id ): Letter {
		$template = $slug === null ? null : $this->template( $slug, $language );
		$this->rules->check_draft( $case, $template );
		$facts   = $this->finder->of( $case, $template, $language, $user_id, $variant );
		$words   = $template === null ? null : new Filling( $template, $variant, $facts );
		$channel = $template === null ? $channel : $template->channel;
		$id      = $this->letters->add(
			$case,
			[
				'stage'            => $template->stage ?? $case->state->stage,
				'template'         => $slug,
				'template_version' => $template?->version,
				'variant'          => $variant,
				'channel'          => $channel,
				'language'         => $language,
				'recipient'        => $channel === Channel::Letter ? (string) ( $this->customers->row( $case->customer_id )['email'] ?? '' ) : '',
				'subject'          => mb_substr( (string) $words?->subject(), 0, 200 ),
				'body'             => $words === null ? self::blank( $facts ) : $words->text(),
				'facts'            => self::values( $facts ),
			],
			$user_id
		);

		return $this->find( $case, $id );
	}

	/**
	 * @param string|null $to Null: as it is.
	 * @throws AmicableException 409
	 */
	public function save( CaseRecord $case, Letter $letter, int $version, string $subject, string $body, ?string $to, string $language ): Letter {
		self::check_version( $letter, $version );
		$body = str_replace( [ "\r\n", "\r" ], "\n", $body );
		if ( ! $this->letters->save( $letter, $subject, $body, $to ?? $letter->to, $language ) ) {
			throw self::stale();
		}

		return $this->find( $case, $letter->id );
	}

	/** @throws AmicableException 409 */
	public function remove( Letter $letter, int $version ): void {
		if ( ! $letter->is_erased() ) {
			self::check_version( $letter, $version );
		}
		if ( ! $this->letters->remove( $letter ) ) {
			throw self::stale();
		}
	}

	/** The template as it is now; null: written freely, or the text is no longer there. */
	public function template_of( Letter $letter, ?string $language = null ): ?Template {
		return $letter->template === null ? null : $this->shelf->get( $letter->template, $language ?? $letter->language );
	}

	public function has_changed( Letter $letter ): bool {
		return $letter->template !== null && $this->template_of( $letter )?->version !== $letter->template_version;
	}

	/** @throws AmicableException 409 when it is not what the person saw, or not a draft any more. */
	public static function check_version( Letter $letter, int $version ): void {
		if ( $letter->state !== LetterState::Draft ) {
			throw new AmicableException( 'amicable_letter_frozen', self::frozen( $letter->state ), 409 );
		}
		if ( $letter->is_erased() ) {
			throw new AmicableException( 'amicable_letter_erased', __( 'The personal data of this customer was erased, and with it these words. Throw the draft away.', 'amicable' ), 409 );
		}
		if ( $letter->version !== $version ) {
			throw self::stale();
		}
	}

	public static function stale(): AmicableException {
		return new AmicableException( 'amicable_stale', __( 'Somebody changed this letter meanwhile. Nothing was saved; look at it again.', 'amicable' ), 409 );
	}

	private static function frozen( LetterState $state ): string {
		return match ( $state ) {
			LetterState::Sending => __( 'This letter is being sent right now.', 'amicable' ),
			LetterState::Unknown => __( 'Nobody knows yet whether this letter went out. Say so first.', 'amicable' ),
			default              => __( 'This letter was sent. What was sent stays as it is.', 'amicable' ),
		};
	}

	/** @throws AmicableException 400 */
	private function template( string $slug, string $language ): Template {
		$sentence = __( 'There is no such text.', 'amicable' );

		return $this->shelf->get( $slug, $language ) ?? throw new AmicableException( 'amicable_template_missing', $sentence, 400, [ 'template' => $sentence ] );
	}

	/** A free letter begins and ends as every other. */
	private static function blank( Facts $facts ): string {
		$values = self::values( $facts );

		return implode( "\n\n", [ $values['greeting'] ?? '', '', implode( "\n", array_filter( [ $values['agent_name'] ?? '', $values['shop'] ?? '' ], static fn ( string $line ): bool => $line !== '' ) ) ] );
	}

	/** @return array<string, string> */
	private static function values( Facts $facts ): array {
		$values = [];
		foreach ( $facts->replacements() as $field => $value ) {
			$values[ trim( $field, '{}' ) ] = $value;
		}

		return $values;
	}
}
