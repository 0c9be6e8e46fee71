<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract\Sample;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\Database;
use Amicable\Storage\Migrations;

/** An empty sample shop, and ways to fill it as its own checkout would. */
trait PracticeGraph {

	private ?Graph $graph = null;

	private function practice(): Graph {
		if ( $this->graph === null ) {
			$this->graph = Plugin::instance()->graph( Mode::Practice );
			( new Migrations( $this->graph->database() ) )->run();
		}

		return $this->graph;
	}

	/** @param array{currency?: string, total?: int, tax?: int, shipping?: int, email?: string, user_id?: int, state?: string, gateway?: string, parent_id?: int} $spec */
	private function a_sample_order( array $spec ): int {
		$state = $spec['state'] ?? 'paid';
		$now   = Database::time( $this->practice()->clock()->now() );
		$id    = $this->practice()->sample()->rows->add_order(
			[
				'number'         => 'S-' . wp_rand( 1000, 9999 ),
				'user_id'        => $spec['user_id'] ?? 0,
				'email'          => $spec['email'] ?? 'buyer@example.com',
				'name'           => 'Sample Buyer',
				'status'         => match ( $state ) {
					'unpaid' => 'pending',
					'failed' => 'failed',
					default  => 'completed',
				},
				'currency'       => $spec['currency'] ?? 'USD',
				'total'          => $spec['total'] ?? 4900,
				'tax'            => $spec['tax'] ?? 0,
				'shipping'       => $spec['shipping'] ?? 0,
				'gateway'        => $spec['gateway'] ?? 'toy',
				'transaction_id' => wp_generate_password( 20, false ),
				'dispute'        => $state === 'disputed' ? 'open' : 'none',
				'kind'           => isset( $spec['parent_id'] ) ? 'renewal' : 'sale',
				'parent_id'      => $spec['parent_id'] ?? 0,
				'created_at'     => $now,
				'paid_at'        => in_array( $state, [ 'unpaid', 'failed' ], true ) ? null : $now,
			]
		);
		$this->practice()->sample()->rows->add_line( $id, 1, 'Harborline Forms', $spec['total'] ?? 4900 );

		return $id;
	}
}
