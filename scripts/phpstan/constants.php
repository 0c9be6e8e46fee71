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

define( 'OBJECT', 'OBJECT' );
define( 'OBJECT_K', 'OBJECT_K' );
define( 'ARRAY_A', 'ARRAY_A' );
define( 'ARRAY_N', 'ARRAY_N' );

define( 'MINUTE_IN_SECONDS', 60 );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'WEEK_IN_SECONDS', 604800 );
define( 'MONTH_IN_SECONDS', 2592000 );
define( 'YEAR_IN_SECONDS', 31536000 );
