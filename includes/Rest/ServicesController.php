<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Storage\LogChain;
use Amicable\Storage\ServiceKinds;
use Amicable\Stores\Catalog;
use Amicable\Stores\Stores;
use Closure;
use WP_REST_Request;

/** What is sold as a service, and for how long its data can be fetched after the end. */
final class ServicesController implements Controller {

	/** @param Closure(): Stores $stores */
	public function __construct(
		private readonly ServiceKinds $kinds,
		private readonly Closure $stores,
		private readonly LogChain $log,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/services', Capability::SETTINGS, fn (): Reply => $this->read(), answer: 'services.list' ),
			new Route( 'POST', '/services', Capability::SETTINGS, $this->add( ... ), body: 'services.create', answer: 'services.list' ),
			new Route( 'DELETE', '/services/(?P<id>\d+)', Capability::SETTINGS, $this->remove( ... ), answer: 'services.list' ),
		];
	}

	private function read( int $status = 200 ): Reply {
		$stores = array_values( array_filter( ( $this->stores )()->all(), static fn ( mixed $store ): bool => $store instanceof Catalog ) );

		return new Reply(
			[
				'stores'   => array_map(
					static fn ( mixed $store ): array => [
						'id'   => $store->id(),
						'name' => $store->label(),
					],
					$stores
				),
				'services' => $this->kinds->all(),
			],
			$status
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 400 when the store has no such thing, 409 when it is a service already.
	 */
	private function add( WP_REST_Request $request ): Reply {
		$store   = (string) $request['store'];
		$what    = (string) $request['what'];
		$id      = (int) $request['object_id'];
		$days    = (int) $request['days'];
		$catalog = ( $this->stores )()->has( $store ) ? ( $this->stores )()->get( $store ) : null;
		$name    = $catalog instanceof Catalog ? ( $what === ServiceKinds::PRODUCT ? $catalog->product_name( $id ) : $catalog->category_name( $id ) ) : null;
		if ( $name === null ) {
			throw Schema::refusal( [ 'object_id' => $what === ServiceKinds::PRODUCT ? __( 'This store has no such product.', 'amicable' ) : __( 'This store has no such category.', 'amicable' ) ] );
		}
		if ( $this->kinds->add( $store, $what, $id, $name, $days, get_current_user_id() ) === null ) {
			$sentence = __( 'This is a service already. Remove it first to change its days.', 'amicable' );
			throw new AmicableException( 'amicable_service_known', $sentence, 409, [ 'object_id' => $sentence ] );
		}
		$this->log->append( 'service_added', 'settings', 0, null, get_current_user_id(), [ 'store' => $store, 'what' => $what, 'id' => $id, 'days' => $days ] );

		return $this->read( 201 );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function remove( WP_REST_Request $request ): Reply {
		if ( $this->kinds->remove( (int) $request->get_url_params()['id'] ) ) {
			$this->log->append( 'service_removed', 'settings', 0, null, get_current_user_id(), [ 'id' => (int) $request->get_url_params()['id'] ] );
		}

		return $this->read();
	}
}
