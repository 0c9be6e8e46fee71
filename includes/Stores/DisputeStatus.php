<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** How a dispute of a charge stands. The values are part of the REST shape. */
enum DisputeStatus: string {

	case None = 'none';

	/** Ended in favor of the shop, or withdrawn. */
	case Won = 'won';

	/** An inquiry, a warning, a review: the money is still here, and a refund settles it. */
	case Warning = 'warning';

	/** The bank decides, and may have taken the money already. */
	case Open = 'open';

	case Lost = 'lost';

	/** The worse of two words on one charge; unknown words say nothing. */
	public static function worse( string $one, string $other ): self {
		[ $first, $second ] = [ self::tryFrom( $one ) ?? self::None, self::tryFrom( $other ) ?? self::None ];

		return $first->gravity() >= $second->gravity() ? $first : $second;
	}

	public function gravity(): int {
		return (int) array_search( $this, self::cases(), true );
	}

	public function has_ended(): bool {
		return $this === self::Won || $this === self::Lost;
	}
}
