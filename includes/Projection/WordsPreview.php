<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\Rules\Expectations;
use Amicable\Patterns\Rules\HostileMessages;
use Amicable\Patterns\Rules\PaymentDispute;
use Amicable\Patterns\Rules\RepeatRefunds;
use Amicable\Patterns\Rules\ThreatWithDemand;
use Amicable\Settings\WordRules;
use Amicable\Storage\Database;
use Amicable\Storage\Dealings;
use Amicable\Storage\Remarks;
use Amicable\Storage\Sums\Scope;

/** Whom other lines would show, judged by the rules themselves over what was found so far. What somebody dismissed is counted here all the same. */
final class WordsPreview {

	private const MOST_FINDINGS = 20_000;

	private const MOST_CUSTOMERS = 5_000;

	private const AT_ONCE = 500;

	private const DAYS = 366;

	public function __construct(
		private readonly Remarks $remarks,
		private readonly Dealings $dealings,
		private readonly CurrentInputs $inputs,
	) {
	}

	/** @return array<string, array{watch: int, flag: int}|null> By pattern; null: there is too much to count while somebody waits. */
	public function count( WordRules $rules ): array {
		$patterns = [ new HostileMessages( $rules->hostile_messages ), new ThreatWithDemand( $rules->threat_with_demand ), new PaymentDispute( $rules->payment_dispute ), new RepeatRefunds( $rules->repeat_refunds ), new Expectations( $rules->expectations ) ];
		$views    = $this->views( $rules );
		$counts   = [];
		foreach ( $patterns as $pattern ) {
			$counts[ $pattern->slug()->value ] = $views === null ? null : self::judge( $pattern, $views );
		}

		return $counts;
	}

	/**
	 * @param list<CustomerView> $views
	 * @return array{watch: int, flag: int}
	 */
	private static function judge( Pattern $pattern, array $views ): array {
		$found = array_filter( array_map( static fn ( CustomerView $view ): mixed => $pattern->judge( $view ), $views ), static fn ( mixed $finding ): bool => $finding instanceof Finding );
		$flags = array_filter( $found, static fn ( Finding $finding ): bool => $finding->level === Level::Flag );

		return [
			'watch' => count( $found ) - count( $flags ),
			'flag'  => count( $flags ),
		];
	}

	/** @return list<CustomerView>|null */
	private function views( WordRules $rules ): ?array {
		$inputs    = $this->inputs->read();
		$as_of     = Database::moment( $inputs->as_of );
		$remarks   = $this->remarks->since( Database::time( $as_of->modify( '-' . self::DAYS . ' days' ) ), self::MOST_FINDINGS );
		$customers = $this->dealings->customers( $rules->repeat_refunds['times'], self::MOST_CUSTOMERS );
		if ( $remarks === null || $customers === null ) {
			return null;
		}
		$ids      = array_values( array_unique( [ ...array_keys( $remarks ), ...$customers ] ) );
		$dealings = [];
		foreach ( array_chunk( $ids, self::AT_ONCE ) as $some ) {
			$dealings += $this->dealings->of( Scope::some( $some ), $inputs );
		}

		return array_map( static fn ( int $id ): CustomerView => new CustomerView( $as_of->getTimestamp(), null, null, null, null, 0, null, [], remarks: $remarks[ $id ] ?? [], dealings: $dealings[ $id ] ?? [] ), $ids );
	}
}
