<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Demand;
use Amicable\Language\Finding;
use Amicable\Language\Label;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Whether a threat comes with a condition or a wish. The threat stands between brackets. */
final class DemandTest extends TestCase {

	/** @return iterable<string, array{string, string, string|null}> */
	public static function messages(): iterable {
		yield 'a condition' => [ 'en', 'Unless you answer today [I leave one star].', 'Unless you answer today [I leave one star]' ];
		yield 'a deadline' => [ 'en', 'You have until Friday. [Then I post this.]', 'You have until Friday' ];
		yield 'a request' => [ 'en', 'Refund me. [My followers will hear about it.]', 'Refund me' ];
		yield 'or else' => [ 'en', 'Add the export or I [leave one star].', 'Add the export or I [leave one star]' ];
		yield 'a review and nothing else' => [ 'en', 'The plugin was slow, [I will leave two stars] on the forum.', null ];
		yield 'a wish that somebody else wrote' => [ 'en', "> Refund me\n[I will leave two stars].", null ];
		yield 'a wish too far away' => [ 'en', 'Refund me.' . str_repeat( ' It was a long and quiet day here.', 9 ) . ' [I will leave two stars].', null ];
		yield 'a polite wish in another sentence' => [ 'en', '[I will leave a review tonight]. Please send me the file by Friday.', null ];
		yield 'a plain demand two sentences away' => [ 'en', 'Refund me. It is a long story. [My followers will hear about it.]', null ];
		yield 'an offer' => [ 'en', '[My bank took the payment back], you can log in if that helps.', null ];
		yield 'a polite Turkish wish' => [ 'tr', '[Arkadaşlarıma anlatacağım], kısa bir cevap yazarsanız sevinirim.', null ];
		yield 'how long, not until when' => [ 'tr', 'Ne kadar basitmiş, [arkadaşlarıma anlatacağım].', null ];
		yield 'a Turkish condition' => [ 'tr', 'Cuma gününe kadar bu özellik gelmezse [tek yıldızlı yorumu yapıştırırım].', 'gelmezse' ];
		yield 'a Turkish alternative' => [ 'tr', 'Paramı iade edin yoksa [Şikayetvar’a yazarım].', 'yoksa' ];
		yield 'a Turkish review and nothing else' => [ 'tr', 'Eklenti yavaştı, [iki yıldız vereceğim].', null ];
		yield 'it is up to you' => [ 'tr', '[Yazsam tek yıldız yazarım], karar sizin.', 'karar sizin' ];
		yield 'a Turkish deadline' => [ 'tr', 'Cuma\'ya kadar bekliyorum, [sonra yayınlıyorum].', 'Cuma\'ya kadar' ];
		yield 'think twice' => [ 'en', '[Word gets around], think twice.', 'think twice' ];
		yield 'a Korean condition' => [ 'ko', '환불 안 해 주시면 [별점 1점 남길게요].', '환불 안 해 주시면' ];
		yield 'a Korean deadline' => [ 'ko', '내일까지 [카드사에 이의제기하겠습니다].', '내일까지' ];
		yield 'a Korean review and nothing else' => [ 'ko', '느려서 [별점 2점 남길게요].', null ];
	}

	#[DataProvider( 'messages' )]
	public function test_a_demand_is_what_somebody_wants_beside_a_threat( string $language, string $message, ?string $demand ): void {
		$start  = (int) mb_strpos( $message, '[' );
		$end    = (int) mb_strpos( $message, ']' ) + 1;
		$threat = new Finding( Label::ReviewThreat, null, 3, 'x', 'x', mb_substr( $message, $start, $end - $start ), $start, $end, null, false );

		$found = Demand::beside( $threat, $message, [ $language ] );

		self::assertSame( $demand, $found?->quote );
		self::assertSame( $found?->quote, $found === null ? null : mb_substr( $message, $found->start, $found->end - $found->start ) );
	}
}
