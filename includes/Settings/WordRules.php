<?php
declare( strict_types=1 );

namespace Amicable\Settings;

/** The numbers of the patterns that look at words, refunds, disputes and at which way things go, and of when an article is at fault. */
final class WordRules {

	public const DEFAULTS = [
		'hostile_messages'   => [
			'severe'    => 1,
			'mild'      => 3,
			'mild_days' => 2,
			'days'      => 90,
			'half_life' => 30,
		],
		'threat_with_demand' => [
			'messages'    => 1,
			'days'        => 180,
			'fades_after' => 90,
		],
		'payment_dispute'    => [
			'disputes' => 1,
			'days'     => 365,
		],
		'repeat_refunds'     => [
			'times' => 3,
			'days'  => 365,
		],
		'expectations'       => [
			'messages' => 3,
			'days'     => 90,
		],
		'early_signs'        => [
			'questions' => 4,
			'strained'  => 2,
			'times'     => 2,
			'days'      => 28,
			'ahead'     => 90,
		],
		'docs_gaps'          => [
			'people' => 10,
			'days'   => 30,
		],
	];

	/**
	 * @param array{severe: int, mild: int, mild_days: int, days: int, half_life: int} $hostile_messages
	 * @param array{messages: int, days: int, fades_after: int}        $threat_with_demand
	 * @param array{disputes: int, days: int}                          $payment_dispute
	 * @param array{times: int, days: int}                             $repeat_refunds
	 * @param array{messages: int, days: int}                          $expectations
	 * @param array{questions: int, strained: int, times: int, days: int, ahead: int} $early_signs
	 * @param array{people: int, days: int}                            $docs_gaps So many different people cannot all have overlooked it.
	 */
	private function __construct(
		public readonly array $hostile_messages,
		public readonly array $threat_with_demand,
		public readonly array $payment_dispute,
		public readonly array $repeat_refunds,
		public readonly array $expectations,
		public readonly array $early_signs,
		public readonly array $docs_gaps,
	) {
	}

	public static function read( Kept $kept ): self {
		$read = static fn ( string $pattern, string $name ): int => max( 1, $kept->part( $pattern )->integer( $name, self::DEFAULTS[ $pattern ][ $name ] ?? 1 ) );

		return new self(
			[
				'severe'    => $read( 'hostile_messages', 'severe' ),
				'mild'      => $read( 'hostile_messages', 'mild' ),
				'mild_days' => $read( 'hostile_messages', 'mild_days' ),
				'days'      => $read( 'hostile_messages', 'days' ),
				'half_life' => $read( 'hostile_messages', 'half_life' ),
			],
			[
				'messages'    => $read( 'threat_with_demand', 'messages' ),
				'days'        => $read( 'threat_with_demand', 'days' ),
				'fades_after' => $read( 'threat_with_demand', 'fades_after' ),
			],
			[
				'disputes' => $read( 'payment_dispute', 'disputes' ),
				'days'     => $read( 'payment_dispute', 'days' ),
			],
			[
				'times' => $read( 'repeat_refunds', 'times' ),
				'days'  => $read( 'repeat_refunds', 'days' ),
			],
			[
				'messages' => $read( 'expectations', 'messages' ),
				'days'     => $read( 'expectations', 'days' ),
			],
			[
				'questions' => $read( 'early_signs', 'questions' ),
				'strained'  => $read( 'early_signs', 'strained' ),
				'times'     => $read( 'early_signs', 'times' ),
				'days'      => $read( 'early_signs', 'days' ),
				'ahead'     => $read( 'early_signs', 'ahead' ),
			],
			[
				'people' => $read( 'docs_gaps', 'people' ),
				'days'   => $read( 'docs_gaps', 'days' ),
			],
		);
	}

	/** @return array{hostile_messages: array{severe: int, mild: int, mild_days: int, days: int, half_life: int}, threat_with_demand: array{messages: int, days: int, fades_after: int}, payment_dispute: array{disputes: int, days: int}, repeat_refunds: array{times: int, days: int}, expectations: array{messages: int, days: int}, early_signs: array{questions: int, strained: int, times: int, days: int, ahead: int}, docs_gaps: array{people: int, days: int}} */
	public function to_array(): array {
		return [
			'hostile_messages'   => $this->hostile_messages,
			'threat_with_demand' => $this->threat_with_demand,
			'payment_dispute'    => $this->payment_dispute,
			'repeat_refunds'     => $this->repeat_refunds,
			'expectations'       => $this->expectations,
			'early_signs'        => $this->early_signs,
			'docs_gaps'          => $this->docs_gaps,
		];
	}

	/** @param array<array-key, mixed> $changes By pattern, each with some of its numbers. */
	public function with( array $changes ): self {
		$kept = [];
		foreach ( $this->to_array() as $pattern => $numbers ) {
			$kept[ $pattern ] = array_merge( $numbers, is_array( $changes[ $pattern ] ?? null ) ? $changes[ $pattern ] : [] );
		}

		return self::read( new Kept( $kept ) );
	}
}
