<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Freemius;

/** Which products are sold through Freemius. The tokens are sealed. */
final class FreemiusSettings {

	/** @param array<int, Product> $products By id. */
	public function __construct(
		public readonly int $version,
		public readonly bool $enabled,
		public readonly array $products,
	) {
	}

	/** @param array<array-key, mixed> $kept What makes no sense is as if nobody had said it. */
	public static function from_array( array $kept ): self {
		$products = [];
		foreach ( is_array( $kept['products'] ?? null ) ? $kept['products'] : [] as $product ) {
			if ( is_array( $product ) && is_int( $product['id'] ?? null ) && is_string( $product['name'] ?? null ) && is_string( $product['token'] ?? null ) ) {
				$products[ $product['id'] ] = new Product( $product['id'], $product['name'], $product['token'] );
			}
		}

		return new self( is_int( $kept['version'] ?? null ) ? max( 1, $kept['version'] ) : 1, ( $kept['enabled'] ?? false ) === true, $products );
	}

	/** @return array{version: int, enabled: bool, products: list<array{id: int, name: string, token: string}>} */
	public function to_array(): array {
		return [
			'version'  => $this->version,
			'enabled'  => $this->enabled,
			'products' => array_map( static fn ( Product $product ): array => [ 'id' => $product->id, 'name' => $product->name, 'token' => $product->token ], array_values( $this->products ) ),
		];
	}

	public function is_on(): bool {
		return $this->enabled && $this->products !== [];
	}
}
