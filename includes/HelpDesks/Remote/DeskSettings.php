<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Remote;

use Amicable\HelpDesks\Tags\TagSettings;

/** Which outside help desks this shop has, and how it signs in there, and what they are told by tags. */
final class DeskSettings {

	/** Id => name. */
	public const DESKS = [
		HelpScout::ID => 'Help Scout',
		Zendesk::ID   => 'Zendesk',
		Freshdesk::ID => 'Freshdesk',
	];

	/** @param array<string, Account> $accounts By desk. */
	public function __construct(
		public readonly int $version,
		public readonly array $accounts,
		public readonly TagSettings $tags = new TagSettings( false ),
	) {
	}

	/** @param array<array-key, mixed> $kept What is missing or makes no sense is as if nobody had said it. */
	public static function from_array( array $kept ): self {
		$accounts = [];
		foreach ( array_keys( self::DESKS ) as $desk ) {
			$said = is_array( $kept['accounts'] ?? null ) && is_array( $kept['accounts'][ $desk ] ?? null ) ? $kept['accounts'][ $desk ] : [];
			$text = static fn ( string $name ): string => is_string( $said[ $name ] ?? null ) ? $said[ $name ] : '';

			$accounts[ $desk ] = new Account( $text( 'host' ), $text( 'user' ), $text( 'secret' ) );
		}

		return new self( is_int( $kept['version'] ?? null ) ? max( 1, $kept['version'] ) : 1, $accounts, TagSettings::from_array( is_array( $kept['tags'] ?? null ) ? $kept['tags'] : [] ) );
	}

	/** @return array{version: int, accounts: array<string, array{host: string, user: string, secret: string}>, tags: array{on: bool, high_value: string, locked: string}} */
	public function to_array(): array {
		return [
			'version'  => $this->version,
			'accounts' => array_map( static fn ( Account $account ): array => $account->to_array(), $this->accounts ),
			'tags'     => $this->tags->to_array(),
		];
	}

	/** What a host of this desk looks like; anything else is never asked. */
	public static function pattern( string $desk ): string {
		return match ( $desk ) {
			HelpScout::ID => '/^api\.helpscout\.net$/D',
			Zendesk::ID   => '/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.zendesk\.com$/D',
			default       => '/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.freshdesk\.com$/D',
		};
	}
}
