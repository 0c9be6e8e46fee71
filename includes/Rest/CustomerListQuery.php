<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Cases\Stage;
use Amicable\Patterns\Slug;
use Amicable\Storage\CustomerPage;
use Amicable\Storage\CustomerQuery;
use Amicable\Stores\OrderRef;

/** What an address of the list asks for, and the addresses of the pages around it. */
final class CustomerListQuery {

	private const FILTERS = [ 'flag', 'level', 'tier', 'stage', 'store', 'search' ];

	private const CURSOR = [
		'by'    => 'string',
		'down'  => 'bool',
		'back'  => 'bool',
		'value' => 'int|string|null',
		'id'    => 'int|null',
	];

	/** @param array<string, mixed> $asked Valid by `parameters()`. */
	public function __construct(
		private readonly array $asked,
		private readonly bool $sees_money,
	) {
	}

	/** @return array<string, array<string, mixed>> */
	public static function parameters(): array {
		$one_of = static fn ( array $words ): array => [
			'type' => 'string',
			'enum' => $words,
		];

		return [
			'page'     => array_diff_key( Pagination::QUERY['page'], [ 'default' => true ] ),
			'per_page' => Pagination::QUERY['per_page'],
			'cursor'   => [
				'type'      => 'string',
				'maxLength' => 1200,
			],
			'search'   => [
				'type'      => 'string',
				'maxLength' => 200,
			],
			'orderby'  => $one_of( array_keys( CustomerQuery::SORTS ) ),
			'order'    => $one_of( [ 'asc', 'desc' ] ),
			'flag'     => $one_of( array_column( Slug::cases(), 'value' ) ),
			'level'    => $one_of( [ 'watch', 'flag' ] ),
			'tier'     => $one_of( [ 'high_value', 'new_customer' ] ),
			'stage'    => $one_of( array_column( Stage::cases(), 'value' ) ),
			'store'    => $one_of( OrderRef::STORES ),
		];
	}

	/** @throws AmicableException 400 for a cursor of another list. */
	public function query(): CustomerQuery {
		$search   = trim( (string) ( $this->asked['search'] ?? '' ) );
		$position = $this->position();

		return new CustomerQuery(
			orderby: $this->orderby(),
			descending: $this->descending(),
			per_page: (int) $this->asked['per_page'],
			page: (int) ( $this->asked['page'] ?? 1 ),
			after: $position === null || $position['id'] === null ? null : [
				'value' => $position['value'],
				'id'    => $position['id'],
			],
			backwards: $position['back'] ?? false,
			flag: $this->filter( 'flag' ),
			level: $this->filter( 'level' ),
			tier: $this->filter( 'tier' ),
			stage: $this->filter( 'stage' ),
			store: $this->filter( 'store' ),
			search: $search === '' ? null : $search,
		);
	}

	/**
	 * Numbers near the start, places in the list further down and on the way back from its end.
	 *
	 * @return array<string, array<string, scalar|null>> Relation => parameters.
	 */
	public function links( CustomerPage $page ): array {
		$same     = [ 'per_page' => (int) $this->asked['per_page'], 'orderby' => $this->orderby(), 'order' => $this->descending() ? 'desc' : 'asc' ] + array_intersect_key( $this->asked, array_flip( self::FILTERS ) );
		$number   = isset( $this->asked['cursor'] ) ? null : (int) ( $this->asked['page'] ?? 1 );
		$numbered = $number !== null && $number < Pagination::DEEPEST_PAGE;
		$links    = [
			'next'  => $page->next === null ? null : ( $numbered ? [ 'page' => $number + 1 ] : $this->cursor( false, $page->next ) ),
			'prev'  => $page->prev === null ? null : ( $number !== null ? [ 'page' => $number - 1 ] : $this->cursor( true, $page->prev ) ),
			'first' => [ 'page' => 1 ],
			'last'  => $this->cursor( true, null ),
		];

		return array_map( static fn ( array $own ): array => $own + $same, array_filter( $links, is_array( ... ) ) );
	}

	/**
	 * @param array{value: int|string|null, id: int}|null $place
	 * @return array{cursor: string}
	 */
	private function cursor( bool $back, ?array $place ): array {
		return [
			'cursor' => Cursor::encode(
				[
					'by'    => $this->orderby(),
					'down'  => $this->descending(),
					'back'  => $back,
					'value' => $place['value'] ?? null,
					'id'    => $place['id'] ?? null,
				]
			),
		];
	}

	/**
	 * @return array{by: string, down: bool, back: bool, value: int|string|null, id: int|null}|null
	 * @throws AmicableException
	 */
	private function position(): ?array {
		if ( ! isset( $this->asked['cursor'] ) ) {
			return null;
		}
		if ( isset( $this->asked['page'] ) ) {
			throw Schema::refusal( [ 'page' => __( 'Ask for a page or for a place in the list, not for both.', 'amicable' ) ] );
		}
		$position = Cursor::decode( (string) $this->asked['cursor'], self::CURSOR );
		if ( $position['by'] !== $this->orderby() || $position['down'] !== $this->descending() ) {
			throw Cursor::refusal();
		}

		return $position; // @phpstan-ignore return.type (Cursor::decode() checked the types.)
	}

	private function orderby(): string {
		return (string) ( $this->asked['orderby'] ?? ( $this->sees_money ? 'support_cost' : 'minutes' ) );
	}

	private function descending(): bool {
		return ( $this->asked['order'] ?? 'desc' ) === 'desc';
	}

	private function filter( string $name ): ?string {
		$value = $this->asked[ $name ] ?? null;

		return is_string( $value ) ? $value : null;
	}
}
