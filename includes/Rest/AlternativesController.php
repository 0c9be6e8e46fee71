<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Letters\Alternatives;
use Amicable\Stores\GiftShop;
use Closure;
use WP_REST_Request;

/** Which other makers a shop recommends instead of one of its products. */
final class AlternativesController implements Controller {

	/** @param Closure(): list<GiftShop> $shops Shops whose products can be looked up by name. */
	public function __construct(
		private readonly Alternatives $alternatives,
		private readonly Closure $shops,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/playbook/alternatives', Capability::CASES, fn (): Reply => $this->read(), answer: 'playbook.alternatives' ),
			new Route( 'PUT', '/playbook/alternatives', Capability::SETTINGS, $this->save( ... ), body: 'playbook.alternatives_save', answer: 'playbook.alternatives' ),
		];
	}

	private function read(): Reply {
		return new Reply( [ 'products' => $this->alternatives->all() ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 400 naming the fields, 409 when somebody else changed it.
	 */
	private function save( WP_REST_Request $request ): Reply {
		$product = trim( (string) $request['product'] );
		/** @var list<array{name: string, link: string|null}> $others Judged by the schema. */
		$others = $request['others'];
		$errors = self::judge( $others );
		if ( $others !== [] && $this->alternatives->version( $product ) === 0 && ! $this->is_sold( $product ) ) {
			$errors['product'] = __( 'No shop here sells something of this name. Write it as it is called there.', 'amicable' );
		}
		if ( $errors !== [] ) {
			throw Schema::refusal( $errors );
		}
		if ( ! $this->alternatives->save( $product, (int) $request['version'], $others, get_current_user_id() ) ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody changed this meanwhile. Nothing was saved; look at it again.', 'amicable' ), 409 );
		}

		return $this->read();
	}

	/**
	 * A name, and nothing said about it: letters set the names apart by commas.
	 *
	 * @param list<array{name: string, link: string|null}> $others
	 * @return array<string, string>
	 */
	public static function judge( array $others, string $at = '' ): array {
		$errors = [];
		foreach ( $others as $index => $other ) {
			if ( preg_match( '/^[^,;(){}<>\r\n]{2,}$/u', trim( $other['name'] ) ) !== 1 ) {
				$errors[ "{$at}others.$index.name" ] = __( 'Write the name alone, without commas, brackets or braces.', 'amicable' );
			}
		}

		return $errors;
	}

	private function is_sold( string $product ): bool {
		$shops = ( $this->shops )();
		foreach ( $shops as $shop ) {
			foreach ( $shop->products( $product, 20 ) as $one ) {
				if ( mb_strtolower( $one['name'], 'UTF-8' ) === mb_strtolower( $product, 'UTF-8' ) ) {
					return true;
				}
			}
		}

		return $shops === [];
	}
}
