<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Who is called in: lawyers, courts and police, or a body that watches over trade or privacy. */
enum LegalKind: string {

	case Litigation = 'litigation';
	case Authority  = 'authority';
}
