<?php
/**
 * Runs every word of a Hunspell dictionary through a pack and says which ordinary words it takes for something else.
 *
 * php scripts/language/collisions.php ko DICTIONARY.dic
 * The .aff file lies beside the .dic file. Dictionaries are not part of this repository.
 * Each collision is said on standard error when it is first met; the table on standard output comes last.
 */

declare( strict_types=1 );

use Amicable\Bench\Collisions;
use Amicable\Bench\Hunspell;
use Amicable\Language\Pack;
use Amicable\Language\PackText;

require __DIR__ . '/autoload.php';
require __DIR__ . '/../../bench/Hunspell.php';
require __DIR__ . '/../../bench/Collisions.php';

ini_set( 'memory_limit', '1G' );
$arguments = array_slice( $argv, 1 );
$language  = basename( $arguments[0] ?? '', '.json' );
$compiled  = __DIR__ . "/../../includes/Language/packs/$language.txt";
if ( ! is_file( $compiled ) || ! str_ends_with( $arguments[1] ?? '', '.dic' ) || ! is_file( $arguments[1] ) ) {
	fwrite( STDERR, "php scripts/language/collisions.php LANGUAGE DICTIONARY.dic\n" );
	exit( 1 );
}
$collisions = new Collisions( new Pack( new PackText( new SplFileObject( $compiled ) ) ) );
$collisions->scan( ( new Hunspell( $arguments[1] ) )->forms(), static fn ( string $line ): int|false => fwrite( STDERR, "$line\n" ) );
echo $collisions->report();
