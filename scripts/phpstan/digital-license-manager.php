<?php
/**
 * What we use of Digital License Manager, which publishes no stubs. Signatures only.
 *
 * phpcs:disable
 */

declare( strict_types=1 );

namespace IdeoLogix\DigitalLicenseManager\Database\Models {

	class License {

		/** @return int|numeric-string */
		public function getId() {}

		/** @return int|numeric-string|null */
		public function getOrderId() {}

		/** @return int|numeric-string|null */
		public function getProductId() {}

		/** @return int|numeric-string */
		public function getStatus() {}

		public function getExpiresAt(): ?string {}

		/** @return string|\WP_Error */
		public function getDecryptedLicenseKey() {}
	}
}

namespace {

	/**
	 * @param array<string, int|string|list<int>> $query
	 * @return array<int, \IdeoLogix\DigitalLicenseManager\Database\Models\License>|WP_Error
	 */
	function dlm_get_licenses( array $query ) {}

	/** @param array<string, int|string|null> $data */
	function dlm_update_license( string $key, array $data ): \IdeoLogix\DigitalLicenseManager\Database\Models\License|WP_Error|null {}

	function dlm_deactivate_license( string $key, string $token ): \IdeoLogix\DigitalLicenseManager\Database\Models\License|WP_Error {}
}
