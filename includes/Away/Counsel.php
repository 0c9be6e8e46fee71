<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\Cases\Lock;
use Amicable\Letters\ShopFields;
use Amicable\Playbook\Field;

/** Whom letters go to once a person confirmed litigation: counsel, as the shop named them in its playbook. */
final class Counsel {

	public function __construct( private readonly ShopFields $fields ) {
	}

	/** Null: this is nothing for counsel, or the shop named nobody. */
	public function of( Lock $lock ): ?string {
		if ( ! $lock->with_counsel ) {
			return null;
		}
		$said = $this->fields->values( substr( get_user_locale(), 0, 2 ) );
		$text = implode( ', ', array_filter( [ $said[ Field::CounselName->value ] ?? '', $said[ Field::CounselAddress->value ] ?? '' ], static fn ( string $part ): bool => $part !== '' ) );

		return $text === '' ? null : $text;
	}
}
