<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

/** What one kind of fault did to money, counted at the bank and not from what was expected. `npm run faults` prints it. */
final class Tally {

	private int $count = 0;

	private int $passed = 0;

	private int $payouts = 0;

	private int $duplicates = 0;

	private int $lost = 0;

	private int $unknown = 0;

	public function __construct( private readonly string $name ) {
	}

	/** Whether `npm run faults` asks: then all of it, however long that takes. */
	public static function is_whole(): bool {
		return self::file() !== '';
	}

	/**
	 * Which of so many slices this process takes; several work side by side, each in a database of its own.
	 *
	 * @return list<int>
	 */
	public static function share( int $slices ): array {
		[ $mine, $all ] = array_map( 'intval', explode( '/', (string) getenv( 'AMICABLE_FAULTS_SHARE' ) . '/' ) );

		return array_values( array_filter( range( 0, $slices - 1 ), static fn ( int $slice ): bool => $slice % max( 1, $all ) === $mine ) );
	}

	public function begin(): void {
		++$this->count;
	}

	/** @param int $payouts What the bank sent out for an order that is owed one payout, or none. */
	public function order( int $payouts, bool $owed = true ): void {
		$this->payouts    += $payouts;
		$this->duplicates += max( 0, $payouts - ( $owed ? 1 : 0 ) );
		$this->lost       += $owed && $payouts === 0 ? 1 : 0;
	}

	/** A refund of which nobody knew what came of it, until a person looked into the bank. */
	public function unknown(): void {
		++$this->unknown;
	}

	public function pass(): void {
		++$this->passed;
	}

	public function report(): void {
		if ( self::is_whole() ) {
			$line = [
				'name'       => $this->name,
				'count'      => $this->count,
				'passed'     => $this->passed,
				'payouts'    => $this->payouts,
				'duplicates' => $this->duplicates,
				'lost'       => $this->lost,
				'unknown'    => $this->unknown,
			];
			file_put_contents( self::file(), json_encode( $line, JSON_THROW_ON_ERROR ) . "\n", FILE_APPEND );
		}
	}

	private static function file(): string {
		return (string) getenv( 'AMICABLE_FAULTS' );
	}
}
