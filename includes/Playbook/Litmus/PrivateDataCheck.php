<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Regex;

/** Addresses, numbers, keys and passwords that others could use. What is ours may stand there. */
final class PrivateDataCheck implements Check {

	private const EMAIL    = '/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/u';
	private const PHONE    = '/(?<![\p{L}\p{N}_#.\/-])(?:\+\d|\(?0)[\d ().\/-]{7,18}\d(?![\p{L}\p{N}])/u';
	private const CARD     = '/(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d])/u';
	private const KEY      = '/(?<![\p{L}\p{N}-])(?=[a-z0-9-]*\d)(?=[0-9-]*[a-z])[a-z0-9]{4,8}(?:-[a-z0-9]{4,12}){3,}(?![\p{L}\p{N}-])|(?<![\p{L}\p{N}])(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{32,}(?![\p{L}\p{N}])|\b(?:sk|pk|rk)_(?:live|test)_\w{8,}|\bgh[pousr]_\w{20,}|\bAKIA[0-9A-Z]{16}\b|\bxox[abpr]-[\w-]{10,}/iu';
	private const NUMBER   = '/(?<!\d)\d{6}-[1-8]\d{6}(?!\d)|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/u';
	private const PASSWORD = '/(?:password|passwort|parola|şifre|sifre|비밀번호|암호)(?:n[ıi]z|m[ıi]z|n|는|은|가)?\s*(?:is\s*|:\s*|=\s*|는\s+|은\s+)(?!(?:not|wrong|still|being|too|sent|stored|your|the|a|for|in|on|to|only|never)\b)(?=\S*[\d!@#$%^&*])[^\s.]\S{3,}/iu';
	private const ORDER    = '/#\d{3,}/u';
	private const DATE     = '/^\(?\d{1,2}[.\/-]\d{1,2}[.\/-]\d{2,4}/';

	/** @return list<Remark> */
	public function look( Draft $draft ): array {
		$remarks = [];
		foreach ( [ self::EMAIL, self::KEY, self::NUMBER, self::PASSWORD ] as $regex ) {
			$remarks = [ ...$remarks, ...$this->found( $draft, $regex, static fn (): bool => true ) ];
		}

		return [
			...$remarks,
			...$this->found( $draft, self::CARD, self::is_card( ... ) ),
			...$this->found( $draft, self::PHONE, self::is_phone( ... ) ),
			...( $draft->public ? $this->found( $draft, self::ORDER, static fn (): bool => true ) : [] ),
		];
	}

	/**
	 * @param callable(string): bool $is
	 * @return list<Remark>
	 */
	private function found( Draft $draft, string $regex, callable $is ): array {
		$remarks = [];
		foreach ( Regex::all( $regex, $draft->text ) as [ $match, $at ] ) {
			if ( $is( $match ) && ! $draft->is_ours( $match ) ) {
				$remarks[] = Remark::at( Code::PrivateData, $draft->text, $at, $at + strlen( $match ) );
			}
		}

		return $remarks;
	}

	private static function is_phone( string $match ): bool {
		$digits = strlen( (string) preg_replace( '/\D/', '', $match ) );

		return $digits >= 9 && $digits <= 15 && ! Regex::matches( self::DATE, $match );
	}

	/** Luhn's sum: a long number that is no card passes. */
	private static function is_card( string $match ): bool {
		$sum = 0;
		foreach ( str_split( strrev( (string) preg_replace( '/\D/', '', $match ) ) ) as $place => $digit ) {
			$double = (int) $digit * ( $place % 2 === 1 ? 2 : 1 );
			$sum   += $double > 9 ? $double - 9 : $double;
		}

		return $sum % 10 === 0;
	}
}
