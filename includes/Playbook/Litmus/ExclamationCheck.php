<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Regex;

/** One exclamation mark is a smile; several in a row, or a second one, are a raised voice. */
final class ExclamationCheck implements Check {

	public function __construct( private readonly Quotations $quotations ) {
	}

	/** @return list<Remark> */
	public function look( Draft $draft ): array {
		$remarks = [];
		$seen    = 0;
		// Not in code: != and !important.
		foreach ( Regex::all( '/[!?！？‼⁉❗]*[!！‼⁉❗][!?！？‼⁉❗]*(?![\p{L}=])/u', $this->quotations->blanked( $draft ) ) as [ $marks, $at ] ) {
			++$seen;
			if ( $seen > 1 || mb_strlen( $marks, 'UTF-8' ) > 1 || in_array( $marks, [ '‼', '⁉', '❗' ], true ) ) {
				$remarks[] = Remark::at( Code::Exclamation, $draft->text, $at, $at + strlen( $marks ) );
			}
		}

		return $remarks;
	}
}
