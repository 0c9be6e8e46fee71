<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

/** Mail that would have been sent. */
final class Outbox {

	/** @var list<array{to: string|array<string>, subject: string, message: string, headers: mixed, attachments: mixed}> */
	public array $mails = [];

	public function open(): void {
		add_filter( 'pre_wp_mail', $this->catch( ... ), PHP_INT_MAX, 2 );
	}

	/** @param array{to: string|array<string>, subject: string, message: string, headers: mixed, attachments: mixed} $mail */
	private function catch( mixed $short, array $mail ): bool {
		$this->mails[] = $mail;

		return $short !== false;
	}
}
