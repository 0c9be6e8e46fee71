<?php
declare( strict_types=1 );

namespace Amicable\Jobs;

/** A job that is due once a day whatever happened, without arguments. */
interface Daily extends Job {
}
