<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** A store that can name what it sells, and what it sorts it under. */
interface Catalog {

	/** Null: there is no such product. */
	public function product_name( int $product_id ): ?string;

	/** Null: there is no such category. */
	public function category_name( int $category_id ): ?string;

	/** @return list<int> Every category a product is in, those above them too. */
	public function categories_of( int $product_id ): array;
}
