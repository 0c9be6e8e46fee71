<?php
declare( strict_types=1 );

namespace Amicable\Checkout;

use Amicable\Customers\Identity;
use Amicable\Storage\Blocks;
use Amicable\Values\EmailAddress;

/** Whether somebody with these names is refused. One indexed read, by hashes. */
final class BlockList {

	public function __construct(
		private readonly Blocks $blocks,
		private readonly Identity $identity,
	) {
	}

	/**
	 * @param list<int>    $user_ids
	 * @param list<string> $emails As typed.
	 */
	public function is_blocked( array $user_ids, array $emails ): bool {
		$keys = [];
		foreach ( array_unique( $user_ids ) as $user_id ) {
			$keys[] = $user_id > 0 ? [ 'user', $this->identity->hash( 'user', (string) $user_id ) ] : null;
		}
		foreach ( $emails as $email ) {
			$address = EmailAddress::try_from( $email )?->normalized;
			$keys[]  = $address === null ? null : [ 'email', $this->identity->hash( 'email', $address ) ];
		}

		return $this->blocks->hits( array_values( array_filter( $keys, static fn ( ?array $key ): bool => $key !== null ) ) ) !== [];
	}
}
