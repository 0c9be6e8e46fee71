<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Remote;

use Amicable\HelpDesks\ReplyDesk;
use Amicable\Licensing\LicenseServer\Seal;
use Amicable\Licensing\LicenseServer\Wire;

/** The outside help desks that this site can sign in at. */
final class RemoteDesks {

	public function __construct(
		private readonly Wire $wire,
		private readonly Seal $seal,
	) {
	}

	/** @return list<ReplyDesk> */
	public function of( DeskSettings $settings ): array {
		return array_values( array_filter( array_map( fn ( string $id ): ?ReplyDesk => $this->desk( $id, $settings->accounts[ $id ] ?? new Account() ), array_keys( DeskSettings::DESKS ) ) ) );
	}

	/** Null: nobody said how, or the salts of this site have changed since. */
	public function desk( string $id, Account $account ): ?ReplyDesk {
		$secret = $account->is_complete() ? $this->seal->open( $account->secret ) : null;
		if ( $secret === null ) {
			return null;
		}
		$line = new Line( $this->wire, DeskSettings::DESKS[ $id ] ?? $id, $account->host );

		return match ( $id ) {
			HelpScout::ID => new HelpScout( $line, $account->user, $secret ),
			Zendesk::ID   => new Zendesk( $line, $account->user, $secret ),
			Freshdesk::ID => new Freshdesk( $line, $secret ),
			default       => null,
		};
	}
}
