<?php
declare( strict_types=1 );

namespace Amicable\Stores\Sample;

use Amicable\Clock;
use Amicable\Storage\Database;
use Amicable\Storage\SampleCodes;
use Amicable\Stores\Gift;
use Amicable\Stores\GiftShop;
use Amicable\Values\EmailAddress;

/** The sample shop's gift codes. */
final class SampleGifts implements GiftShop {

	public function __construct(
		private readonly SampleCodes $codes,
		private readonly Clock $clock,
	) {
	}

	public function id(): string {
		return 'sample';
	}

	public function label(): string {
		return __( 'Sample shop', 'amicable' );
	}

	public function currency(): string {
		return 'USD';
	}

	public function products( string $search, int $limit ): array {
		return $this->codes->products( $search, $limit );
	}

	public function issue( Gift $gift ): void {
		$this->codes->add(
			[
				'code'       => $gift->code,
				'email'      => $gift->email->normalized,
				'currency'   => $gift->amount->currency ?? $this->currency(),
				'amount'     => $gift->amount?->minor,
				'product_id' => $gift->product_id,
				'expires_at' => Database::time( $gift->expires_at ),
			]
		);
	}

	public function has( string $code ): bool {
		return $this->codes->find( $code ) !== null;
	}

	public function is_used( string $code ): bool {
		return ( $this->codes->find( $code )['used_at'] ?? null ) !== null;
	}

	/** What the sample shop's checkout asks. */
	public function takes( string $code, EmailAddress $email, int $product ): bool {
		$row = $this->codes->find( $code );

		return $row !== null && $row['used_at'] === null && ( $row['product_id'] === null || (int) $row['product_id'] === $product ) && $row['email'] === $email->normalized && Database::moment( (string) $row['expires_at'] ) > $this->clock->now();
	}

	/** What its checkout does with it. */
	public function redeem( string $code, EmailAddress $email, int $product ): void {
		if ( $this->takes( $code, $email, $product ) ) {
			$this->codes->use( $code, $this->clock->now() );
		}
	}
}
