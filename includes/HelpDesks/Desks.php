<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** The help desks that something can be sent through. */
final class Desks {

	/** @var list<ReplyDesk> */
	private readonly array $desks;

	public function __construct( ReplyDesk ...$desks ) {
		$this->desks = array_values( $desks );
	}

	/** @return list<ReplyDesk> */
	public function all(): array {
		return $this->desks;
	}

	public function get( string $id ): ?ReplyDesk {
		foreach ( $this->desks as $desk ) {
			if ( $desk->id() === $id ) {
				return $desk;
			}
		}

		return null;
	}
}
