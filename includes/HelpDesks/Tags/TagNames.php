<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Tags;

use Amicable\Patterns\Slug;
use Amicable\Playbook\Litmus\Code;
use Amicable\Playbook\Litmus\Draft;
use Amicable\Playbook\Litmus\Litmus;
use Amicable\Playbook\Litmus\Remark;
use Amicable\Rest\Words;

/** What a tag may be called: agents of other firms, exports and screenshots show it, so it never says what we read into somebody. */
final class TagNames {

	private const LANGUAGES = [ 'en', 'ko', 'tr' ];

	/** @return string|null Translated: why not. */
	public static function refusal( string $name, TagKind $kind ): ?string {
		if ( preg_match( TagSettings::NAME, $name ) !== 1 ) {
			return __( 'Use 2 to 32 lower-case letters, digits, - or _, without spaces: every help desk takes that.', 'amicable' );
		}
		if ( $name !== $kind->default_name() && ( in_array( self::plain( $name ), self::patterns(), true ) || self::is_a_label( $name ) ) ) {
			return __( 'This names a pattern or a verdict. A tag can end up on a screenshot: choose a neutral word.', 'amicable' );
		}

		return null;
	}

	/** @return list<string> */
	private static function patterns(): array {
		$names = [];
		foreach ( Slug::cases() as $slug ) {
			if ( $slug !== Slug::HighValue && ! $slug->is_own() ) {
				array_push( $names, self::plain( $slug->value ), self::plain( Words::pattern( $slug->value ) ) );
			}
		}

		return $names;
	}

	/** What the litmus test would not have in a message either. */
	private static function is_a_label( string $name ): bool {
		$litmus  = Litmus::shipped();
		$remarks = array_merge( ...array_map( static fn ( string $language ): array => $litmus->look( new Draft( strtr( $name, '-_', '  ' ), $language ) ), self::LANGUAGES ) );

		return array_filter( $remarks, static fn ( Remark $remark ): bool => $remark->code === Code::InternalLabel ) !== [];
	}

	private static function plain( string $name ): string {
		return str_replace( [ '_', ' ' ], '-', mb_strtolower( $name, 'UTF-8' ) );
	}
}
