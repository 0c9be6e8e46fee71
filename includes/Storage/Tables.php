<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Capability;
use Amicable\Mode;

/** The register of everything this plugin leaves in WordPress. What is not named here does not exist, and a test says so. */
final class Tables {

	/** Raised whenever a table changes; `Migrations` brings older installations up. */
	public const VERSION = 24;

	/** Option name => autoloaded. */
	public const OPTIONS = [
		'amicable_settings'            => false,
		'amicable_practice_settings'   => false,
		'amicable_db_version'          => true,
		'amicable_practice_db_version' => true,
		'amicable_identity_secret'     => false,
		'amicable_home_hash'           => false,
		'amicable_live_confirmed'      => false,
		'amicable_practice_state'      => false,
		'amicable_keep_data'           => false,
		'amicable_welcome'             => false,
		'amicable_overview'            => false,
		'amicable_license_server'      => false,
		'amicable_help_desks'          => false,
		'amicable_freemius'            => false,
	];

	public const USER_META = [ 'amicable_mode' ];

	/** On the shop's own refund records: which step made them, who vouched for them, whose payout failed later. Theirs to keep: they stay when we go. */
	public const REFUND_META = [ '_amicable_key', '_amicable_settled_by', '_amicable_payout_failed' ];

	/** On EDD's own discounts: whose it is, as a keyed hash. Theirs to keep. */
	public const DISCOUNT_META = [ '_amicable_for' ];

	/** On the shop's own order notes: which run left them. They stay too. */
	public const COMMENT_META = [ 'amicable_key' ];

	/** Every job and cron hook. */
	public const HOOKS = [ 'amicable_job', 'amicable_sweep', 'amicable_daily' ];

	public const CAPABILITIES = Capability::ALL;

	public const ROLE = 'amicable_support_agent';

	/** @return list<Table> */
	public static function of( Mode $mode ): array {
		$tables = [ ...Schema\PeopleTables::all(), ...Schema\FactTables::all(), ...Schema\RateTables::all(), ...Schema\DisputeTables::all(), ...Schema\AccountTables::all(), ...Schema\WorkTables::all(), ...Schema\RunTables::all(), ...Schema\CaseTables::all(), ...Schema\FileTables::all(), ...Schema\LetterTables::all(), ...Schema\AwayTables::all(), ...Schema\IncidentTables::all(), ...Schema\PracticeTables::all() ];

		return array_values( array_filter( $tables, static fn ( Table $table ): bool => $mode === Mode::Practice || ! $table->practice_only ) );
	}
}
