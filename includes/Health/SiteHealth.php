<?php
declare( strict_types=1 );

namespace Amicable\Health;

use Amicable\Clock;
use Amicable\Graph;
use Amicable\Hookable;
use Amicable\Rest\LanguageWords;
use Amicable\Setup\LanguagePacks;
use Closure;

/** What Tools → Site Health says of us: whether work goes on when nobody looks, whether the tables can be trusted with money, and whether all languages are read. */
final class SiteHealth implements Hookable {

	private const SWEEP = 'amicable_sweep';

	/** The sweep is due every five minutes; after this long nobody runs it. */
	private const LATE = 3600;

	/** @param Closure(): Graph $live */
	public function __construct(
		private readonly Closure $live,
		private readonly Clock $clock,
	) {
	}

	public function register(): void {
		add_filter( 'site_status_tests', $this->add( ... ) );
	}

	/**
	 * @param array{direct: array<string, mixed>, async: array<string, mixed>} $tests
	 * @return array{direct: array<string, mixed>, async: array<string, mixed>}
	 */
	private function add( array $tests ): array {
		$tests['direct']['amicable_queue']  = [
			'label' => __( 'Amicable: work in the background', 'amicable' ),
			'test'  => $this->queue( ... ),
		];
		$tests['direct']['amicable_tables'] = [
			'label' => __( 'Amicable: tables', 'amicable' ),
			'test'  => $this->tables( ... ),
		];
		$tests['direct']['amicable_packs']  = [
			'label' => __( 'Amicable: languages', 'amicable' ),
			'test'  => $this->packs( ... ),
		];

		return $tests;
	}

	/** @return array<string, mixed> */
	private function queue(): array {
		$due  = wp_next_scheduled( self::SWEEP );
		$late = $due === false || $due < $this->clock->now()->getTimestamp() - self::LATE;

		return $late
			? self::result( 'amicable_queue', 'recommended', __( 'Amicable cannot work in the background', 'amicable' ), __( 'Refunds and imports only go on while somebody has the page open, because scheduled tasks of this site have not run for an hour. Check whether WP-Cron is switched off without a replacement.', 'amicable' ) )
			: self::result( 'amicable_queue', 'good', __( 'Amicable works in the background', 'amicable' ), __( 'Refunds and imports go on when nobody has the page open.', 'amicable' ) );
	}

	/** @return array<string, mixed> */
	private function tables(): array {
		$engine  = ( $this->live )()->engine();
		$missing = $engine->missing();
		if ( $missing !== [] ) {
			/* translators: %s: comma-separated names of database tables. */
			return self::result( 'amicable_tables', 'critical', __( 'Tables of Amicable are missing', 'amicable' ), sprintf( __( 'Switch the plugin off and on again to create: %s.', 'amicable' ), implode( ', ', $missing ) ) );
		}
		$unsafe = $engine->without_transactions();
		if ( $unsafe !== [] ) {
			/* translators: %s: comma-separated names of database tables. */
			return self::result( 'amicable_tables', 'critical', __( 'Tables of Amicable are not safe for money', 'amicable' ), sprintf( __( 'These tables use an engine without transactions; convert them to InnoDB before you refund anything: %s.', 'amicable' ), implode( ', ', $unsafe ) ) );
		}

		return self::result( 'amicable_tables', 'good', __( 'Tables of Amicable are complete', 'amicable' ), __( 'All tables are there, with transactions.', 'amicable' ) );
	}

	/** @return array<string, mixed> */
	private function packs(): array {
		$refused = array_map( basename( ... ), array_keys( LanguagePacks::own()->refused ) );
		if ( $refused !== [] ) {
			/* translators: %s: comma-separated names of files. */
			return self::result( 'amicable_packs', 'recommended', __( 'Amicable cannot use a language pack of this site', 'amicable' ), sprintf( __( 'Messages in its language are not read until it is compiled again or taken away; all others are. Files: %s. The site’s error log and “wp amicable packs list” say why.', 'amicable' ), implode( ', ', $refused ) ) );
		}
		/* translators: %s: names of languages, "English, Korean, and Turkish". */
		return self::result( 'amicable_packs', 'good', __( 'Amicable reads in all languages that it was given', 'amicable' ), sprintf( __( 'Read for tone: %s.', 'amicable' ), wp_sprintf( '%l', array_map( LanguageWords::name( ... ), LanguagePacks::languages() ) ) ) );
	}

	/** @return array<string, mixed> */
	private static function result( string $test, string $status, string $label, string $text ): array {
		return [
			'test'        => $test,
			'status'      => $status,
			'label'       => $label,
			'description' => '<p>' . esc_html( $text ) . '</p>',
			'badge'       => [
				'label' => __( 'Amicable', 'amicable' ),
				'color' => 'blue',
			],
		];
	}
}
