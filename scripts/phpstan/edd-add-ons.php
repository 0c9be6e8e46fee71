<?php
/**
 * What we use of EDD's add-ons and of its screens, which publish no stubs. Signatures only.
 *
 * phpcs:disable
 */

declare( strict_types=1 );

function edd_software_licensing(): EDD_Software_Licensing {}

class EDD_Software_Licensing {

	public EDD_SL_DB $activations_db;

	public EDD_SL_License_Meta_DB $license_meta_db;

	public function get_license( int $license_id ): EDD_SL_License|false {}

	public function force_increase(): bool {}
}

class EDD_SL_DB {

	/** @param array<string, int|string> $data */
	public function update( int $row_id, array $data ): bool {}
}

class EDD_SL_License_Meta_DB extends EDD_SL_DB {

	public function update_meta( int $license_id, string $key, int|string $value ): bool {}
}

class EDD_SL_License {

	public function enable(): bool {}

	public function disable(): bool {}
}

function EDD_Recurring(): EDD_Recurring {}

class EDD_Recurring {

	public function get_gateway( string $id ): object|false {}
}

class EDD_Subscription {

	/** @var int|numeric-string */
	public int|string $id;

	public ?string $profile_id;

	public string $gateway;

	public function __construct( int $id ) {}

	public function can_cancel(): bool {}

	public function cancel(): void {}

	/** @param array<string, string> $data */
	public function update( array $data ): bool {}
}

/** @param string|array<string, string>|null $what */
function edds_api_request( string $object, string $method, string|array|null $what ): object {}

/** Null and anything that is no number: the product without a price. */
function edd_get_download_name( int $download_id, int|string|null $price_id = null ): string|false {}

function edd_get_currency(): string {}

/** @return mixed */
function edd_get_order_meta( int $order_id, string $key, bool $single ) {}

class EDD_Customer {

	/** @var int|numeric-string */
	public int|string $user_id;

	public ?string $email;

	/** @var array<int, mixed> */
	public array $emails;
}
