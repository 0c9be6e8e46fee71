<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** A stretch of the message that is not simply the writer speaking. Offsets in bytes. */
final class Segment {

	public function __construct(
		public readonly SegmentKind $kind,
		public readonly int $start,
		public readonly int $end,
	) {
	}

	public function holds( int $start, int $end ): bool {
		return $this->start <= $start && $end <= $this->end;
	}

	/** Whether something that began before it ends in it: then it is what was said, not who says it. */
	public function catches( int $end ): bool {
		return $this->start < $end && $end <= $this->end;
	}
}
