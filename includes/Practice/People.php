<?php
declare( strict_types=1 );

namespace Amicable\Practice;

/** Makes the crowd of the sample shop: names, addresses, currencies, and how they behave. */
final class People {

	private const COUNT = [
		'en'    => 190,
		'other' => 40,
		'ko'    => 180,
		'tr'    => 180,
	];

	private const CURRENCIES = [
		'en'    => [ 'USD', 'USD', 'USD', 'USD', 'USD', 'USD', 'EUR', 'USD' ],
		'other' => [ 'EUR', 'EUR', 'USD', 'EUR', 'JPY', 'EUR', 'KWD', 'USD' ],
		'ko'    => [ 'KRW', 'KRW', 'KRW', 'USD', 'KRW', 'KRW', 'JPY', 'KRW' ],
		'tr'    => [ 'TRY', 'TRY', 'TRY', 'TRY', 'EUR', 'TRY', 'USD', 'TRY' ],
	];

	private const DOMAINS = [ 'example.com', 'example.net', 'example.org' ];

	private const LATIN = [ 'ç' => 'c', 'ğ' => 'g', 'ı' => 'i', 'i̇' => 'i', 'ö' => 'o', 'ş' => 's', 'ü' => 'u', 'â' => 'a', 'î' => 'i' ];

	/** @var array<string, true> */
	private array $taken = [];

	/** @var array<string, int> How many of a kind there are so far in a language. */
	private array $met = [];

	public function __construct(
		private readonly Content $content,
		private readonly int $seed,
	) {
	}

	/** @return list<Person> */
	public function all(): array {
		$people = [];
		foreach ( self::COUNT as $group => $count ) {
			for ( $place = 0; $place < $count; $place++ ) {
				$people[] = $this->one( count( $people ) + 1, $group, $place );
			}
		}

		return $people;
	}

	/** Somebody who asked without buying: known by an address alone. */
	public function visitor( int $number, string $lang ): Person {
		[ $name, $mailbox, $greeted ] = $this->name( $lang, 1_000 + $number * 7, $number );

		return new Person( 10_000 + $number, $lang, $name, $this->email( $mailbox, $number + 1 ), 0, Persona::Quiet, 'USD', 0, $greeted );
	}

	private function one( int $number, string $group, int $place ): Person {
		$dice                         = new Dice( $this->seed, "person:$group:$place" );
		$persona                      = Persona::at( $place );
		$nth                          = $this->met[ "$group:$persona->value" ] = ( $this->met[ "$group:$persona->value" ] ?? 0 ) + 1;
		[ $name, $mailbox, $greeted ] = $this->name( $group, $place, $nth );

		return new Person(
			number: $number,
			lang: $group === 'other' ? 'en' : $group,
			name: $name,
			email: $this->email( $mailbox, $place ),
			user_id: $place % 9 < 5 ? 900_000 + $number : 0,
			persona: $persona,
			currency: self::CURRENCIES[ $group ][ ( $place + intdiv( $place, 8 ) ) % 8 ],
			days: $persona->days( $dice ),
			greeted_as: $greeted,
		);
	}

	/**
	 * Neighbors in the lists are names of different genders; the nth person of one kind takes the first or the second of a pair by turns,
	 * so that no kind of customer gathers on one side.
	 *
	 * @return array{string, string, string} Name, mailbox, form of address.
	 */
	private function name( string $group, int $place, int $nth ): array {
		if ( $group === 'other' ) {
			$full = $this->content->list( 'names', 'other.full' )[ $place % 40 ];

			return [ $full, $this->content->list( 'names', 'other.ascii' )[ $place % 40 ], explode( ' ', $full )[0] ];
		}
		if ( $group === 'ko' ) {
			return $this->korean( $place, $nth );
		}
		$firsts = $this->content->list( 'names', "$group.first" );
		$lasts  = $this->content->list( 'names', "$group.last" );
		$first  = $firsts[ self::by_turns( $place, $nth, count( $firsts ) ) ];
		$last   = $lasts[ ( $place * 17 + intdiv( $place, 60 ) * 7 ) % count( $lasts ) ];

		return [ "$first $last", $this->latin( $first ) . '.' . $this->latin( $last ), $first ];
	}

	/**
	 * After the list's own names, family and given names of two of them meet.
	 *
	 * @return array{string, string, string}
	 */
	private function korean( int $place, int $nth ): array {
		$names  = $this->content->list( 'names', 'ko.full' );
		$romans = $this->content->list( 'names', 'ko.roman' );
		$given  = self::by_turns( $place, $nth, count( $names ) );
		$family = $place < count( $names ) ? $given : ( $given + 31 ) % count( $names );
		$name   = mb_substr( $names[ $family ], 0, -2 ) . mb_substr( $names[ $given ], -2 );

		return [ $name, explode( '.', $romans[ $given ] )[0] . '.' . ( explode( '.', $romans[ $family ] )[1] ?? 'kim' ), $name ];
	}

	private static function by_turns( int $place, int $nth, int $count ): int {
		return ( ( $place * 7 ) % intdiv( $count, 2 ) ) * 2 + $nth % 2;
	}

	private function email( string $mailbox, int $place ): string {
		$email = $mailbox . '@' . self::DOMAINS[ $place % 3 ];
		for ( $again = 2; isset( $this->taken[ $email ] ); $again++ ) {
			$email = $mailbox . $again . '@' . self::DOMAINS[ $place % 3 ];
		}
		$this->taken[ $email ] = true;

		return $email;
	}

	private function latin( string $name ): string {
		return (string) preg_replace( '/[^a-z]/', '', strtr( mb_strtolower( $name ), self::LATIN ) );
	}
}
