<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Own;

use Amicable\Patterns\CustomerView;

/** One line of an own rule: at least, or at most, so much of something. */
final class OwnCondition {

	public const LEAST = 'least';

	public const MOST = 'most';

	/**
	 * @param 'least'|'most' $is
	 * @param int            $number Money in minor units of the base currency.
	 * @param int            $days   How far back; 0 where the field looks at all there is.
	 */
	public function __construct(
		public readonly OwnField $field,
		public readonly string $is,
		public readonly int $number,
		public readonly int $days = 0,
	) {
	}

	/** What is not known never holds. */
	public function holds( CustomerView $customer ): bool {
		$value = $this->field->value( $customer, $this->days );

		return $value !== null && ( $this->is === self::LEAST ? $value >= $this->number : $value <= $this->number );
	}

	/** As figures are kept: 'tickets_30'. */
	public function key(): string {
		return $this->field->has_days() ? "{$this->field->value}_$this->days" : $this->field->value;
	}

	/** @param array<array-key, mixed> $kept Null: it makes no sense. */
	public static function read( array $kept ): ?self {
		$field  = OwnField::tryFrom( is_string( $kept['field'] ?? null ) ? $kept['field'] : '' );
		$is     = $kept['is'] ?? null;
		$number = $kept['number'] ?? null;
		$days   = $kept['days'] ?? null;
		if ( $field === null || ! is_int( $number ) || $number < 0 || ( $is !== self::LEAST && $is !== self::MOST ) || ( $field->has_days() && ( ! is_int( $days ) || $days < 1 ) ) ) {
			return null;
		}

		return new self( $field, $is, $number, $field->has_days() && is_int( $days ) ? $days : 0 );
	}

	/** @return array{field: string, is: 'least'|'most', number: int, days: int|null} */
	public function to_array(): array {
		return [
			'field'  => $this->field->value,
			'is'     => $this->is,
			'number' => $this->number,
			'days'   => $this->field->has_days() ? $this->days : null,
		];
	}
}
