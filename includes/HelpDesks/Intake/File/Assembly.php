<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\Graph;
use Amicable\Jobs\Job;
use Amicable\Privacy\Files;
use Amicable\Rest\ImportJudge;
use Amicable\Rest\ImportsController;
use Amicable\Rest\ImportShape;
use Amicable\Storage\FileCounts;
use Amicable\Storage\FilePeople;
use Amicable\Storage\FilePieces;
use Amicable\Storage\FileRows;
use Amicable\Storage\TicketFiles;

/** Files of tickets, from upload to ticket, put together once by constructor. A part of Graph that has a page of its own. */
final class Assembly {

	public readonly TicketFiles $files;

	public readonly FilePieces $pieces;

	private readonly FileRows $rows;

	private readonly FileCounts $counts;

	private ?FileDriver $driver = null;

	public function __construct( private readonly Graph $graph ) {
		$this->files  = new TicketFiles( $graph->database(), $graph->clock() );
		$this->pieces = new FilePieces( $graph->database() );
		$this->rows   = new FileRows( $graph->database() );
		$this->counts = new FileCounts( $graph->database() );
	}

	/** @return list<Job> */
	public function work(): array {
		return [ new ImportTicketFile( $this->driver(), $this->files ), new ForgetFiles( $this->files, $this->graph->clock() ) ];
	}

	/** Reads, judges and writes the rows of files. */
	public function driver(): FileDriver {
		return $this->driver ??= $this->make_driver();
	}

	private function make_driver(): FileDriver {
		$graph  = $this->graph;
		$groups = new Groups( $this->rows );
		$judge  = new JudgeTickets( $groups, $this->rows, $graph->ticket_keeper(), $graph->identity(), $graph->accounts(), $graph->clock() );

		return new FileDriver( $graph->database(), $this->files, $this->pieces, $this->rows, $this->counts, new ReadRows( $this->pieces, $this->rows, $graph->identity() ), $judge, new WriteTickets( $groups, $this->rows, $graph->ticket_writer() ) );
	}

	public function controller(): ImportsController {
		$sight = new FileSight( $this->pieces );

		return new ImportsController( $this->files, new Uploads( $this->files, $this->pieces ), $sight, $this->driver( ... ), new ImportJudge( $this->files, $sight ), new RefusedRows( $this->counts ), new ImportShape( $this->counts, $this->files ), $this->graph->jobs() );
	}

	/** What of a person still stands in files. */
	public function of_persons(): Files {
		return new Files( new FilePeople( $this->graph->database() ), $this->files, $this->graph->identity(), $this->graph->identity_keys() );
	}
}
