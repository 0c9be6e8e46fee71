<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Freemius;

use Amicable\AmicableException;
use Amicable\Storage\OptionRow;

/** Where the products and sealed tokens of Freemius are kept: an option of its own, read only by whoever asks Freemius. */
final class FreemiusOption {

	public const NAME = 'amicable_freemius';

	public function __construct( private readonly OptionRow $option ) {
	}

	public function current(): FreemiusSettings {
		return self::parse( get_option( self::NAME, '' ) );
	}

	/** @throws AmicableException 409 When somebody else saved meanwhile. */
	public function save( FreemiusSettings $settings ): FreemiusSettings {
		$before = $this->option->read( self::NAME );
		$after  = [ 'version' => $settings->version + 1 ] + $settings->to_array();
		if ( self::parse( $before )->version !== $settings->version || ! $this->option->swap( self::NAME, $before, (string) wp_json_encode( $after ) ) ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody else changed the settings meanwhile. Reload them and try again.', 'amicable' ), 409 );
		}

		return FreemiusSettings::from_array( $after );
	}

	private static function parse( mixed $json ): FreemiusSettings {
		$kept = is_string( $json ) ? json_decode( $json, true ) : null;

		return FreemiusSettings::from_array( is_array( $kept ) ? $kept : [] );
	}
}
