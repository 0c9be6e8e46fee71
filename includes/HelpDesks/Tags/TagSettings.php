<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Tags;

/** Whether tickets are tagged, and how the shop calls the tags. */
final class TagSettings {

	/** What every desk takes: Freshdesk has room for 32, Zendesk knows no spaces, Help Scout makes all small. */
	public const NAME = '/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}_-]{1,31}$/uD';

	/** @param array<string, string> $names By kind. */
	public function __construct(
		public readonly bool $on,
		private readonly array $names = [],
	) {
	}

	/** @param array<array-key, mixed> $kept What is missing or makes no sense is as if nobody had said it. */
	public static function from_array( array $kept ): self {
		$names = [];
		foreach ( TagKind::cases() as $kind ) {
			$name = $kept[ $kind->value ] ?? null;
			if ( is_string( $name ) && preg_match( self::NAME, $name ) === 1 ) {
				$names[ $kind->value ] = $name;
			}
		}

		return new self( ( $kept['on'] ?? false ) === true, $names );
	}

	public function name( TagKind $kind ): string {
		return $this->names[ $kind->value ] ?? $kind->default_name();
	}

	/** @return array{on: bool, high_value: string, locked: string} */
	public function to_array(): array {
		return [
			'on'         => $this->on,
			'high_value' => $this->name( TagKind::HighValue ),
			'locked'     => $this->name( TagKind::Locked ),
		];
	}
}
