<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Values\EmailAddress;
use RuntimeException;

/** Somebody of the sample shop. */
final class Person {

	/** @var array<int, true> Products bought. */
	private array $owns = [];

	/** @param int $user_id Of an account that exists in the sample shop only; 0 for guests. */
	public function __construct(
		public readonly int $number,
		public readonly string $lang,
		public readonly string $name,
		public readonly string $email,
		public readonly int $user_id,
		public readonly Persona $persona,
		public readonly string $currency,
		public readonly int $days,
		public readonly string $greeted_as,
	) {
	}

	public function address(): EmailAddress {
		return EmailAddress::try_from( $this->email ) ?? throw new RuntimeException( "No address: $this->email" );
	}

	public function buys( int $product ): void {
		$this->owns[ $product ] = true;
	}

	/** @return list<int> */
	public function owned(): array {
		return array_keys( $this->owns );
	}

	public function locale(): string {
		return [
			'en' => 'en_US',
			'ko' => 'ko_KR',
			'tr' => 'tr_TR',
		][ $this->lang ];
	}
}
