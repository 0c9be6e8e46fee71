<?php
declare( strict_types=1 );

namespace Amicable\Letters;

/** How a letter leaves. */
enum Via: string {

	case Mail = 'mail';

	/** A person took the words and sent them elsewhere. */
	case Copy = 'copy';
}
