<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** What, near a match, says that it means something else. */
final class Veto {

	/** Patterns of plain letters read bytes; the others need whole characters. */
	private readonly bool $letters;

	public function __construct( private readonly string $scope, private readonly string $regex ) {
		$this->letters = str_ends_with( $regex, 'u' );
	}

	public function speaks( Vicinity $of ): bool {
		$place = $this->letters ? $of->letters( $this->scope ) : $of->place( $this->scope );

		return $place !== '' && Regex::matches( $this->regex, $place );
	}
}
