<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract\Sample;

use Amicable\Stores\Keys;
use Amicable\Stores\Outcome;
use Amicable\Stores\Store;
use Amicable\Tests\Contract\StoreContract;
use Amicable\Values\Money;
use PHPUnit\Framework\Attributes\TestWith;

final class SampleStoreTest extends StoreContract {

	use PracticeGraph;

	protected function store(): Store {
		return $this->practice()->sample()->store;
	}

	protected function an_order( array $spec = [] ): int {
		$gateway = match ( $spec['gateway'] ?? 'ok' ) {
			'ok'      => 'toy',
			'none'    => 'toy_manual',
			default   => 'toy_' . ( $spec['gateway'] ?? '' ),
		};
		$id      = $this->a_sample_order( array_merge( $spec, [ 'gateway' => $gateway ] ) );
		foreach ( $spec['refunds'] ?? [] as $minor ) {
			$this->refund_elsewhere( $id, $minor );
		}
		for ( $number = 1; $number <= ( $spec['downloads'] ?? 0 ); $number++ ) {
			$this->practice()->sample()->access->add_download( $id, "harborline-forms-$number.zip" );
		}

		return $id;
	}

	protected function paid_out( int $order_id ): int {
		$transaction = (string) ( $this->practice()->sample()->rows->orders( [ $order_id ] )[0]['transaction_id'] ?? '' );

		return array_sum( array_map( static fn ( array $payout ): int => (int) $payout['amount'], $this->practice()->sample()->bank->payouts( $transaction ) ) );
	}

	protected function refund_elsewhere( int $order_id, int $minor ): void {
		$this->practice()->sample()->store->refund_by_hand( $order_id, new Money( $minor, $this->read( $order_id )->total->currency ), 'By hand' );
	}

	protected function delete_order( int $order_id ): void {
		$this->practice()->sample()->store->delete_order( $order_id );
	}

	public function test_a_lost_answer_is_found_again_where_the_gateway_keeps_a_record(): void {
		$id      = $this->an_order( [ 'gateway' => 'lost' ] );
		$request = $this->request( $id );

		self::assertSame( Outcome::Unknown, $this->store()->refund( $request )->outcome );
		self::assertSame( 4900, $this->read( $id )->remaining()->minor, 'The shop does not know of it yet.' );
		self::assertSame( Outcome::Done, $this->store()->find_refund( $request )->outcome );
		self::assertSame( 0, $this->read( $id )->remaining()->minor, 'The books were put right.' );
		self::assertSame( 4900, $this->paid_out( $id ) );
	}

	public function test_asking_twice_with_one_key_pays_once_where_the_gateway_takes_it(): void {
		$id      = $this->an_order( [ 'gateway' => 'lost' ] );
		$request = $this->request( $id );
		self::assertTrue( $this->store()->refund_is_repeatable( $id ) );

		$this->store()->refund( $request );
		$this->store()->refund( $request );

		self::assertSame( 4900, $this->paid_out( $id ) );
	}

	#[TestWith( [ 'timeout' ] )]
	#[TestWith( [ 'nolookup' ] )]
	public function test_a_gateway_without_a_record_is_never_asked_twice( string $gateway ): void {
		self::assertFalse( $this->store()->refund_is_repeatable( $this->an_order( [ 'gateway' => $gateway ] ) ) );
	}

	public function test_a_gateway_that_gives_only_its_word_is_marked_so(): void {
		$result = $this->store()->refund( $this->request( $this->an_order( [ 'gateway' => 'nolookup' ] ) ) );

		self::assertSame( Outcome::Done, $result->outcome );
		self::assertTrue( $result->on_word );
		self::assertFalse( $this->store()->refund( $this->request( $this->an_order() ) )->on_word );
	}

	public function test_nothing_left_the_gateway_when_it_knows_of_no_refund(): void {
		self::assertSame( Outcome::Refused, $this->store()->find_refund( $this->request( $this->an_order() ) )->outcome );
	}

	public function test_a_letter_with_an_accent_is_another_person(): void {
		$accent = $this->an_order( [ 'email' => 'rené@contract.example' ] );
		$plain  = $this->an_order( [ 'email' => 'rene@contract.example' ] );

		self::assertSame( [ $accent ], $this->store()->order_ids_of( new Keys( [], [ 'rené@contract.example' ] ) ) );
		self::assertSame( [ $plain ], $this->store()->order_ids_of( new Keys( [], [ 'rene@contract.example' ] ) ) );
	}
}
