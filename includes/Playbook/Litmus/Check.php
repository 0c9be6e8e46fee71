<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

/** One way of looking at a draft. */
interface Check {

	/** @return list<Remark> */
	public function look( Draft $draft ): array;
}
