<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** Facts as they are said in a letter, in its language: what is inserted and not typed. */
final class Phrases {

	/** @var array<string, array<string, string>>|null By language and name. */
	private ?array $phrases = null;

	/** @param array<string, string|int> $values */
	public function say( string $name, string $language, array $values = [] ): string {
		$replacements = [];
		foreach ( $values as $key => $value ) {
			$replacements[ '{' . $key . '}' ] = (string) $value;
		}

		$phrases = $this->phrases ??= self::shipped();

		return strtr( $phrases[ $language ][ $name ] ?? $phrases['en'][ $name ], $replacements );
	}

	public function time( int $minutes, string $language ): string {
		return $minutes < 60
			? $this->say( 'minutes', $language, [ 'minutes' => $minutes ] )
			: $this->say( 'hours_minutes', $language, [
				'hours'   => intdiv( $minutes, 60 ),
				'minutes' => $minutes % 60,
			] );
	}

	/**
	 * The facts block, a line each. What is not known is left out.
	 *
	 * @param array{tickets: int, first: string, last: string, known: int, answered: int, links: list<string>, minutes: int, estimated: bool, refunds: int, last_refund: string} $known Days as they are written in the language.
	 */
	public function block( array $known, string $language ): string {
		$lines = [
			$known['tickets'] === 0 ? '' : $this->say( $known['first'] === $known['last'] ? 'ticket' : 'tickets', $language, [
				'count' => $known['tickets'],
				'first' => $known['first'],
				'last'  => $known['last'],
			] ),
			$known['known'] === 0 ? '' : $this->say( 'answered', $language, [
				'answered' => $known['answered'],
				'known'    => $known['known'],
			] ),
			...array_map( fn ( string $url ): string => $this->say( 'link', $language, [ 'url' => $url ] ), $known['links'] ),
			$known['minutes'] === 0 ? '' : $this->say( $known['estimated'] ? 'about_time' : 'time', $language, [ 'time' => $this->time( $known['minutes'], $language ) ] ),
			$known['refunds'] === 0 ? '' : $this->say( 'refunds', $language, [
				'count' => $known['refunds'],
				'last'  => $known['last_refund'],
			] ),
		];

		return implode( "\n", array_filter( $lines, static fn ( string $line ): bool => $line !== '' ) );
	}

	/** @return array<string, array<string, string>> */
	private static function shipped(): array {
		return array_map( static fn ( DataFile $phrases ): array => array_map( static fn ( DataFile $phrase ): string => $phrase->string(), $phrases->fields() ), DataFile::read( __DIR__ . '/phrases.json' )->fields() );
	}
}
