<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Graph;
use Amicable\Hookable;
use Amicable\Mode;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Store;
use Closure;
use Throwable;

/**
 * Hears of every order that is written, and reads it once, after the request's own work: at once where somebody of the shop waits for it, by a job where a buyer does.
 * Requests without an order cost nothing.
 */
final class OrderListener implements Hookable {

	/** @var array<string, OrderRef> */
	private array $changed = [];

	/** @param Closure(Mode): Graph $graph */
	public function __construct( private readonly Closure $graph ) {
	}

	public function register(): void {
		add_action( 'init', $this->listen( ... ), 5 );
	}

	private function listen(): void {
		foreach ( ( $this->graph )( Mode::Live )->stores()->all() as $store ) {
			$store->on_change( fn ( int $order_id ) => $this->note( $store, $order_id ) );
		}
	}

	private function note( Store $store, int $order_id ): void {
		if ( $this->changed === [] ) {
			add_action( 'shutdown', $this->project( ... ), 5 );
		}
		$ref                          = new OrderRef( $store->id(), $order_id );
		$this->changed[ $ref->key() ] = $ref;
	}

	private function project(): void {
		$graph         = ( $this->graph )( Mode::Live );
		$changed       = $this->changed;
		$this->changed = [];
		foreach ( $changed as $ref ) {
			try {
				if ( ! $this->somebody_of_the_shop_waits() ) {
					$graph->jobs()->enqueue( ProjectOrder::NAME, [ 'store' => $ref->store, 'id' => $ref->id ] );
					continue;
				}
				$graph->loose_end_counter()->recount( $graph->projector()->order_changed( $ref ) );
			} catch ( Throwable ) {
				$graph->jobs()->enqueue( ProjectOrder::NAME, [ 'store' => $ref->store, 'id' => $ref->id ], 60 );
			}
		}
	}

	private function somebody_of_the_shop_waits(): bool {
		return is_admin() || wp_doing_cron() || ( defined( 'WP_CLI' ) && WP_CLI === true );
	}
}
