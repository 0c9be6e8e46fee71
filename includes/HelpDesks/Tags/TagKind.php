<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Tags;

/** What a help desk is told of a customer. Nothing else ever is: no pattern, no stage. */
enum TagKind: string {

	case HighValue = 'high_value';

	/** Nobody answers them; whoever opens the ticket looks here first. */
	case Locked = 'locked';

	public function default_name(): string {
		return match ( $this ) {
			self::HighValue => 'high-value',
			self::Locked    => 'see-amicable',
		};
	}
}
