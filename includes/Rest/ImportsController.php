<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\HelpDesks\Intake\File\FileDriver;
use Amicable\HelpDesks\Intake\File\FileSight;
use Amicable\HelpDesks\Intake\File\ImportTicketFile;
use Amicable\HelpDesks\Intake\File\RefusedRows;
use Amicable\HelpDesks\Intake\File\Uploads;
use Amicable\HelpDesks\TicketFile\Encoding;
use Amicable\Jobs\Jobs;
use Amicable\Storage\TicketFile;
use Amicable\Storage\TicketFiles;
use Closure;
use WP_REST_Request;

/** Files of tickets: sent in parts, looked at, checked without writing anything, imported. Each belongs to whoever sent it. */
final class ImportsController implements Controller {

	private const PATH = '/imports';

	private const ONE = '/imports/(?P<id>\d+)';

	/** How long one request works; the page asks again and again. */
	private const TURN_SECONDS = 2.5;

	private const KEPT_IN_SIGHT = 20;

	/** @param Closure(): FileDriver $driver */
	public function __construct(
		private readonly TicketFiles $files,
		private readonly Uploads $uploads,
		private readonly FileSight $sight,
		private readonly Closure $driver,
		private readonly ImportJudge $judge,
		private readonly RefusedRows $refused,
		private readonly ImportShape $shape,
		private readonly Jobs $jobs,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', self::PATH, Capability::INTAKE, fn (): Reply => new Reply( [ 'imports' => array_map( $this->shape->entry( ... ), $this->files->of_user( get_current_user_id(), self::KEPT_IN_SIGHT ) ) ] ), answer: 'imports.list' ),
			new Route( 'POST', self::PATH, Capability::INTAKE, $this->create( ... ), body: 'imports.create', answer: 'imports.import' ),
			new Route( 'GET', self::ONE, Capability::INTAKE, fn ( WP_REST_Request $request ): Reply => $this->reply( $this->file( $request ) ), answer: 'imports.import' ),
			new Route( 'PUT', self::ONE, Capability::INTAKE, $this->check( ... ), body: 'imports.options', answer: 'imports.import' ),
			new Route( 'DELETE', self::ONE, Capability::INTAKE, $this->remove( ... ), answer: 'imports.removed' ),
			new Route( 'PUT', self::ONE . '/chunks/(?P<n>\d+)', Capability::INTAKE, $this->take( ... ), body: 'imports.chunk', answer: 'imports.import' ),
			new Route( 'GET', self::ONE . '/preview', Capability::INTAKE, $this->preview( ... ), answer: 'imports.preview', query: ImportShape::PREVIEW_QUERY ),
			new Route( 'POST', self::ONE . '/run', Capability::INTAKE, $this->run( ... ), body: 'imports.step', answer: 'imports.import' ),
			new Route( 'GET', self::ONE . '/rejected', Capability::INTAKE, $this->rejected( ... ), answer: 'imports.rejected', query: [ 'after' => [ 'type' => 'integer', 'minimum' => 0, 'default' => 0 ] ] ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function create( WP_REST_Request $request ): Reply {
		$id = $this->files->create( get_current_user_id(), (string) $request['name'], (int) $request['size'] );

		return $this->reply( $this->mine( $id ), 201 );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function take( WP_REST_Request $request ): Reply {
		$file = $this->file( $request );
		$this->uploads->take( $file, (int) $request['n'], (string) $request['sha256'], (string) $request['data'] );

		return $this->reply( $this->mine( $file->id ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function preview( WP_REST_Request $request ): Reply {
		$file  = $this->file( $request );
		$this->demand( $file, TicketFile::UPLOADED, TicketFile::CHECKING, TicketFile::CHECKED );
		$first = $this->sight->look( $file, Encoding::tryFrom( (string) $request['encoding'] ), self::delimiter( $request ) );

		return new Reply( $this->shape->preview( $file, $first, $request->get_query_params() ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return non-empty-string|null Null: it is guessed.
	 */
	private static function delimiter( WP_REST_Request $request ): ?string {
		$told = $request['delimiter'];

		return is_string( $told ) && $told !== '' ? $told : null;
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function check( WP_REST_Request $request ): Reply {
		$file = $this->file( $request );
		$this->demand( $file, TicketFile::UPLOADED, TicketFile::CHECKING, TicketFile::CHECKED );
		$this->judge->begin( $file, (array) $request->get_json_params() );
		$this->jobs->enqueue( ImportTicketFile::NAME, [ 'file' => $file->id ], ImportTicketFile::AFTER_THE_SCREEN );

		return $this->reply( $this->mine( $file->id ), 202 );
	}

	/**
	 * Works on for a moment. Which step is meant is said, so that a page that asks once too often never begins the import by that.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function run( WP_REST_Request $request ): Reply {
		$file = $this->file( $request );
		if ( $request['step'] === 'check' ) {
			( $this->driver )()->drive( $file->id, TicketFile::CHECKING, self::TURN_SECONDS );

			return $this->reply( $this->mine( $file->id ) );
		}
		$this->demand( $file, TicketFile::CHECKED, TicketFile::IMPORTING, TicketFile::DONE );
		if ( $file->state === TicketFile::CHECKED ) {
			( $this->driver )()->begin( $file );
			$this->jobs->enqueue( ImportTicketFile::NAME, [ 'file' => $file->id ], ImportTicketFile::AFTER_THE_SCREEN );
		}
		( $this->driver )()->drive( $file->id, TicketFile::IMPORTING, self::TURN_SECONDS );

		return $this->reply( $this->mine( $file->id ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function rejected( WP_REST_Request $request ): Reply {
		$file = $this->file( $request );
		$this->demand( $file, TicketFile::CHECKED, TicketFile::IMPORTING, TicketFile::DONE );

		return new Reply( $this->refused->part( $file, (int) $request['after'] ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function remove( WP_REST_Request $request ): Reply {
		$file = $this->file( $request );
		if ( $file->state === TicketFile::IMPORTING ) {
			throw new AmicableException( 'amicable_import_running', __( 'This import is running. It can be removed once it has ended.', 'amicable' ), 409 );
		}
		$this->files->delete( $file->id );

		return new Reply( [ 'removed' => $file->id ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function file( WP_REST_Request $request ): TicketFile {
		return $this->mine( (int) $request->get_url_params()['id'] );
	}

	/** Somebody else's file answers like one that never was. */
	private function mine( int $id ): TicketFile {
		$file = $this->files->find( $id );
		if ( $file === null || $file->user_id !== get_current_user_id() ) {
			throw new AmicableException( 'amicable_not_found', __( 'There is no such import of yours.', 'amicable' ), 404 );
		}

		return $file;
	}

	private function demand( TicketFile $file, string ...$states ): void {
		if ( ! in_array( $file->state, $states, true ) ) {
			throw new AmicableException( 'amicable_import_state', ImportShape::not_now( $file->state ), 409 );
		}
	}

	private function reply( TicketFile $file, int $status = 200 ): Reply {
		return new Reply( $this->shape->import( $file, $this->uploads->missing( $file ) ), $status );
	}
}
