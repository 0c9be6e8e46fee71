<?php
declare( strict_types=1 );

namespace Amicable\Away;

/** What is answered whoever somebody is: no lock covers it, and answering opens nothing again. */
enum Passage: string {

	case PersonalData = 'personal_data';

	/** Withdrawal, warranty. */
	case Withdrawal = 'withdrawal';

	/** Invoices, tax papers. */
	case Invoice = 'invoice';

	/** Somebody found a hole in the product. */
	case Security = 'security';

	/** Mail from an authority or from somebody's counsel. */
	case Authority = 'authority';

	/** Handing over the data of a service. */
	case Data = 'data';

	/** The neutral text for it. */
	public function template(): string {
		return "lock_$this->value";
	}
}
