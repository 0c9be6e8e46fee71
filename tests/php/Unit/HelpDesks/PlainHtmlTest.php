<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\HelpDesks;

use Amicable\HelpDesks\PlainHtml;
use PHPUnit\Framework\TestCase;

/** What was read and approved goes out as it was, whatever a desk does to the HTML that it is given. */
final class PlainHtmlTest extends TestCase {

	public function test_paragraphs_and_lines_stay_and_markup_and_placeholders_are_only_letters(): void {
		$text = "Hi Maya,\n\nYou wrote: “<b>now</b> {{customer.email}} [gallery]”\r\nand we answered.";

		$html = PlainHtml::of( $text );

		self::assertSame( "<p>Hi Maya,</p>\n<p>You wrote: “&lt;b&gt;now&lt;/b&gt; &#123;&#123;customer.email&#125;&#125; &#91;gallery&#93;”<br>\nand we answered.</p>", $html );
		self::assertSame( str_replace( [ "\r\n", "\n\n" ], "\n", $text ), html_entity_decode( strip_tags( $html ), ENT_QUOTES ), 'Read again, it says the same.' );
	}
}
