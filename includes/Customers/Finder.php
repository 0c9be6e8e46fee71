<?php
declare( strict_types=1 );

namespace Amicable\Customers;

use Amicable\ErrorLog;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\SiteNames;
use Amicable\Storage\FindRows;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\OrderRef;
use Closure;
use Throwable;

/**
 * Finds a customer by whatever they have at hand. Names and addresses by their beginning; numbers, keys and sites only whole: half a key
 * must not lead to anybody.
 */
final class Finder {

	/** A beginning of fewer letters is half the shop. */
	private const SHORTEST = 2;

	/** @param Closure(): list<LicenseManager> $licenses */
	public function __construct(
		private readonly FindRows $rows,
		private readonly Identity $identity,
		private readonly OrderFacts $orders,
		private readonly Closure $licenses,
	) {
	}

	/** @return array{by: array<int, list<string>>, not_read: list<LicenseManager>} By what each was found; whole things first. */
	public function find( string $text ): array {
		$text = trim( $text );
		if ( $text === '' ) {
			return [
				'by'       => [],
				'not_read' => [],
			];
		}
		$number   = ltrim( $text, '#' );
		$owner    = $this->identity->find_by_email( $text );
		$licenses = $this->by_license( $text );
		$long     = mb_strlen( $text ) >= self::SHORTEST;
		$found    = [
			'email'   => [ ...( $owner === null ? [] : [ $owner ] ), ...( $long ? $this->rows->by_email( $text ) : [] ) ],
			'order'   => $number === '' ? [] : $this->rows->by_order( $number ),
			'ticket'  => $number === '' ? [] : $this->rows->by_ticket( $number ),
			'site'    => SiteNames::of( $text ) === [] ? [] : $licenses['ids'],
			'license' => SiteNames::of( $text ) === [] ? $licenses['ids'] : [],
			'name'    => $long ? $this->rows->by_name( $text ) : [],
		];

		return [
			'by'       => $this->by_customer( $found ),
			'not_read' => $licenses['not_read'],
		];
	}

	/** @return array{ids: list<int>, not_read: list<LicenseManager>} */
	private function by_license( string $text ): array {
		$orders   = [];
		$not_read = [];
		foreach ( ( $this->licenses )() as $manager ) {
			try {
				$orders = [ ...$orders, ...array_merge( [], ...array_map( static fn ( License $license ): array => $license->orders, $manager->search( $text ) ) ) ];
			} catch ( Throwable $broken ) {
				ErrorLog::broken( sprintf( '%s could not be searched', $manager->id() ), $broken ); // The screen says that something is missing, the log says why.
				$not_read[] = $manager;
			}
		}
		$ids = array_map( fn ( OrderRef $ref ): ?int => $this->orders->customer_of( $ref ), $orders );

		return [
			'ids'      => array_values( array_filter( $ids, is_int( ... ) ) ),
			'not_read' => $not_read,
		];
	}

	/**
	 * @param array<string, list<int>> $found
	 * @return array<int, list<string>>
	 */
	private function by_customer( array $found ): array {
		$by = [];
		foreach ( $found as $kind => $ids ) {
			foreach ( array_unique( array_map( $this->identity->current( ... ), array_values( array_unique( $ids ) ) ) ) as $id ) {
				$by[ $id ][] = $kind;
			}
		}

		return $by;
	}
}
