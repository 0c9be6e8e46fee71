<?php
declare( strict_types=1 );

namespace Amicable\Privacy;

use Amicable\Customers\Identity;
use Amicable\Storage\LogChain;
use Amicable\Storage\PersonalData;

/** Erases one table a page, those by which a person is found last, so that a broken-off erasure can be taken up again. */
final class Eraser {

	public function __construct(
		private readonly PersonalData $data,
		private readonly Identity $identity,
		private readonly LogChain $log,
	) {
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	public function page( string $email, int $page ): array {
		$customers = $this->data->customers( $email, $this->identity->find_by_email( $email ) );
		if ( $customers === [] ) {
			return self::answer( false, false, [], true );
		}
		if ( $this->data->has_open_run( $customers ) ) {
			return self::answer( false, true, [ __( 'Amicable: a refund for this customer has not ended yet. Erase again when it has.', 'amicable' ) ], true );
		}
		$tables = $this->data->erased();
		$table  = $tables[ $page - 1 ] ?? null;
		$erased = $table === null ? 0 : $this->data->erase( $table, $customers );
		$done   = $page >= count( $tables );
		if ( $done ) {
			$this->log->append( 'customer.erased', 'customer', $customers[0], $customers[0], get_current_user_id() );
		}

		return self::answer( $erased > 0, $done, $done ? [ __( 'Amicable: amounts, dates and the fact of refunds were kept without a name, as records of payments.', 'amicable' ) ] : [], $done );
	}

	/**
	 * @param list<string> $messages
	 * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}
	 */
	private static function answer( bool $removed, bool $retained, array $messages, bool $done ): array {
		return [
			'items_removed'  => $removed,
			'items_retained' => $retained,
			'messages'       => $messages,
			'done'           => $done,
		];
	}
}
