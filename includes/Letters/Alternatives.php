<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Storage\PlaybookTexts;

/**
 * Which other makers a shop recommends to whom one of its products does not suit: names and links, no comparisons. By the product's name, which
 * is what a letter says, and what holds in another shop too. What all other products take stands in the field `alternatives`.
 *
 * @phpstan-type Other array{name: string, link: string|null}
 */
final class Alternatives {

	private const ANY = ShopFields::ANY;

	public function __construct( private readonly PlaybookTexts $texts ) {
	}

	/** @return list<array{product: string, version: int, others: list<Other>}> By name; those that were emptied are not among them. */
	public function all(): array {
		$all = [];
		foreach ( $this->texts->all( PlaybookTexts::OTHERS ) as $row ) {
			$others = self::parse( $row['words'] );
			if ( $others !== [] ) {
				$all[] = [
					'product' => $row['subject'],
					'version' => $row['version'],
					'others'  => $others,
				];
			}
		}
		usort( $all, static fn ( array $one, array $other ): int => strnatcasecmp( $one['product'], $other['product'] ) );

		return $all;
	}

	/** How often the list of this product was changed; 0: never. */
	public function version( string $product ): int {
		return $this->texts->all( PlaybookTexts::OTHERS )[ self::slug( $product ) . ' ' . self::ANY ]['version'] ?? 0;
	}

	/**
	 * @param list<Other> $others None: what holds for all other products holds for this one too.
	 * @return bool False: somebody else changed it meanwhile.
	 */
	public function save( string $product, int $version, array $others, int $user_id ): bool {
		$kept = $this->version( $product );

		return $kept === $version && $this->texts->put( PlaybookTexts::OTHERS, self::slug( $product ), self::ANY, $version + 1, $kept === 0 ? null : $kept, 1, trim( $product ), $others === [] ? null : (string) wp_json_encode( $others ), $user_id );
	}

	/** As a letter says it; empty: nothing is kept for this product. A variation has what its product has. */
	public function words( string $product ): string {
		$best = null;
		foreach ( $product === '' ? [] : $this->all() as $one ) {
			$is_it = preg_match( '/^' . preg_quote( self::plain( $one['product'] ), '/' ) . '(?![\p{L}\p{N}])/u', self::plain( $product ) ) === 1;
			if ( $is_it && ( $best === null || mb_strlen( $one['product'] ) > mb_strlen( $best['product'] ) ) ) {
				$best = $one;
			}
		}

		return implode( ', ', array_map( static fn ( array $other ): string => $other['link'] === null ? $other['name'] : "{$other['name']} ({$other['link']})", $best['others'] ?? [] ) );
	}

	/**
	 * Names before the commas and addresses.
	 *
	 * @return list<string>
	 */
	public static function names( string $words ): array {
		$names = array_map( static fn ( string|false $name ): string => trim( (string) $name ), (array) preg_split( '/[,;\n]|\(?https?:[^\s,)]+\)?/u', $words ) );

		return array_values( array_filter( $names, static fn ( string $name ): bool => mb_strlen( $name ) > 1 ) );
	}

	/** @return list<Other> */
	private static function parse( ?string $json ): array {
		$kept   = $json === null ? null : json_decode( $json, true );
		$others = [];
		foreach ( is_array( $kept ) ? $kept : [] as $one ) {
			if ( is_array( $one ) && is_string( $one['name'] ?? null ) ) {
				$others[] = [
					'name' => $one['name'],
					'link' => is_string( $one['link'] ?? null ) ? $one['link'] : null,
				];
			}
		}

		return $others;
	}

	private static function slug( string $product ): string {
		return 'p' . substr( hash( 'sha256', self::plain( $product ) ), 0, 24 );
	}

	private static function plain( string $name ): string {
		return mb_strtolower( trim( (string) preg_replace( '/\s+/u', ' ', $name ) ), 'UTF-8' );
	}
}
