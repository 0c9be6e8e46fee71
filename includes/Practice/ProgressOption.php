<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Storage\OptionRow;

/** Where the progress stands between two requests; whoever writes has to have seen what they write over. */
final class ProgressOption {

	public const NAME = 'amicable_practice_state';

	public function __construct( private readonly OptionRow $option ) {
	}

	public function read(): Progress {
		return Progress::from_json( $this->option->read( self::NAME ) );
	}

	/** False: somebody else was first. */
	public function change( Progress $from, Progress $to ): bool {
		return $this->option->swap( self::NAME, $from->state === Progress::ABSENT ? null : $from->to_json(), $to->to_json() );
	}

	public function delete(): void {
		delete_option( self::NAME );
	}
}
