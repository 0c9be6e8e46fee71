<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Customers\Identity;

/** Whom the stories of Practice are about: the way from the overview to each of them. */
final class Cast {

	public function __construct(
		private readonly Content $content,
		private readonly Identity $identity,
	) {
	}

	/** @return list<array{story: string, customer_id: int, name: string}> In the order of the guide; who was erased meanwhile is left out. */
	public function members(): array {
		$members = [];
		foreach ( Stories::NAMES as $story ) {
			$id = $this->identity->find_by_email( $this->content->text( 'stories', "$story.email" ) );
			if ( $id !== null ) {
				$members[] = [
					'story'       => $story,
					'customer_id' => $this->identity->current( $id ),
					'name'        => $this->content->text( 'stories', "$story.name" ),
				];
			}
		}

		return $members;
	}
}
