<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Letters;
use Amicable\Language\Segmenter;

/** If this were public: everything in a draft that one would not want to be read by all. */
final class Litmus {

	/** @var list<Check> */
	private readonly array $checks;

	public function __construct( Check ...$checks ) {
		$this->checks = array_values( $checks );
	}

	/** With the packs that the plugin brings. */
	public static function shipped(): self {
		$letters = Letters::shipped();
		$packs   = WordPack::shipped();
		$quotes  = new Quotations( new Segmenter(), $letters );

		return new self(
			new PlaceholderCheck(),
			new QuoteCheck( $quotes, $packs, $letters ),
			new LanguageCheck( $letters, array_keys( $packs ) ),
			new WordCheck( $quotes, $packs, $letters ),
			new CapitalsCheck( $quotes ),
			new ExclamationCheck( $quotes ),
			new PrivateDataCheck(),
			new LengthCheck( $packs ),
			new ScriptCheck(),
		);
	}

	/** @return list<Remark> What blocks first, then by place. */
	public function look( Draft $draft ): array {
		$remarks = [];
		foreach ( $this->checks as $check ) {
			foreach ( $check->look( $draft ) as $remark ) {
				if ( array_filter( $remarks, $remark->overlaps( ... ) ) === [] ) {
					$remarks[] = $remark;
				}
			}
		}
		usort( $remarks, static fn ( Remark $a, Remark $b ): int => self::order( $a ) <=> self::order( $b ) );

		return $remarks;
	}

	/** @return array{int, int, string} */
	private static function order( Remark $remark ): array {
		return [ $remark->severity() === Severity::Blocks ? 0 : 1, $remark->start, $remark->code->value ];
	}
}
