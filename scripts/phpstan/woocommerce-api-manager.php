<?php declare(strict_types=1);

/**
 * What static analysis has to know of WooCommerce API Manager, in our words: only what we call. Never loaded at run time.
 *
 * phpcs:disable
 */

interface Amicable_Wc_Am_User {
	public function get_api_resource_table_name(): string;
	public function get_api_activation_table_name(): string;
}

interface Amicable_Wc_Am_Activations {
	public function delete_api_key_activation_by_instance_id( string $instance_id ): bool;
	public function delete_api_key_activation_by_activation_id( int $activation_id ): bool;
}

interface Amicable_Wc_Am_Grace_Period {
	public function get_expiration( int $api_resource_id ): int;
	public function delete( int $api_resource_id ): bool;
	public function calculate_grace_period(): int;
}

interface Amicable_Wc_Am_Cache {
	/** @param array<string, array<string, scalar|null>> $data */
	public function delete_cache( array $data, bool $refresh = false ): void;
}

function WC_AM_USER(): Amicable_Wc_Am_User {}
function WC_AM_API_ACTIVATION_DATA_STORE(): Amicable_Wc_Am_Activations {}
function WC_AM_GRACE_PERIOD(): Amicable_Wc_Am_Grace_Period {}
function WC_AM_SMART_CACHE(): Amicable_Wc_Am_Cache {}
