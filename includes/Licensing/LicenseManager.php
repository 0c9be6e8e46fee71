<?php
declare( strict_types=1 );

namespace Amicable\Licensing;

use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;

/** A system that issues keys. Sites first, `disable()` last, then read again. Every adapter passes LicenseManagerContract. */
interface LicenseManager {

	/** 'lmfwc', 'edd_sl', 'sample', … */
	public function id(): string;

	public function label(): string;

	/**
	 * @param list<OrderRef> $orders
	 * @return list<License>
	 */
	public function licenses_of( array $orders, Keys $keys ): array;

	public function license( string $id ): ?License;

	/**
	 * What somebody reads out to us: a whole key, or the address of a site that uses one. Never a part of a key.
	 *
	 * @return list<License> At most ten.
	 */
	public function search( string $text ): array;

	/** Ends one activation. */
	public function deactivate( string $license_id, string $activation_id ): Result;

	/** Makes the key useless. Children of bundles included. */
	public function disable( string $license_id ): Result;

	/**
	 * @param list<OrderRef> $orders
	 * @return list<Obligation> Checks 8 and 13.
	 */
	public function obligations( array $orders, Keys $keys ): array;
}
