<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Licensing\LicenseServer\Conversation;
use Amicable\Licensing\LicenseServer\Seal;
use Amicable\Licensing\LicenseServer\ServerOption;
use Amicable\Licensing\LicenseServer\ServerSettings;
use Amicable\Licensing\LicenseServer\Wire;
use Amicable\Mode;
use Amicable\Storage\LogChain;
use Amicable\Stores\OrderRef;
use Closure;
use WP_REST_Request;

/** How a license server of the shop's own is spoken to. The values of its headers come in and never go out. */
final class LicenseServerController implements Controller {

	/** @param Closure(ServerSettings): Conversation $conversation */
	public function __construct(
		private readonly Mode $mode,
		private readonly ServerOption $option,
		private readonly Closure $conversation,
		private readonly Wire $wire,
		private readonly Seal $seal,
		private readonly LogChain $log,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/license-server', Capability::SETTINGS, $this->read( ... ), answer: 'license_server.settings' ),
			new Route( 'PUT', '/license-server', Capability::SETTINGS, $this->write( ... ), body: 'license_server.update', answer: 'license_server.settings' ),
			new Route( 'POST', '/license-server/try', Capability::SETTINGS, $this->try( ... ), body: 'license_server.try', answer: 'license_server.reading' ),
		];
	}

	private function read(): Reply {
		return new Reply( self::shape( $this->option->current() ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function write( WP_REST_Request $request ): Reply {
		$this->only_for_real();
		$body   = (array) $request->get_json_params();
		$before = $this->option->current();
		( new LicenseServerJudge( $this->wire ) )->judge( $body, $before );
		$saved = $this->option->save( ServerSettings::from_array( [ 'headers' => $this->headers( $body, $before ) ] + $body ) );
		$this->log->append( 'license_server_changed', 'settings', 0, null, get_current_user_id(), [ 'host' => $saved->host, 'enabled' => $saved->enabled ] );

		return new Reply( self::shape( $saved ) );
	}

	/**
	 * Reads one order as saved, and changes nothing. Of the answer only the word at the named place is shown.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function try( WP_REST_Request $request ): Reply {
		$this->only_for_real();
		$settings = $this->option->current();
		if ( $settings->host === '' ) {
			throw new AmicableException( 'amicable_license_server', __( 'Name the server and save first.', 'amicable' ), 409 );
		}
		$reading = ( $this->conversation )( $settings )->read( new OrderRef( $settings->store, (int) $request['order_id'] ), patient: true );

		return new Reply(
			[
				'state'   => $reading->state,
				'status'  => $reading->status,
				'ends_at' => Shape::time( $reading->ends_at ),
				'why'     => $reading->why,
			]
		);
	}

	/**
	 * A header without a value keeps the one it has.
	 *
	 * @param array<array-key, mixed> $body
	 * @return array<string, string>
	 */
	private function headers( array $body, ServerSettings $before ): array {
		$headers = [];
		foreach ( is_array( $body['headers'] ?? null ) ? $body['headers'] : [] as $header ) {
			$headers[ $header['name'] ] = $header['value'] === null ? $before->headers[ $header['name'] ] : $this->seal->close( $header['value'] );
		}

		return $headers;
	}

	private function only_for_real(): void {
		if ( $this->mode === Mode::Practice ) {
			throw new AmicableException( 'amicable_practice', __( 'Practice has licenses of its own and asks no server.', 'amicable' ), 409 );
		}
	}

	/** @return array<string, mixed> */
	private static function shape( ServerSettings $settings ): array {
		return [ 'headers' => array_map( strval( ... ), array_keys( $settings->headers ) ) ] + $settings->to_array();
	}
}
