<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Playbook\Litmus\Code;
use Amicable\Playbook\Litmus\Draft;
use Amicable\Playbook\Litmus\Litmus;
use Amicable\Playbook\Litmus\Remark;
use Amicable\Playbook\Sentence;

/** Of all that we wrote, the sentence that would be picked out. Only wording counts: neither length nor a language that we do not read. */
final class WorstSentence {

	/** The gravest first. */
	private const WORDING = [ Code::ReviewBargain, Code::OwnThreat, Code::InternalLabel, Code::Blame, Code::Sarcasm, Code::HalfApology, Code::RunDown, Code::Capitals, Code::Exclamation, Code::UndatedPromise ];

	/** @param Lazy<Litmus> $litmus */
	public function __construct( private readonly Lazy $litmus ) {
	}

	/**
	 * @param list<Post> $posts
	 * @return array{post: int, start: int, end: int, text: string}|null In code points; among equals the latest.
	 */
	public function of( array $posts, string $language ): ?array {
		$worst = null;
		$rank  = count( self::WORDING );
		foreach ( $posts as $index => $post ) {
			$remark = $post->who === 'customer' ? null : $this->gravest( $post, $post->language === '' ? $language : $post->language );
			if ( $remark === null || $this->rank( $remark ) > $rank ) {
				continue;
			}

			$rank  = $this->rank( $remark );
			$worst = [ 'post' => $index ] + self::sentence( $post->text, $remark );
		}

		return $worst;
	}

	private function gravest( Post $post, string $language ): ?Remark {
		$remarks = array_filter( $this->litmus->get()->look( new Draft( $post->text, $language ) ), static fn ( Remark $remark ): bool => in_array( $remark->code, self::WORDING, true ) );
		usort( $remarks, fn ( Remark $one, Remark $other ): int => $this->rank( $one ) <=> $this->rank( $other ) );

		return $remarks[0] ?? null;
	}

	private function rank( Remark $remark ): int {
		return (int) array_search( $remark->code, self::WORDING, true );
	}

	/** @return array{start: int, end: int, text: string} */
	private static function sentence( string $text, Remark $remark ): array {
		[ $start, $end ] = Sentence::around( $text, $remark->start, $remark->end );

		return [
			'start' => $start,
			'end'   => $end,
			'text'  => mb_substr( $text, $start, $end - $start ),
		];
	}
}
