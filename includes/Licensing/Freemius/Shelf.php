<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Freemius;

use Amicable\Licensing\License;
use Amicable\Stores\Keys;

/** What lies at Freemius, read only. */
final class Shelf {

	public function __construct(
		private readonly FreemiusSettings $settings,
		private readonly FreemiusApi $api,
	) {
	}

	/**
	 * Freemius knows people by their email, and each product for itself.
	 *
	 * @return list<License>
	 * @throws Unreadable
	 */
	public function of( Keys $keys ): array {
		$found = [];
		foreach ( $this->settings->products as $product ) {
			foreach ( $keys->emails as $email ) {
				foreach ( $this->users( $product, $email ) as $user ) {
					$found = [ ...$found, ...$this->of_user( $product, $user ) ];
				}
			}
		}

		return $found;
	}

	/**
	 * @return list<License>
	 * @throws Unreadable
	 */
	public function by_key( string $key ): array {
		$found = [];
		foreach ( $this->settings->products as $product ) {
			$rows = array_filter( $this->api->all( $product, 'licenses.json', 'licenses', [ 'search' => $key ] ), static fn ( array $row ): bool => hash_equals( Entities::text( $row, 'secret_key' ), $key ) );
			foreach ( $rows as $row ) {
				$found[] = $this->with_sites( $product, $row );
			}
		}

		return array_slice( $found, 0, 10 );
	}

	/**
	 * @return License|null Null: there is no such license.
	 * @throws Unreadable
	 */
	public function license( LicenseName $name ): ?License {
		$answer = $this->api->ask( $name->product, "licenses/$name->license.json" );
		if ( $answer->status === 404 ) {
			return null;
		}
		if ( ! $answer->is_yes() || ! is_array( $answer->json ) || Entities::text( $answer->json, 'id' ) !== $name->license ) {
			throw new Unreadable( FreemiusApi::why( $answer ) );
		}

		return $this->with_sites( $name->product, $answer->json );
	}

	/** @throws Unreadable */
	public function charges( LicenseName $name ): bool {
		$answer = $this->api->ask( $name->product, "licenses/$name->license/subscription.json" );
		if ( $answer->status !== 404 && ! $answer->is_yes() ) {
			throw new Unreadable( FreemiusApi::why( $answer ) );
		}

		return $answer->status !== 404 && Entities::charges( $answer->json );
	}

	/** @throws Unreadable */
	public function is_installed( LicenseName $name, string $install ): bool {
		$answer = $this->api->ask( $name->product, "installs/$install.json" );
		if ( $answer->status !== 404 && ( ! $answer->is_yes() || ! is_array( $answer->json ) ) ) {
			throw new Unreadable( FreemiusApi::why( $answer ) );
		}

		return is_array( $answer->json ) && Entities::text( $answer->json, 'license_id' ) === $name->license;
	}

	/**
	 * @return list<string> Its search also finds parts of an address, so what comes back is compared.
	 * @throws Unreadable
	 */
	private function users( Product $product, string $email ): array {
		$rows = array_filter( $this->api->all( $product, 'users.json', 'users', [ 'email' => $email ] ), static fn ( array $row ): bool => strtolower( Entities::text( $row, 'email' ) ) === strtolower( $email ) );

		return array_values( array_map( static fn ( array $row ): string => Entities::text( $row, 'id' ), $rows ) );
	}

	/**
	 * @return list<License>
	 * @throws Unreadable
	 */
	private function of_user( Product $product, string $user ): array {
		$rows     = $this->api->all( $product, "users/$user/licenses.json", 'licenses', [] );
		$installs = $rows === [] ? [] : $this->installs( $product, $user );

		return array_map( static fn ( array $row ): License => Entities::license( $product, $row, Entities::sites( $installs, Entities::text( $row, 'id' ) ) ), $rows );
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @throws Unreadable
	 */
	private function with_sites( Product $product, array $row ): License {
		$user = Entities::text( $row, 'user_id' );

		return Entities::license( $product, $row, $user === '' ? [] : Entities::sites( $this->installs( $product, $user ), Entities::text( $row, 'id' ) ) );
	}

	/**
	 * @return list<array<array-key, mixed>>
	 * @throws Unreadable
	 */
	private function installs( Product $product, string $user ): array {
		return $this->api->all( $product, "users/$user/installs.json", 'installs', [ 'fields' => 'id,url,license_id' ] );
	}
}
