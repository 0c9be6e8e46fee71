<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Licensing\Freemius\FreemiusApi;
use Amicable\Licensing\Freemius\FreemiusOption;
use Amicable\Licensing\Freemius\FreemiusSettings;
use Amicable\Licensing\Freemius\Product;
use Amicable\Licensing\LicenseServer\Seal;
use Amicable\Mode;
use Amicable\Storage\LogChain;
use WP_REST_Request;

/** Which products are sold through Freemius. Their tokens come in and never go out. */
final class FreemiusController implements Controller {

	public function __construct(
		private readonly Mode $mode,
		private readonly FreemiusOption $option,
		private readonly FreemiusApi $api,
		private readonly Seal $seal,
		private readonly LogChain $log,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/freemius', Capability::SETTINGS, $this->read( ... ), answer: 'freemius.settings' ),
			new Route( 'PUT', '/freemius', Capability::SETTINGS, $this->write( ... ), body: 'freemius.update', answer: 'freemius.settings' ),
			new Route( 'POST', '/freemius/try', Capability::SETTINGS, $this->try( ... ), answer: 'freemius.tried' ),
		];
	}

	private function read(): Reply {
		return new Reply( self::shape( $this->option->current() ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function write( WP_REST_Request $request ): Reply {
		$this->only_for_real();
		$before = $this->option->current();
		/** @var array{version: int, enabled: bool, products: list<array{id: int, name: string, token: string|null}>} $body */
		$body = (array) $request->get_json_params();
		$this->judge( $body['products'], $body['enabled'], $before );
		$products = array_map( fn ( array $product ): array => [ 'token' => $product['token'] === null ? $before->products[ $product['id'] ]->token : $this->seal->close( $product['token'] ) ] + $product, $body['products'] );
		$saved    = $this->option->save( FreemiusSettings::from_array( [ 'products' => $products ] + $body ) );
		$this->log->append( 'freemius_changed', 'settings', 0, null, get_current_user_id(), [ 'products' => implode( ', ', array_keys( $saved->products ) ), 'enabled' => $saved->enabled ] );

		return new Reply( self::shape( $saved ) );
	}

	/** Asks once for each product, with what was saved, and changes nothing. */
	private function try(): Reply {
		$this->only_for_real();
		$tried = [];
		foreach ( $this->option->current()->products as $product ) {
			$answer  = $this->api->ask( $product, 'licenses.json', [ 'count' => 1, 'fields' => 'id' ] );
			$works   = $answer->is_yes() && is_array( $answer->json ) && is_array( $answer->json['licenses'] ?? null );
			$tried[] = [
				'id'    => $product->id,
				'works' => $works,
				'why'   => $works ? null : FreemiusApi::why( $answer ),
			];
		}

		return new Reply( [ 'products' => $tried ] );
	}

	/**
	 * @param list<array{id: int, name: string, token: string|null}> $products
	 * @throws AmicableException 400 naming the fields.
	 */
	private function judge( array $products, bool $enabled, FreemiusSettings $before ): void {
		$errors = $enabled && $products === [] ? [ 'products' => __( 'Add at least one product.', 'amicable' ) ] : [];
		foreach ( $products as $at => [ 'id' => $id, 'name' => $name, 'token' => $token ] ) {
			if ( count( array_keys( array_column( $products, 'id' ), $id, true ) ) > 1 ) {
				$errors[ "products.$at.id" ] = __( 'This product is there twice.', 'amicable' );
			}
			if ( trim( $name ) === '' ) {
				$errors[ "products.$at.name" ] = __( 'Give this product a name.', 'amicable' );
			}
			if ( $token === null ? ! isset( $before->products[ $id ] ) : preg_match( '/^[\x21-\x7e]{8,500}$/D', $token ) !== 1 ) {
				$errors[ "products.$at.token" ] = __( 'Paste the bearer token of this product, in one line.', 'amicable' );
			}
		}
		if ( $errors !== [] ) {
			throw Schema::refusal( $errors );
		}
	}

	private function only_for_real(): void {
		if ( $this->mode === Mode::Practice ) {
			throw new AmicableException( 'amicable_practice', __( 'Practice has licenses of its own and asks no server.', 'amicable' ), 409 );
		}
	}

	/** @return array<string, mixed> */
	private static function shape( FreemiusSettings $settings ): array {
		$products = array_map( static fn ( Product $product ): array => [ 'id' => $product->id, 'name' => $product->name ], array_values( $settings->products ) );

		return [ 'products' => $products ] + $settings->to_array();
	}
}
