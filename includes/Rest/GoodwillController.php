<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Clock;
use Amicable\Projection\Projector;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\CustomerFacts;
use Amicable\Storage\Database;
use Amicable\Values\Currency;
use Closure;
use DateTimeImmutable;
use WP_REST_Request;

/** What a customer was given to make up for something. It costs what it cost the shop, once it is used. */
final class GoodwillController implements Controller {

	/** @param Closure(): Projector $projector */
	public function __construct(
		private readonly CustomerFinder $finder,
		private readonly CustomerFacts $facts,
		private readonly Closure $projector,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/customers/(?P<id>\d+)/goodwill', Capability::VIEW, $this->list( ... ), answer: 'goodwill.entry', query: Pagination::QUERY ),
			new Route( 'POST', '/customers/(?P<id>\d+)/goodwill', Capability::LOG, $this->add( ... ), body: 'goodwill.create', answer: 'goodwill.entry' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function list( WP_REST_Request $request ): Reply {
		$id       = $this->finder->current( $request );
		$page     = (int) $request['page'];
		$per_page = (int) $request['per_page'];
		$rows     = $this->facts->page( 'goodwill', $id, $per_page, ( $page - 1 ) * $per_page );

		return Pagination::numbered( array_map( self::shape( ... ), $rows ), $this->facts->count( 'goodwill', $id ), "/customers/$id/goodwill", [ 'per_page' => $per_page ], $page, $per_page );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function add( WP_REST_Request $request ): Reply {
		$customer = $this->finder->current( $request );
		$given    = (array) $request->get_json_params();
		$used_at  = $this->used_at( $given );
		$this->judge( $given, $used_at );
		$id = $this->facts->add_goodwill(
			[
				'customer_id' => $customer,
				'kind'        => (string) $given['kind'],
				'currency'    => (string) $given['cost']['currency'],
				'value'       => (int) $given['value']['minor'],
				'cost'        => (int) $given['cost']['minor'],
				'used'        => $used_at === null ? 0 : 1,
				'used_at'     => $used_at === null ? null : Database::time( $used_at ),
				'note'        => (string) ( $given['note'] ?? '' ),
				'created_by'  => get_current_user_id(),
				'created_at'  => Database::time( $this->clock->now() ),
			]
		);
		( $this->projector )()->project( $customer );

		return new Reply( self::shape( $this->facts->goodwill( $id ) ?? [] ), 201, [], $id );
	}

	/** @param array<array-key, mixed> $given */
	private function used_at( array $given ): ?DateTimeImmutable {
		if ( $given['used'] !== true ) {
			return null;
		}

		return isset( $given['used_at'] )
			? Shape::moment( (string) $given['used_at'] ) ?? throw Schema::refusal( [ 'used_at' => __( 'There is no such day.', 'amicable' ) ] )
			: $this->clock->now();
	}

	/**
	 * @param array<array-key, mixed> $given
	 * @throws AmicableException 400 naming the fields.
	 */
	private function judge( array $given, ?DateTimeImmutable $used_at ): void {
		$base   = $this->settings->current()->base_currency;
		$errors = [];
		foreach ( [ 'value', 'cost' ] as $field ) {
			if ( $given[ $field ]['minor'] < 0 ) {
				$errors[ "$field.minor" ] = __( 'This cannot be less than nothing.', 'amicable' );
			}
			if ( ! Currency::is_known( $given[ $field ]['currency'] ) ) {
				$errors[ "$field.currency" ] = __( 'This is not a currency that we know.', 'amicable' );
			} elseif ( $given[ $field ]['currency'] !== $base ) {
				/* translators: %s: currency code, "USD". */
				$errors[ "$field.currency" ] = sprintf( __( 'Enter this amount in %s, the currency that costs are counted in.', 'amicable' ), $base );
			}
		}
		if ( $used_at !== null && $used_at > $this->clock->now() ) {
			$errors['used_at'] = __( 'This lies in the future.', 'amicable' );
		}
		if ( $errors !== [] ) {
			throw Schema::refusal( $errors );
		}
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private static function shape( array $row ): array {
		$money = [
			'value' => Shape::money( $row['value'], (string) $row['currency'] ),
			'cost'  => Shape::money( $row['cost'], (string) $row['currency'] ),
		];

		return [
			'id'         => (int) $row['id'],
			'kind'       => (string) $row['kind'],
			'used'       => $row['used'] === '1',
			'used_at'    => Shape::time( $row['used_at'] ),
			'note'       => (string) $row['note'],
			'created_by' => Words::who( (int) $row['created_by'] ),
			'created_at' => Shape::time( $row['created_at'] ),
		] + ( current_user_can( Capability::MONEY ) ? [ 'money' => $money ] : [] );
	}
}
