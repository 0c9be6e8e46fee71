<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\HelpDesks\Channel;
use Amicable\Language\Finding;
use Amicable\Language\Label;

/** What a message says, and in which languages it was read. */
final class Heard {

	private const HARMLESS = [ Label::Right, Label::Praise, Label::Apology, Label::ContactWish ];

	/**
	 * @param string        $languages 'en,tr'; '': in none that is known, which says nothing about the message.
	 * @param list<Finding> $findings
	 */
	public function __construct(
		public readonly string $languages,
		public readonly array $findings,
	) {
	}

	/** People may say in public what they like: without a demand beside a threat nothing of it is evidence, and only what speaks for them or is their right is kept. */
	public function by( string $channel ): self {
		if ( $channel !== Channel::PublicPost->value || in_array( Label::Demand, array_column( $this->findings, 'label' ), true ) ) {
			return $this;
		}

		return new self( $this->languages, array_values( array_filter( $this->findings, static fn ( Finding $finding ): bool => in_array( $finding->label, self::HARMLESS, true ) ) ) );
	}
}
