<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Whose words, or whether they are words at all. What has no segment is the writer's own text. */
enum SegmentKind: string {

	case Reply     = 'reply';
	case Forwarded = 'forwarded';
	case Code      = 'code';
	case Log       = 'log';
	case Address   = 'address';
	case Markup    = 'markup';
	case Signature = 'signature';
	/** Between quotation marks: read, but judged by who is being quoted. */
	case Quotation = 'quotation';

	/** Whether such a stretch separates sentences, as a block does and a word does not. */
	public function is_block(): bool {
		return match ( $this ) {
			self::Reply, self::Forwarded, self::Log, self::Signature => true,
			default => false,
		};
	}
}
