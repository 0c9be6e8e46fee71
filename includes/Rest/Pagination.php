<?php
declare( strict_types=1 );

namespace Amicable\Rest;

/** Pages of collections: what may be asked for, and the headers of the answer. */
final class Pagination {

	public const DEEPEST_PAGE = 40;

	/** Query parameters of every collection. */
	public const QUERY = [
		'page'     => [
			'type'    => 'integer',
			'minimum' => 1,
			'maximum' => self::DEEPEST_PAGE,
			'default' => 1,
		],
		'per_page' => [
			'type'    => 'integer',
			'minimum' => 1,
			'maximum' => 100,
			'default' => 25,
		],
	];

	/**
	 * A page by number.
	 *
	 * @param list<mixed>                    $items
	 * @param array<string, scalar|null>     $query The address's own parameters.
	 */
	public static function numbered( array $items, int $total, string $route, array $query, int $page, int $per_page ): Reply {
		$last  = min( self::DEEPEST_PAGE, max( 1, (int) ceil( $total / $per_page ) ) );
		$pages = [
			'prev'  => $page > 1 ? $page - 1 : null,
			'next'  => $page < $last ? $page + 1 : null,
			'first' => 1,
			'last'  => $last,
		];
		$links = array_map( static fn ( int $number ): array => [ 'page' => $number ] + $query, array_filter( $pages, static fn ( ?int $number ): bool => $number !== null ) );

		return new Reply( $items, 200, self::headers( $route, $links, $total, false, $per_page ) );
	}

	/**
	 * @param array<string, array<string, scalar|null>> $links Relation => parameters.
	 * @return array<string, string>
	 */
	public static function headers( string $route, array $links, int $total, bool $about, int $per_page ): array {
		$link = [];
		foreach ( $links as $relation => $query ) {
			$url    = add_query_arg( array_map( static fn ( mixed $value ): string => rawurlencode( (string) $value ), $query ), rest_url( Api::NAMESPACE . $route ) );
			$link[] = "<$url>; rel=\"$relation\"";
		}

		return [
			'X-WP-Total'      => (string) $total,
			'X-WP-TotalPages' => (string) (int) ceil( $total / $per_page ),
			'Link'            => implode( ', ', $link ),
		] + ( $about ? [ 'X-Amicable-Total' => 'about' ] : [] );
	}
}
