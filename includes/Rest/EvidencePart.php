<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Storage\LogPosition;

/** One part of the evidence about a case: lines that all look alike, with a seal over exactly these lines. */
final class EvidencePart {

	/** As `JSON.stringify` writes it, so that anybody can make the same bytes out of the file. */
	private const BYTES = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS | JSON_THROW_ON_ERROR;

	/**
	 * @param list<array<string, mixed>> $lines Of `line()`.
	 * @return array{name: string, title: string, lines: list<array<string, mixed>>, sha256: string, drawn_at: array{id: int, chain_hash: string}}
	 */
	public static function of( string $name, string $title, array $lines, LogPosition $drawn_at ): array {
		return [
			'name'     => $name,
			'title'    => $title,
			'lines'    => $lines,
			'sha256'   => self::seal( $lines ),
			'drawn_at' => $drawn_at->to_array(),
		];
	}

	/**
	 * @param string|null               $text  Words that somebody wrote or said, whole.
	 * @param array<string, string|null> $facts Label => value; what is not known is left out.
	 * @return array{at: string|null, title: string, text: string|null, facts: list<array{label: string, value: string}>}
	 */
	public static function line( ?string $at, string $title, ?string $text = null, array $facts = [] ): array {
		$kept = array_filter( $facts, static fn ( ?string $value ): bool => $value !== null && $value !== '' );

		return [
			'at'    => $at,
			'title' => self::readable( $title ),
			'text'  => $text === null || $text === '' ? null : self::readable( $text ),
			'facts' => array_map(
				static fn ( string $label, string $value ): array => [
					'label' => $label,
					'value' => self::readable( $value ),
				],
				array_keys( $kept ),
				array_values( $kept )
			),
		];
	}

	/** @param list<array<string, mixed>> $lines */
	public static function seal( array $lines ): string {
		return hash( 'sha256', json_encode( $lines, self::BYTES ) );
	}

	/** Bytes that are no text would stop the whole pack. */
	private static function readable( string $text ): string {
		return mb_scrub( $text, 'UTF-8' );
	}
}
