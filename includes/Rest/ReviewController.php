<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Clock;
use Amicable\Patterns\Flag;
use Amicable\Projection\RuleJudge;
use Amicable\Settings\SettingsRepository;
use Amicable\Setup\LanguagePacks;
use Amicable\Storage\Coverage;
use Amicable\Storage\CustomerRows;
use Amicable\Storage\Database;
use Amicable\Storage\DocsGaps;
use Amicable\Storage\Hints;
use Amicable\Storage\LogChain;
use Amicable\Storage\ReviewQueue;
use Amicable\Storage\RuleVotes;
use Closure;
use WP_REST_Request;

/** Everything that waits for a person's word, the words first; rights that wait for an answer; articles that want work; rules that went silent; and which languages are read at all. */
final class ReviewController implements Controller {

	private const MOST = 30;

	/** The time that a right has to be answered in. */
	private const ANSWER_IN = '+30 days';

	/**
	 * @param Closure(): EvidenceShape $evidence
	 * @param Closure(): RuleJudge     $rules
	 * @param Closure(): LogChain      $log
	 */
	public function __construct(
		private readonly ReviewQueue $queue,
		private readonly CustomerRows $customers,
		private readonly RuleVotes $votes,
		private readonly Coverage $coverage,
		private readonly DocsGaps $gaps,
		private readonly Closure $evidence,
		private readonly Closure $rules,
		private readonly Closure $log,
		private readonly Clock $clock,
		private readonly Hints $hints,
		private readonly SettingsRepository $settings,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/review', Capability::CASES, fn (): Reply => $this->reply(), answer: 'review.queue' ),
			new Route( 'POST', '/review/rights/(?P<id>\d+)', Capability::CASES, $this->answer( ... ), answer: 'review.queue' ),
			new Route( 'POST', '/review/rules/(?P<rule>[a-z0-9_.]+)', Capability::SETTINGS, $this->heed( ... ), answer: 'review.queue' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function answer( WP_REST_Request $request ): Reply {
		$id       = (int) $request->get_url_params()['id'];
		$customer = $this->queue->answer( $id, get_current_user_id(), $this->clock->now() );
		if ( $customer === null ) {
			throw new AmicableException( 'amicable_right_missing', __( 'There is no such request.', 'amicable' ), 404 );
		}
		( $this->log )()->append( 'right_answered', 'finding', $id, $customer, get_current_user_id() );

		return $this->reply();
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function heed( WP_REST_Request $request ): Reply {
		( $this->rules )()->heed( (string) $request->get_url_params()['rule'], get_current_user_id() );

		return $this->reply();
	}

	private function reply(): Reply {
		return new Reply(
			[
				'total'     => $this->queue->count(),
				'flags'     => $this->flags(),
				'rights'    => array_map( $this->right( ... ), $this->queue->rights( $this->clock->now(), self::MOST ) ),
				'docs_gaps' => $this->gaps->lately( $this->clock->now(), $this->settings->current()->words->docs_gaps, self::MOST ),
				'silent'    => array_map( self::silent( ... ), $this->votes->silent() ),
				'reading'   => [ 'read' => wp_sprintf( '%l', array_map( LanguageWords::name( ... ), LanguagePacks::languages() ) ) ] + $this->coverage->lately(),
			]
		);
	}

	/** @return list<array<string, mixed>> */
	private function flags(): array {
		$flags    = $this->queue->flags( self::MOST );
		$ids      = array_values( array_unique( array_map( static fn ( Flag $flag ): int => $flag->customer_id, $flags ) ) );
		$names    = array_column( $this->customers->of( $ids ), null, 'id' );
		$rests_on = $this->customers->evidence( $ids );
		$hints    = $this->hints->of_messages( self::messages( $rests_on ) );
		$evidence = array_map( fn ( array $rows ): array => ( $this->evidence )()->by_pattern( $rows ), $rests_on );
		$sees     = current_user_can( Capability::MONEY );

		return array_map(
			static function ( Flag $flag ) use ( $names, $evidence, $hints, $sees ): array {
				$items = $evidence[ $flag->customer_id ][ $flag->pattern->value ] ?? [];

				return [
					'customer_id' => $flag->customer_id,
					'name'        => self::name( $names[ (string) $flag->customer_id ] ?? [] ),
					'flag'        => FlagShape::detail( $flag, $items, $sees ),
					'hints'       => array_values( array_intersect_key( $hints, array_flip( array_filter( array_column( $items, 'message_id' ), is_int( ... ) ) ) ) ),
				];
			},
			$flags
		);
	}

	/**
	 * @param array<int, list<array<string, string|null>>> $evidence By customer.
	 * @return list<int>
	 */
	private static function messages( array $evidence ): array {
		$said = array_filter( array_merge( ...array_values( $evidence ) ), static fn ( array $row ): bool => (int) $row['ticket_id'] > 0 );

		return array_values( array_map( static fn ( array $row ): int => (int) $row['message_id'], $said ) );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private function right( array $row ): array {
		return [
			'id'          => (int) $row['id'],
			'customer_id' => (int) $row['customer_id'],
			'name'        => self::name( $row ),
			'said'        => EvidenceShape::said( $row ),
			'at'          => Shape::time( $row['at'] ),
			'due_at'      => Shape::time( Database::moment( (string) $row['at'] )->modify( self::ANSWER_IN ) ),
			'url'         => (string) $row['url'] === '' ? null : $row['url'],
		];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private static function silent( array $row ): array {
		return [
			'rule'      => (string) $row['rule'],
			'confirmed' => (int) $row['confirmed'],
			'dismissed' => (int) $row['dismissed'],
			'since'     => Shape::time( $row['silent_since'] ),
		];
	}

	/** @param array<string, string|null> $row */
	private static function name( array $row ): string {
		$name = (string) ( $row['name'] ?? '' );

		return $name !== '' ? $name : (string) ( $row['email'] ?? '' );
	}
}
