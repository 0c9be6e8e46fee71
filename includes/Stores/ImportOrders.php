<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Jobs\Jobs;
use Amicable\Jobs\Sweepable;

/** The import, when no page is open. Without a store in its arguments it wakes one job for each shop there is. */
final class ImportOrders implements Sweepable {

	public const NAME = 'import_orders';

	private const TURN_SECONDS = 20.0;

	public function __construct(
		private readonly Importer $importer,
		private readonly Jobs $jobs,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	public function run( array $args ): ?int {
		if ( isset( $args['store'] ) ) {
			return $this->importer->slice( (string) $args['store'], self::TURN_SECONDS ) ? 1 : null;
		}
		foreach ( $this->due() as $due ) {
			$this->jobs->enqueue( self::NAME, $due );
		}

		return null;
	}

	public function due(): array {
		return array_map( static fn ( string $store ): array => [ 'store' => $store ], $this->importer->due() );
	}
}
