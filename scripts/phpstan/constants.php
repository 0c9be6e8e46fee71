<?php
/** What WordPress defines at run time and the stubs do not know. Read by PHPStan only. */

declare( strict_types=1 );

define( 'ABSPATH', '/' );
define( 'WPINC', 'wp-includes' );
define( 'WP_CONTENT_DIR', '/wp-content' );
define( 'WP_CONTENT_URL', '' );
define( 'WP_PLUGIN_DIR', '/wp-content/plugins' );
define( 'WP_LANG_DIR', '/wp-content/languages' );
define( 'WP_DEBUG', (bool) getenv( 'WP_DEBUG' ) );
define( 'WP_DEBUG_LOG', (bool) getenv( 'WP_DEBUG_LOG' ) );
