<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Amicable\Plugin;
use Defuse\Crypto\Key;
use IdeoLogix\DigitalLicenseManager\Database\Schema;
use PHPUnit\Framework\Attributes\After;
use ReflectionProperty;

/** The functions and tables of the real Digital License Manager, beside the shop. Its hooks and screens are not started. */
trait MakesDigitalLicenses {

	protected function start_digital_license_manager(): void {
		$home   = getenv( 'XDG_CACHE_HOME' );
		$cache  = is_string( $home ) && $home !== '' ? $home : getenv( 'HOME' ) . '/.cache';
		$places = array_filter( [ getenv( 'AMICABLE_PLUGINS_DIR' ), "$cache/amicable/plugins" ] );
		foreach ( $places as $place ) {
			if ( is_readable( "$place/digital-license-manager/vendor/autoload.php" ) ) {
				require_once "$place/digital-license-manager/vendor/autoload.php";
				require_once "$place/digital-license-manager/helpers.php";
				break;
			}
		}
		if ( ! function_exists( 'dlm_get_licenses' ) ) {
			self::markTestSkipped( 'NOT TRIED: Digital License Manager (digital-license-manager) is not in the plugin cache of this machine.' );
		}
		if ( ! defined( 'DLM_PLUGIN_SECRET' ) ) {
			define( 'DLM_PLUGIN_SECRET', 'secret-of-tests' );
			define( 'DLM_PLUGIN_DEFUSE', Key::createNewRandomKey()->saveToAsciiSafeString() );
		}
		Schema::create();
		update_option( 'dlm_db_version', 1 );
		$this->look_again_for_licenses();
	}

	/** Which systems there are is found out once a request; here, once a test. */
	#[After]
	protected function look_again_for_licenses(): void {
		( new ReflectionProperty( Plugin::class, 'graphs' ) )->setValue( Plugin::instance(), [] );
	}
}
