<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Remote;

use Amicable\AmicableException;
use Amicable\Storage\OptionRow;

/** Where it is kept how to sign in at outside help desks: JSON in an option of its own. */
final class DeskOption {

	public const NAME = 'amicable_help_desks';

	public function __construct( private readonly OptionRow $option ) {
	}

	public function current(): DeskSettings {
		return self::parse( get_option( self::NAME, '' ) );
	}

	/** @throws AmicableException 409 When somebody else saved meanwhile. */
	public function save( DeskSettings $settings ): DeskSettings {
		$before = $this->option->read( self::NAME );
		$after  = [ 'version' => $settings->version + 1 ] + $settings->to_array();
		if ( self::parse( $before )->version !== $settings->version || ! $this->option->swap( self::NAME, $before, (string) wp_json_encode( $after ) ) ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody else changed the settings meanwhile. Reload them and try again.', 'amicable' ), 409 );
		}

		return DeskSettings::from_array( $after );
	}

	private static function parse( mixed $json ): DeskSettings {
		$kept = is_string( $json ) ? json_decode( $json, true ) : null;

		return DeskSettings::from_array( is_array( $kept ) ? $kept : [] );
	}
}
