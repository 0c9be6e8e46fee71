<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\Desks;
use Amicable\HelpDesks\Remote\Account;
use Amicable\HelpDesks\Remote\DeskOption;
use Amicable\HelpDesks\Remote\DeskSettings;
use Amicable\HelpDesks\Remote\RemoteDesks;
use Amicable\HelpDesks\TagDesk;
use Amicable\HelpDesks\Tags\TagKind;
use Amicable\HelpDesks\Tags\TagNames;
use Amicable\HelpDesks\Tags\TagSettings;
use Amicable\HelpDesks\Tags\TellDesks;
use Amicable\Jobs\Jobs;
use Amicable\Licensing\LicenseServer\Seal;
use Amicable\Mode;
use Amicable\Storage\DeskTags;
use Amicable\Storage\LogChain;
use Closure;
use WP_REST_Request;

/** How this site signs in at outside help desks, and what they are told by tags. Keys come in and never go out. */
final class HelpDesksController implements Controller {

	/** @param Closure(): Desks $all Those on this site too. */
	public function __construct(
		private readonly Mode $mode,
		private readonly DeskOption $option,
		private readonly RemoteDesks $desks,
		private readonly Seal $seal,
		private readonly LogChain $log,
		private readonly DeskTags $tags,
		private readonly Jobs $jobs,
		private readonly Closure $all,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/help-desks', Capability::SETTINGS, $this->read( ... ), answer: 'help_desks.settings' ),
			new Route( 'PUT', '/help-desks', Capability::SETTINGS, $this->write( ... ), body: 'help_desks.update', answer: 'help_desks.settings' ),
			new Route( 'POST', '/help-desks/try', Capability::SETTINGS, $this->try( ... ), body: 'help_desks.try', answer: 'help_desks.trial' ),
		];
	}

	private function read(): Reply {
		return new Reply( $this->shape( $this->option->current() ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function write( WP_REST_Request $request ): Reply {
		$this->only_for_real();
		$before   = $this->option->current();
		$accounts = $before->accounts;
		$errors   = [];
		foreach ( array_values( (array) $request['desks'] ) as $index => $said ) {
			[ 'id' => $id, 'host' => $host, 'user' => $user, 'secret' => $secret ] = $said;
			$errors         += $this->judge( "desks.$index", $said, $before->accounts[ $id ] );
			$accounts[ $id ] = new Account( $host, trim( $user ), $host === '' ? '' : ( $secret === null ? $before->accounts[ $id ]->secret : $this->seal->close( $secret ) ) );
		}
		$tags    = TagSettings::from_array( (array) $request['tags'] );
		$errors += self::judge_tags( (array) $request['tags'] );
		if ( $errors !== [] ) {
			throw Schema::refusal( $errors );
		}
		$saved = $this->option->save( new DeskSettings( (int) $request['version'], $accounts, $tags ) );
		$this->log->append( 'help_desks_changed', 'settings', 0, null, get_current_user_id(), [ 'desks' => implode( ', ', array_keys( array_filter( $saved->accounts, static fn ( Account $account ): bool => $account->is_complete() ) ) ), 'tags' => $saved->tags->on ] );

		$this->tags->retry();
		$this->jobs->enqueue( TellDesks::NAME );

		return new Reply( $this->shape( $saved ) );
	}

	/**
	 * Looks for an open ticket of whoever asks, as saved: it signs in and changes nothing.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function try( WP_REST_Request $request ): Reply {
		$this->only_for_real();
		$id   = (string) $request['desk'];
		$desk = $this->desks->desk( $id, $this->option->current()->accounts[ $id ] );
		$why  = $desk === null ? __( 'Enter everything and save first. If you did, the salts of this site have changed since: type the key again.', 'amicable' ) : null;
		try {
			$desk?->open_ticket( [ wp_get_current_user()->user_email ] );
		} catch ( DeskRefusal $refusal ) {
			$why = $refusal->getMessage();
		}

		return new Reply(
			[
				'works' => $why === null,
				'why'   => $why,
			]
		);
	}

	/**
	 * @param array{id: string, host: string, user: string, secret: string|null} $said
	 * @return array<string, string>
	 */
	private function judge( string $at, array $said, Account $before ): array {
		if ( $said['host'] === '' ) {
			return []; // Not used, and what was kept of it goes.
		}
		$errors = [];
		if ( preg_match( DeskSettings::pattern( $said['id'] ), $said['host'] ) !== 1 ) {
			$errors[ "$at.host" ] = __( 'This is not an address of that help desk. Write it like yourshop.zendesk.com, without https.', 'amicable' );
		}
		if ( $said['id'] !== 'freshdesk' && trim( $said['user'] ) === '' ) {
			$errors[ "$at.user" ] = __( 'This is missing.', 'amicable' );
		}
		if ( $said['secret'] === '' || ( $said['secret'] === null && $before->secret === '' ) ) {
			$errors[ "$at.secret" ] = __( 'This is missing.', 'amicable' );
		} elseif ( $said['secret'] === null && $said['host'] !== $before->host ) {
			$errors[ "$at.secret" ] = __( 'Another server: type this value again, so that no secret is sent to a server it was not given for.', 'amicable' );
		}

		return $errors;
	}

	/**
	 * @param array<array-key, mixed> $said
	 * @return array<string, string>
	 */
	private static function judge_tags( array $said ): array {
		$errors = [];
		foreach ( TagKind::cases() as $kind ) {
			$errors[ "tags.$kind->value" ] = TagNames::refusal( is_string( $said[ $kind->value ] ?? null ) ? $said[ $kind->value ] : '', $kind );
		}
		if ( ( $said['high_value'] ?? null ) === ( $said['locked'] ?? null ) ) {
			$errors['tags.locked'] = __( 'Two tags need two names.', 'amicable' );
		}

		return array_filter( $errors, is_string( ... ) );
	}

	private function only_for_real(): void {
		if ( $this->mode === Mode::Practice ) {
			throw new AmicableException( 'amicable_practice', __( 'Practice writes to nobody and asks no help desk.', 'amicable' ), 409 );
		}
	}

	/** @return array<string, mixed> */
	private function shape( DeskSettings $settings ): array {
		$desks = [];
		foreach ( DeskSettings::DESKS as $id => $name ) {
			$account = $settings->accounts[ $id ];
			$desks[] = [
				'id'         => $id,
				'name'       => $name,
				'host'       => $account->host,
				'user'       => $account->user,
				'has_secret' => $account->secret !== '',
			];
		}

		return [
			'version' => $settings->version,
			'desks'   => $desks,
			'tags'    => $settings->tags->to_array() + $this->tags->standing( $this->able() ),
		];
	}

	/** @return list<string> Desks that take tags. */
	private function able(): array {
		$able = [];
		foreach ( ( $this->all )()->all() as $desk ) {
			if ( $desk instanceof TagDesk ) {
				$able[] = $desk->id();
			}
		}

		return $able;
	}
}
