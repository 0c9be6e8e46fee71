<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

use Amicable\Cases\Stage;
use Amicable\Patterns\Slug;

/** The texts that come with the plugin: what they are for in templates/index.json, their words in a file per language. */
final class Templates {

	/** @param array<string, array<string, Template>> $templates By id and language. */
	private function __construct( private readonly array $templates ) {
	}

	public static function shipped(): self {
		$index     = DataFile::read( __DIR__ . '/templates/index.json' )->fields();
		$templates = [];
		foreach ( (array) glob( __DIR__ . '/templates/??.json' ) as $file ) {
			$words    = DataFile::read( (string) $file );
			$language = $words->at( 'language' )->string();
			foreach ( $words->at( 'templates' )->fields() as $id => $text ) {
				$templates[ $id ][ $language ] = self::template( $id, $language, $index[ $id ] ?? throw $text->wrong( 'is not in the index' ), $text );
			}
		}

		return new self( $templates );
	}

	public function get( string $id, string $language ): ?Template {
		return $this->templates[ $id ][ $language ] ?? null;
	}

	/** @return list<Template> */
	public function all(): array {
		return array_merge( ...array_map( array_values( ... ), array_values( $this->templates ) ) );
	}

	/** @return list<Template> Those made for the pattern first. */
	public function suiting( Slug $pattern, Stage $stage, string $language ): array {
		$suiting = array_values( array_filter( $this->all(), static fn ( Template $template ): bool => $template->language === $language && $template->suits( $pattern, $stage ) ) );
		usort( $suiting, static fn ( Template $a, Template $b ): int => (int) ( $a->patterns === [] ) <=> (int) ( $b->patterns === [] ) );

		return $suiting;
	}

	private static function template( string $id, string $language, DataFile $index, DataFile $text ): Template {
		$stage = $index->maybe( 'stage' );

		return new Template(
			$id,
			$language,
			$index->at( 'version' )->int(),
			$stage === null ? null : Stage::from( $stage ),
			array_map( Slug::from( ... ), $index->at( 'patterns' )->strings() ),
			Channel::from( $index->at( 'channel' )->string() ),
			array_map( self::need( ... ), $index->at( 'needs' )->strings() ),
			$text->at( 'subject' )->string(),
			array_map( self::paragraph( ... ), $text->at( 'text' )->items() ),
		);
	}

	/** `part` or `part@condition`. */
	private static function need( string $need ): Need {
		[ $part, $when ] = [ ...explode( '@', $need ), null ];

		return new Need( Part::from( (string) $part ), $when === null ? null : Condition::from( $when ) );
	}

	/** Parts apart by spaces, the words, and perhaps a condition. */
	private static function paragraph( DataFile $paragraph ): Paragraph {
		$values = $paragraph->strings();
		if ( count( $values ) < 2 ) {
			throw $paragraph->wrong( 'has no text' );
		}
		Field::in( $values[1] );
		$parts = $values[0] === '' ? [] : array_map( Part::from( ... ), explode( ' ', $values[0] ) );

		return new Paragraph( $parts, $values[1], isset( $values[2] ) ? Condition::from( $values[2] ) : null );
	}
}
