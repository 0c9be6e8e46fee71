<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** In which language a ticket's question was asked, from what the reading of its messages said. */
final class WrittenIn {

	/** Its letters are nobody else's: beside it other languages are single words. */
	private const SURE = 'ko';

	/**
	 * @param list<string|null> $read Of the customer's messages, oldest first: 'en', 'en,tr'; '': in no language that is read; null: nobody read it.
	 * @return string|null The first that is certain, else several, else ''; null: nobody knows.
	 */
	public static function of( array $read ): ?string {
		$known   = array_filter( $read, static fn ( ?string $languages ): bool => $languages !== null );
		$several = '';
		foreach ( $known as $languages ) {
			$each = $languages === '' ? [] : explode( ',', $languages );
			if ( count( $each ) === 1 || in_array( self::SURE, $each, true ) ) {
				return count( $each ) === 1 ? $each[0] : self::SURE;
			}
			$several = $several === '' ? $languages : $several;
		}

		return $known === [] ? null : $several;
	}
}
