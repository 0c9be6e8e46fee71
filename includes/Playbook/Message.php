<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** A template with its facts: what a person then reads, changes and sends. */
final class Message {

	/** @param list<string> $paragraphs As in the template, for reading two languages side by side. */
	public function __construct( public readonly string $subject, public readonly array $paragraphs ) {
	}

	public function text(): string {
		return implode( "\n\n", $this->paragraphs );
	}
}
