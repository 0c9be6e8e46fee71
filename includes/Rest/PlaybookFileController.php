<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Letters\PlaybookFile;
use Amicable\Letters\PlaybookImport;
use Amicable\Settings\SettingsRepository;
use WP_REST_Request;

/**
 * A shop's playbook as one file: handed out, and brought in after a dry run that says what would change.
 *
 * @phpstan-import-type PlaybookParts from PlaybookFile
 */
final class PlaybookFileController implements Controller {

	public function __construct(
		private readonly PlaybookFile $file,
		private readonly PlaybookImport $import,
		private readonly SettingsRepository $settings,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/playbook/file', Capability::SETTINGS, fn (): Reply => new Reply( $this->file->export() ), answer: 'playbook.file' ),
			new Route( 'POST', '/playbook/file', Capability::SETTINGS, $this->import( ... ), body: 'playbook.import', answer: 'playbook.changes' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function import( WP_REST_Request $request ): Reply {
		/** @var PlaybookParts $file Judged by the schema. */
		$file   = $request['file'];
		$errors = $this->import->errors( $file );
		if ( $errors !== [] ) {
			throw Schema::refusal( $errors );
		}
		( new SettingsJudge() )->judge( $file['settings'], $this->settings->current()->with( $file['settings'] ) );
		$changes = $this->import->changes( $file );
		if ( $request['dry_run'] !== true ) {
			$this->import->bring_in( $file, get_current_user_id() );
		}

		return new Reply( [ 'dry_run' => $request['dry_run'] === true ] + $changes );
	}
}
