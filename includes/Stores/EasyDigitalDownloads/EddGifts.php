<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Stores\Gift;
use Amicable\Stores\GiftShop;
use EDD_Discount;
use WP_Post;

/** Gift codes as EDD's own discounts. EDD knows no discount for one buyer only; GiftGuard sees to that. */
final class EddGifts implements GiftShop {

	/** On the discount: a keyed hash of whose it is. */
	public const META = '_amicable_for';

	/** @param \Closure(string): string $hash Of a normalized address. */
	public function __construct( private readonly \Closure $hash ) {
	}

	public function id(): string {
		return EddStore::ID;
	}

	public function label(): string {
		return 'Easy Digital Downloads';
	}

	public function currency(): string {
		return edd_get_currency();
	}

	public function products( string $search, int $limit ): array {
		$found = get_posts( [ 'post_type' => 'download', 'post_status' => 'publish', 's' => $search, 'numberposts' => $limit, 'orderby' => 'title', 'order' => 'ASC' ] );

		return array_map( static fn ( WP_Post $post ): array => [ 'id' => $post->ID, 'name' => $post->post_title ], array_values( $found ) );
	}

	public function issue( Gift $gift ): void {
		if ( $this->has( $gift->code ) ) {
			return;
		}
		$id = $this->discount( $gift->code )->id ?? edd_add_discount(
			[
				'name'              => $gift->code,
				'code'              => $gift->code,
				'status'            => 'active',
				'type'              => $gift->amount === null ? 'percent' : 'flat',
				'amount'            => $gift->amount === null ? '100' : $gift->amount->to_decimal(),
				'scope'             => $gift->amount === null ? 'not_global' : 'global',
				'product_reqs'      => $gift->product_id === null ? [] : [ $gift->product_id ],
				'product_condition' => 'all',
				'max_uses'          => 1,
				'once_per_customer' => 1,
				'end_date'          => $gift->expires_at->format( 'Y-m-d H:i:s' ),
			]
		);
		edd_update_adjustment_meta( $id, self::META, ( $this->hash )( $gift->email->normalized ) );
	}

	/** One whose owner is not written yet is not there: a killed request leaves nothing that anybody could use. */
	public function has( string $code ): bool {
		$discount = $this->discount( $code );

		return $discount !== null && edd_get_adjustment_meta( $discount->id, self::META, true ) !== '';
	}

	public function is_used( string $code ): bool {
		return (int) ( $this->discount( $code )->use_count ?? 0 ) > 0;
	}

	private function discount( string $code ): ?EDD_Discount {
		$discount = edd_get_discount_by_code( $code );

		return $discount instanceof EDD_Discount && $discount->id > 0 ? $discount : null;
	}
}
