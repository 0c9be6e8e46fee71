<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract;

use Amicable\Licensing\KeepsBefore;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Outcome;
use Amicable\Tests\Support\IntegrationTestCase;

/** What every license system has to do: sites first, the key last, then read again. */
abstract class LicenseManagerContract extends IntegrationTestCase {

	abstract protected function manager(): LicenseManager;

	/**
	 * Makes a license of a new paid order, and answers its id.
	 *
	 * - `sites` addresses that use it, []
	 * - `lifetime` never expires, false; otherwise it has a year to go
	 *
	 * @param array{sites?: list<string>, lifetime?: bool} $spec
	 */
	abstract protected function a_license( array $spec = [] ): string;

	/** The order that paid for a license which `a_license()` made. */
	abstract protected function order_of( string $license_id ): OrderRef;

	/** Names under which its buyer is known. */
	abstract protected function keys_of( string $license_id ): Keys;

	/** The key in clear, as the customer has it. */
	abstract protected function key_of( string $license_id ): string;

	/** Asks the system itself, as a customer's site would: may one more site use it? */
	abstract protected function takes_a_new_site( string $license_id, string $site ): bool;

	/** Deletes it behind our back. */
	abstract protected function delete_license( string $license_id ): void;

	/** The question of the proof that this system answers. */
	protected function check(): int {
		return 8;
	}

	/** Whether its licenses can end by themselves. */
	protected function knows_an_end(): bool {
		return true;
	}

	public function test_a_license_is_found_by_its_order_and_its_key_stays_secret(): void {
		$id    = $this->a_license( [ 'sites' => [ 'https://one.example' ] ] );
		$other = $this->a_license();

		$found = $this->manager()->licenses_of( [ $this->order_of( $id ) ], new Keys( [], [] ) );

		self::assertSame( [ $id ], array_map( static fn ( License $license ): string => $license->id, $found ) );
		self::assertNotSame( $other, $id );
		self::assertTrue( $found[0]->is_usable() );
		self::assertCount( 1, $found[0]->activations );
		self::assertEquals( [ $this->order_of( $id ) ], $found[0]->orders );
		self::assertStringNotContainsString( $this->key_of( $id ), $found[0]->masked );
		self::assertNotSame( '', $found[0]->product );
	}

	public function test_a_license_is_found_by_its_whole_key_and_by_a_site_that_uses_it(): void {
		$id  = $this->a_license( [ 'sites' => [ 'https://found-by.example' ] ] );
		$ids = fn ( string $text ): array => array_map( static fn ( License $license ): string => $license->id, $this->manager()->search( $text ) );
		$this->a_license( [ 'sites' => [ 'https://other.example' ] ] );

		self::assertSame( [ $id ], $ids( $this->key_of( $id ) ) );
		self::assertSame( [ $id ], $ids( 'found-by.example' ) );
		self::assertSame( [ $id ], $ids( 'https://www.found-by.example/' ) );
		self::assertSame( [], $ids( substr( $this->key_of( $id ), 0, -1 ) ), 'A part of a key is nobody\'s.' );
		self::assertSame( [], $ids( '' ) );
	}

	public function test_without_orders_and_names_nothing_is_found(): void {
		$this->a_license();

		self::assertSame( [], $this->manager()->licenses_of( [], new Keys( [], [] ) ) );
	}

	public function test_a_license_says_whether_it_ends(): void {
		$lifetime = $this->read( $this->a_license( [ 'lifetime' => true ] ) );
		$yearly   = $this->read( $this->a_license() );

		self::assertTrue( $lifetime->lifetime );
		self::assertNull( $lifetime->expires_at );
		self::assertSame( ! $this->knows_an_end(), $yearly->lifetime );
		self::assertSame( $this->knows_an_end(), $yearly->expires_at !== null );
	}

	public function test_one_site_is_ended_and_the_others_stay(): void {
		$id    = $this->a_license( [ 'sites' => [ 'https://one.example', 'https://two.example' ] ] );
		$first = $this->read( $id )->activations[0];

		self::assertSame( Outcome::Done, $this->manager()->deactivate( $id, $first->id )->outcome );
		self::assertSame( Outcome::Already, $this->manager()->deactivate( $id, $first->id )->outcome );

		self::assertCount( 1, $this->read( $id )->activations );
		self::assertNotSame( $first->id, $this->read( $id )->activations[0]->id );
	}

	public function test_a_disabled_key_is_of_no_use_and_stays_so(): void {
		foreach ( [ false, true ] as $lifetime ) {
			$id = $this->a_license( [ 'lifetime' => $lifetime ] );
			self::assertTrue( $this->takes_a_new_site( $id, 'https://before.example' ), 'The test must be able to fail.' );
			foreach ( $this->read( $id )->activations as $activation ) {
				$this->manager()->deactivate( $id, $activation->id );
			}

			self::assertSame( Outcome::Done, $this->manager()->disable( $id )->outcome );
			self::assertSame( Outcome::Already, $this->manager()->disable( $id )->outcome );

			self::assertFalse( $this->read( $id )->is_usable() );
			self::assertFalse( $this->takes_a_new_site( $id, 'https://after.example' ) );
		}
	}

	public function test_an_ended_key_is_given_back_as_it_was_and_once(): void {
		$manager = $this->manager();
		if ( ! $manager instanceof KeepsBefore ) {
			self::markTestSkipped( 'NOT TRIED: this system gives a license back on its own screens.' );
		}
		foreach ( [ false, true ] as $lifetime ) {
			$id     = $this->a_license( [ 'lifetime' => $lifetime ] );
			$stood  = $this->read( $id );
			$before = $manager->before( $id );
			self::assertNotSame( [], $before );
			self::assertStringNotContainsString( $this->key_of( $id ), (string) wp_json_encode( $before ), 'It stays with the run.' );
			self::assertSame( Outcome::Already, $manager->restore( $id, $before )->outcome, 'It never ended.' );

			$manager->disable( $id );
			self::assertFalse( $this->takes_a_new_site( $id, 'https://between.example' ), 'The test must be able to fail.' );
			self::assertSame( Outcome::Refused, $manager->restore( $id, [] )->outcome, 'Nothing is guessed.' );
			self::assertSame( Outcome::Done, $manager->restore( $id, $before )->outcome );
			self::assertSame( Outcome::Already, $manager->restore( $id, $before )->outcome );

			self::assertEquals( [ $stood->expires_at, $stood->lifetime ], [ $this->read( $id )->expires_at, $this->read( $id )->lifetime ] );
			self::assertTrue( $this->takes_a_new_site( $id, 'https://again.example' ) );
			$this->delete_license( $id );
			self::assertContains( $manager->restore( $id, $before )->outcome, [ Outcome::Manual, Outcome::Refused ] );
		}
	}

	public function test_a_license_that_is_gone_needs_nothing(): void {
		$id = $this->a_license();
		$this->delete_license( $id );

		self::assertNull( $this->manager()->license( $id ) );
		self::assertSame( Outcome::Already, $this->manager()->disable( $id )->outcome );
	}

	public function test_the_proof_names_a_usable_key_and_a_forgotten_site(): void {
		$id = $this->a_license( [ 'sites' => [ 'https://one.example' ] ] );
		self::assertContains( $this->check(), $this->open_checks( $id ) );

		$this->manager()->disable( $id );
		if ( $this->read( $id )->activations !== [] ) {
			self::assertContains( $this->check(), $this->open_checks( $id ), 'The site is still there.' );
		}
		foreach ( $this->read( $id )->activations as $activation ) {
			$this->manager()->deactivate( $id, $activation->id );
		}

		self::assertSame( [], $this->open_checks( $id ) );
		self::assertNotSame( [], $this->manager()->obligations( [ $this->order_of( $id ) ], $this->keys_of( $id ) ), 'Looked and found nothing is an answer too.' );
	}

	final protected function read( string $id ): License {
		$license = $this->manager()->license( $id );
		self::assertNotNull( $license );

		return $license;
	}

	/** @return list<int> */
	private function open_checks( string $id ): array {
		$open = array_filter( $this->manager()->obligations( [ $this->order_of( $id ) ], $this->keys_of( $id ) ), static fn ( Obligation $obligation ): bool => $obligation->open );

		return array_values( array_unique( array_map( static fn ( Obligation $obligation ): int => $obligation->check, $open ) ) );
	}
}
