<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

use Amicable\Language\OwnPacks;
use Amicable\Language\Texts;

/**
 * A compiled pack as the file that `PackText` reads.
 *
 * @phpstan-import-type CompiledPack from Compiler
 * @phpstan-import-type CompiledRule from Compiler
 */
final class Source {

	/**
	 * @param CompiledPack $pack
	 * @param array{words: list<string>, letters: string, latin: bool}|null $marks By what the language of a site's own pack is told.
	 */
	public static function of( array $pack, ?array $marks = null ): string {
		$texts = self::texts( $pack );
		$head  = [
			'lang'      => $pack['lang'],
			'version'   => $pack['version'],
			'disguised' => $pack['disguised'],
			'edges'     => $pack['edges'],
			'paired'    => implode( ',', $pack['paired'] ),
			'across'    => implode( ',', $pack['across'] ),
			'vetoes'    => array_map( static fn ( string $name, array $veto ): array => [ 'name' => $name, 'scope' => $veto['scope'], 'gated' => $veto['gated'] ], array_keys( $pack['vetoes'] ), $pack['vetoes'] ),
			'rules'     => array_map( static fn ( array $rule ): array => self::rule( $rule, array_keys( $pack['vetoes'] ) ), $pack['rules'] ),
			'texts'     => array_map( static fn ( array $of ): string => implode( ',', array_map( strlen( ... ), $of ) ), $texts ),
		];

		$body  = implode( '', array_map( Texts::lines( ... ), $texts ) );
		$head += $marks === null ? [] : [ 'own' => [ 'format' => OwnPacks::FORMAT ] + $marks + [ 'sum' => hash( 'sha256', $body ) ] ];

		return json_encode( $head, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR ) . "\n" . $body;
	}

	/**
	 * @param CompiledPack $pack
	 * @return array<string, list<string>> By what they are.
	 */
	private static function texts( array $pack ): array {
		$texts = [ 'shared' => $pack['shared'] ];
		foreach ( $pack['gates'] as $view => $cues ) {
			$texts[ "gate $view" ] = array_values( $cues );
		}

		return [
			...$texts,
			'vetoes'  => array_column( $pack['vetoes'], 'regex' ),
			'regexes' => array_merge( [], ...array_column( $pack['rules'], 'regexes' ) ),
		];
	}

	/**
	 * Without what is long, and with the numbers of its vetoes.
	 *
	 * @param CompiledRule $rule
	 * @param list<string> $vetoes All names, in order.
	 * @return array<string, mixed>
	 */
	private static function rule( array $rule, array $vetoes ): array {
		return [
			...array_diff_key( $rule, [ 'regexes' => true ] ),
			'vetoes' => array_map( static fn ( string $name ): int => (int) array_search( $name, $vetoes, true ), $rule['vetoes'] ),
			'count'  => count( $rule['regexes'] ),
		];
	}
}
