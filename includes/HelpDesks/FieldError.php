<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** What is wrong with one field of what a desk sent. The code is a word for programs; `Intake\FieldSentences` has the sentence. */
final class FieldError {

	public const MISSING    = 'missing';
	public const UNREADABLE = 'unreadable';
	public const NO_EMAIL   = 'no_email';
	public const NO_TIME    = 'no_time';
	public const FUTURE     = 'future';
	public const TOO_OLD    = 'too_old';
	public const NEGATIVE   = 'negative';
	public const UNKNOWN    = 'unknown_value';
	public const REPEATED   = 'repeated';

	public function __construct(
		public readonly string $field,
		public readonly string $code,
	) {
	}
}
