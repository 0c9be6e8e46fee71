<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Playbook\Completeness;
use Amicable\Playbook\CopyJudge;
use Amicable\Playbook\Flaw;
use Amicable\Playbook\Litmus\Litmus;
use Amicable\Playbook\Template;
use Amicable\Rest\PartWords;
use Amicable\Rest\RemarkWords;
use Amicable\Storage\LogChain;
use Amicable\Storage\PlaybookTexts;

/** A shop's own words in the place of shipped ones: judged, kept over the version that was seen, and put back. */
final class OwnCopies {

	public function __construct(
		private readonly TemplateShelf $shelf,
		private readonly PlaybookTexts $texts,
		private readonly LogChain $log,
	) {
	}

	/** @throws AmicableException 404 */
	public function find( string $slug, string $language ): Template {
		return $this->shelf->get( $slug, $language ) ?? throw new AmicableException( 'amicable_template_missing', __( 'There is no such text.', 'amicable' ), 404 );
	}

	/**
	 * @param array<int, string> $texts By number.
	 * @throws AmicableException 400 naming the paragraphs, 409 stale.
	 */
	public function save( string $slug, string $language, int $version, string $subject, array $texts, int $user_id ): Template {
		$template = $this->find( $slug, $language );
		self::refuse( $this->flaws( $template, $subject, $texts ) );
		$this->put( $template, $version, $subject, (string) wp_json_encode( (object) $texts ), $user_id );

		return $this->find( $slug, $language );
	}

	/** @throws AmicableException 409 */
	public function put_back( string $slug, string $language, int $version, int $user_id ): Template {
		$this->put( $this->find( $slug, $language ), $version, '', null, $user_id );

		return $this->find( $slug, $language );
	}

	/**
	 * What is wrong with such a copy.
	 *
	 * @param array<int, string> $texts
	 * @return array<string, string> Field => sentence.
	 */
	public function flaws( Template $template, string $subject, array $texts ): array {
		$errors  = [];
		$numbers = array_keys( TemplateShelf::texts_of( $template ) );
		foreach ( array_diff( array_keys( $texts ), $numbers ) as $number ) {
			$errors[ "paragraphs.$number" ] = __( 'The shipped text has no such paragraph.', 'amicable' );
		}
		if ( $errors !== [] ) {
			return $errors;
		}
		foreach ( ( new CopyJudge( Litmus::shipped(), Completeness::shipped() ) )->judge( $template->reworded( $template->version, $subject, $texts ) ) as $flaw ) {
			$errors[ $flaw->number === null ? 'subject' : "paragraphs.$flaw->number" ] ??= self::sentence( $flaw );
		}

		return $errors;
	}

	/** @param array<string, string> $errors */
	private static function refuse( array $errors ): void {
		if ( $errors !== [] ) {
			throw new AmicableException( 'amicable_invalid', (string) reset( $errors ), 400, $errors );
		}
	}

	private static function sentence( Flaw $flaw ): string {
		if ( $flaw->part !== null ) {
			/* translators: %s: what a letter has to say, a short sentence. */
			return sprintf( __( 'This has to be said here: %s', 'amicable' ), PartWords::of( $flaw->part ) );
		}
		if ( $flaw->code !== null ) {
			return $flaw->words === '' ? RemarkWords::code( $flaw->code ) : "“{$flaw->words}”: " . RemarkWords::code( $flaw->code );
		}

		/* translators: %s: name of a field in braces, "{first_name}". */
		return sprintf( __( 'No field is called %s.', 'amicable' ), '{' . $flaw->words . '}' );
	}

	private function put( Template $template, int $version, string $subject, ?string $words, int $user_id ): void {
		$row     = $this->shelf->row( $template->id, $template->language );
		$shipped = $this->shelf->shipped_one( $template->id, $template->language );
		if ( $shipped === null || $template->version !== $version || ! $this->texts->put( PlaybookTexts::TEMPLATE, $template->id, $template->language, $version + 1, $row['version'] ?? null, $shipped->version, $subject, $words, $user_id ) ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody changed this text meanwhile. Nothing was saved; look at it again.', 'amicable' ), 409 );
		}
		$this->log->append( $words === null ? 'template_put_back' : 'template_changed', 'template', 0, null, $user_id, [
			'slug'     => $template->id,
			'language' => $template->language,
			'version'  => $version + 1,
		] );
	}
}
