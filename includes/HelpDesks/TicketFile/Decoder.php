<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

use Closure;

/** Makes UTF-8 of what a file holds. Only Korean needs an extension of PHP, and says so where none is there. */
final class Decoder {

	/** @var array<array-key, string> */
	private readonly array $table;

	/** @param (Closure(string): (string|false))|null $korean What reads CP949 here; null: nothing does. */
	public function __construct(
		public readonly Encoding $encoding,
		private readonly ?Closure $korean,
	) {
		$this->table = in_array( $encoding, [ Encoding::Windows1252, Encoding::Windows1254 ], true ) ? CodePages::table( $encoding ) : [];
	}

	public static function here( Encoding $encoding ): self {
		return new self( $encoding, self::korean_here() );
	}

	public function is_readable(): bool {
		return $this->encoding !== Encoding::Korean || $this->korean !== null;
	}

	/** A piece of the file in which a comma is a comma; the letters of each cell are read later. */
	public function text( string $bytes, string $next ): string {
		return $this->encoding->is_wide() ? Utf16::text( $bytes, $next, $this->encoding === Encoding::Utf16Le ) : $bytes;
	}

	/** One cell in UTF-8; null when that is not what its bytes are. */
	public function cell( string $bytes ): ?string {
		if ( preg_match( '/[\x80-\xFF]/', $bytes ) !== 1 ) {
			return $bytes;
		}
		$text = match ( true ) {
			$this->table !== []                   => strtr( $bytes, $this->table ),
			$this->encoding === Encoding::Korean  => $this->korean === null ? false : ( $this->korean )( $bytes ),
			default                               => $bytes,
		};

		return $text !== false && preg_match( '//u', $text ) === 1 ? $text : null;
	}

	/** @return (Closure(string): (string|false))|null */
	private static function korean_here(): ?Closure {
		if ( function_exists( 'mb_list_encodings' ) && in_array( 'UHC', mb_list_encodings(), true ) ) {
			return static fn ( string $bytes ): string|false => mb_check_encoding( $bytes, 'UHC' ) ? mb_convert_encoding( $bytes, 'UTF-8', 'UHC' ) : false;
		}

		return function_exists( 'iconv' ) ? self::by_iconv( ... ) : null;
	}

	/** A complaint of iconv would be a warning on the page; the false it answers is what counts. */
	private static function by_iconv( string $bytes ): string|false {
		set_error_handler( static fn (): bool => true );
		try {
			return iconv( 'CP949', 'UTF-8', $bytes );
		} finally {
			restore_error_handler();
		}
	}
}
