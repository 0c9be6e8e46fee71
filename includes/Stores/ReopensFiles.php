<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** A shop in which a permission to fetch a file that was closed can be opened again. */
interface ReopensFiles {

	/** Whether a file can be given to somebody who has got the money back. Otherwise only what cost nothing comes back. */
	public function reopens_after_refund(): bool;

	/** @return array<string, scalar|null> What `revoke_download()` is about to change. No names: it stays with the run. Empty: there is no such permission. */
	public function before_revoke( string $id ): array;

	/**
	 * Puts back what stood there. What is so already is not done again.
	 *
	 * @param array<string, mixed> $before What `before_revoke()` said then.
	 */
	public function reopen_download( string $id, array $before ): Result;
}
