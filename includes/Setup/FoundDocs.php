<?php
declare( strict_types=1 );

namespace Amicable\Setup;

use WP_Post;
use WP_Post_Type;

/** Where this site seems to keep its documentation: post types with such a name that people can read, and a page called "docs". */
final class FoundDocs {

	private const TYPE = '/^(docs?|documentation|knowledge_?base|kb|kb_?articles?|ht_kb|epkb_post_type_\d+|betterdocs|bsf-docs|manual|helpie_?kb|article|faq)$/D';

	private const PAGES = [ 'docs', 'documentation', 'knowledge-base', 'knowledgebase', 'help', 'support/docs' ];

	/** @return list<array{url: string, name: string, pages: int}> Most pages first. */
	public static function all(): array {
		$types = array_values( array_filter( get_post_types( [ 'publicly_queryable' => true ], 'objects' ), static fn ( WP_Post_Type $type ): bool => preg_match( self::TYPE, $type->name ) === 1 ) );
		$found = array_values( array_filter( [ ...array_map( self::type( ... ), $types ), self::page() ] ) );
		usort( $found, static fn ( array $a, array $b ): int => $b['pages'] <=> $a['pages'] );

		return $found;
	}

	/** @return array{url: string, name: string, pages: int}|null Null: nothing was written yet. */
	private static function type( WP_Post_Type $type ): ?array {
		$pages = (int) ( wp_count_posts( $type->name )->publish ?? 0 );
		$url   = get_post_type_archive_link( $type->name );
		$first = $url === false && $pages > 0 ? get_posts( [ 'post_type' => $type->name, 'numberposts' => 1 ] )[0] ?? null : null;
		$url   = $first instanceof WP_Post ? trailingslashit( dirname( (string) get_permalink( $first ) ) ) : $url;

		return $pages === 0 || $url === false || ! self::is_a_place( $url ) ? null : [
			'url'   => self::https( $url ),
			'name'  => $type->labels->name,
			'pages' => $pages,
		];
	}

	/** @return array{url: string, name: string, pages: int}|null */
	private static function page(): ?array {
		foreach ( self::PAGES as $path ) {
			$page = get_page_by_path( $path );
			if ( $page instanceof WP_Post && $page->post_status === 'publish' ) {
				return [
					'url'   => self::https( (string) get_permalink( $page ) ),
					'name'  => get_the_title( $page ),
					'pages' => 1,
				];
			}
		}

		return null;
	}

	/** Everything below this address is documentation, so it must not be the site itself. */
	private static function is_a_place( string $url ): bool {
		$path = (string) wp_parse_url( $url, PHP_URL_PATH );
		$home = (string) wp_parse_url( home_url( '/' ), PHP_URL_PATH );

		return wp_parse_url( $url, PHP_URL_QUERY ) === null && trim( $path, '/' ) !== trim( $home, '/' );
	}

	/** Addresses are compared without their scheme, and kept with this one. */
	private static function https( string $url ): string {
		return set_url_scheme( $url, 'https' );
	}
}
