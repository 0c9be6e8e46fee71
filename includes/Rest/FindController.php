<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Customers\Finder;
use Amicable\Licensing\LicenseManager;
use Amicable\Storage\CustomerRows;
use Closure;
use WP_REST_Request;

/** One box for whatever a customer has at hand: the start of a support agent's day. */
final class FindController implements Controller {

	private const QUERY = [
		'q' => [
			'type'      => 'string',
			'maxLength' => 191,
			'default'   => '',
		],
	];

	/** More than this nobody reads; the list of customers has them all. */
	private const MOST = 20;

	/** @param Closure(): Finder $finder */
	public function __construct(
		private readonly Closure $finder,
		private readonly CustomerRows $customers,
	) {
	}

	public function routes(): array {
		return [ new Route( 'GET', '/find', Capability::VIEW, $this->find( ... ), answer: 'customers.found', query: self::QUERY ) ];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function find( WP_REST_Request $request ): Reply {
		$found = ( $this->finder )()->find( (string) $request['q'] );
		$by    = array_slice( $found['by'], 0, self::MOST, true );

		return new Reply(
			[
				'found'    => array_map( static fn ( array $row ): array => self::shape( $row, $by[ (int) $row['id'] ] ?? [] ), $this->customers->of( array_keys( $by ) ) ),
				'not_read' => array_map( self::sentence( ... ), $found['not_read'] ),
			]
		);
	}

	/**
	 * @param array<string, string|null> $row
	 * @param list<string>               $by
	 * @return array<string, mixed>
	 */
	private static function shape( array $row, array $by ): array {
		return [
			'id'      => (int) $row['id'],
			'name'    => (string) $row['name'],
			'email'   => (string) $row['email'],
			'orders'  => (int) $row['orders'],
			'tickets' => (int) $row['tickets'],
			'by'      => $by,
		];
	}

	private static function sentence( LicenseManager $manager ): string {
		/* translators: %s: name of a license plugin. */
		return sprintf( __( 'The licenses in %s could not be searched.', 'amicable' ), $manager->label() );
	}
}
