<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

/** The third time a template goes out as it is, it begins to read like a script. */
final class ScriptCheck implements Check {

	private const OFTEN = 3;

	/** @return list<Remark> */
	public function look( Draft $draft ): array {
		return $draft->sent_unchanged < self::OFTEN ? [] : [ Remark::at( Code::Script, $draft->text, 0, strlen( $draft->text ) ) ];
	}
}
