<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseServer;

use Amicable\AmicableException;
use Amicable\Storage\OptionRow;

/** Where the settings of the license server are kept: JSON in an option of its own, read only by whoever asks that server. */
final class ServerOption {

	public const NAME = 'amicable_license_server';

	public function __construct( private readonly OptionRow $option ) {
	}

	public function current(): ServerSettings {
		return self::parse( get_option( self::NAME, '' ) );
	}

	/** @throws AmicableException 409 When somebody else saved meanwhile. */
	public function save( ServerSettings $settings ): ServerSettings {
		$before = $this->option->read( self::NAME );
		$after  = [ 'version' => $settings->version + 1 ] + $settings->to_array();
		if ( self::parse( $before )->version !== $settings->version || ! $this->option->swap( self::NAME, $before, (string) wp_json_encode( $after ) ) ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody else changed the settings meanwhile. Reload them and try again.', 'amicable' ), 409 );
		}

		return ServerSettings::from_array( $after );
	}

	private static function parse( mixed $json ): ServerSettings {
		$kept = is_string( $json ) ? json_decode( $json, true ) : null;

		return ServerSettings::from_array( is_array( $kept ) ? $kept : [] );
	}
}
