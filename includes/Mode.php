<?php
declare( strict_types=1 );

namespace Amicable;

/** Whether we look at the real shop or at the sample shop that moves nobody's money. */
enum Mode: string {

	case Live     = 'live';
	case Practice = 'practice';

	/** Prefix of our tables after WordPress's own. */
	public function table_prefix(): string {
		return $this === self::Practice ? 'amicable_practice_' : 'amicable_';
	}

	/** Option that holds the settings of this mode. */
	public function settings_option(): string {
		return $this === self::Practice ? 'amicable_practice_settings' : 'amicable_settings';
	}

	/** Option that says which version of the tables this mode has; absent without tables. */
	public function version_option(): string {
		return $this === self::Practice ? 'amicable_practice_db_version' : 'amicable_db_version';
	}
}
