<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseServer;

/** How a license server of the shop's own is asked and told. One host, always by https; the values of headers are sealed. */
final class ServerSettings {

	/**
	 * @param 'woocommerce'|'edd'        $store        Whose orders it has licenses for.
	 * @param array<string, string>      $headers      Name => sealed value.
	 * @param list<string>               $ended        Values at `status_path` that mean a license is of no use any more.
	 * @param string                     $ends_at_path Where the answer says until when it was paid for; empty: nowhere.
	 * @param 'POST'|'PUT'|'PATCH'|'DELETE' $end_method
	 * @param string                     $success_path Empty: any 2xx is a yes.
	 * @param 'POST'|'PUT'|'PATCH'|'DELETE' $back_method
	 * @param string                     $back_path    How a license that was ended is given back; empty: not by a call.
	 */
	public function __construct(
		public readonly int $version,
		public readonly bool $enabled,
		public readonly string $name,
		public readonly string $store,
		public readonly string $host,
		public readonly array $headers,
		public readonly string $read_path,
		public readonly string $status_path,
		public readonly array $ended,
		public readonly string $ends_at_path,
		public readonly string $end_method,
		public readonly string $end_path,
		public readonly string $end_body,
		public readonly string $success_path,
		public readonly string $success_value,
		public readonly string $back_method = 'POST',
		public readonly string $back_path = '',
		public readonly string $back_body = '',
	) {
	}

	/** @param array<array-key, mixed> $kept What is missing or makes no sense is as if nobody had said it. */
	public static function from_array( array $kept ): self {
		$text    = static fn ( string $name, string $otherwise = '' ): string => is_string( $kept[ $name ] ?? null ) ? $kept[ $name ] : $otherwise;
		$headers = is_array( $kept['headers'] ?? null ) ? $kept['headers'] : [];
		$ended   = is_array( $kept['ended'] ?? null ) ? $kept['ended'] : [ 'disabled' ];

		return new self(
			version: is_int( $kept['version'] ?? null ) ? max( 1, $kept['version'] ) : 1,
			enabled: ( $kept['enabled'] ?? false ) === true,
			name: $text( 'name' ),
			store: $text( 'store' ) === 'edd' ? 'edd' : 'woocommerce',
			host: $text( 'host' ),
			headers: array_filter( $headers, static fn ( mixed $value, mixed $name ): bool => is_string( $value ) && is_string( $name ), ARRAY_FILTER_USE_BOTH ),
			read_path: $text( 'read_path', '/licenses/{order_id}' ),
			status_path: $text( 'status_path', 'status' ),
			ended: array_values( array_filter( $ended, 'is_string' ) ),
			ends_at_path: $text( 'ends_at_path' ),
			end_method: self::method( $text( 'end_method' ) ),
			end_path: $text( 'end_path', '/licenses/{order_id}/disable' ),
			end_body: $text( 'end_body' ),
			success_path: $text( 'success_path' ),
			success_value: $text( 'success_value' ),
			back_method: self::method( $text( 'back_method' ) ),
			back_path: $text( 'back_path' ),
			back_body: $text( 'back_body' ),
		);
	}

	/** @return array{version: int, enabled: bool, name: string, store: 'woocommerce'|'edd', host: string, headers: array<string, string>, read_path: string, status_path: string, ended: list<string>, ends_at_path: string, end_method: string, end_path: string, end_body: string, success_path: string, success_value: string, back_method: string, back_path: string, back_body: string} */
	public function to_array(): array {
		return [
			'version'       => $this->version,
			'enabled'       => $this->enabled,
			'name'          => $this->name,
			'store'         => $this->store,
			'host'          => $this->host,
			'headers'       => $this->headers,
			'read_path'     => $this->read_path,
			'status_path'   => $this->status_path,
			'ended'         => $this->ended,
			'ends_at_path'  => $this->ends_at_path,
			'end_method'    => $this->end_method,
			'end_path'      => $this->end_path,
			'end_body'      => $this->end_body,
			'success_path'  => $this->success_path,
			'success_value' => $this->success_value,
			'back_method'   => $this->back_method,
			'back_path'     => $this->back_path,
			'back_body'     => $this->back_body,
		];
	}

	/** @return 'POST'|'PUT'|'PATCH'|'DELETE' */
	private static function method( string $method ): string {
		return match ( $method ) {
			'PUT', 'PATCH', 'DELETE' => $method,
			default                  => 'POST',
		};
	}
}
