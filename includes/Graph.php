<?php
declare( strict_types=1 );

namespace Amicable;

use Amicable\Chances\LookAtGifts;
use Amicable\Chances\PublicComplaints;
use Amicable\Checkout\BlockList;
use Amicable\Customers\Finder;
use Amicable\Customers\Identity;
use Amicable\Customers\Keyring;
use Amicable\Customers\Merger;
use Amicable\Customers\MoveFacts;
use Amicable\Customers\Staff;
use Amicable\Disputes\FoldDisputes;
use Amicable\Disputes\Recorder;
use Amicable\HelpDesks\AwesomeSupport\AwesomeDesk;
use Amicable\HelpDesks\Desks;
use Amicable\HelpDesks\FluentSupport\FluentDesk;
use Amicable\HelpDesks\FluentSupport\LetThrough;
use Amicable\HelpDesks\Intake\Agents;
use Amicable\HelpDesks\Intake\AskForHints;
use Amicable\HelpDesks\Intake\ContactWriter;
use Amicable\HelpDesks\Intake\ForgetFindings;
use Amicable\HelpDesks\Intake\ForgetTexts;
use Amicable\HelpDesks\Intake\MessageClassifier;
use Amicable\HelpDesks\Intake\MessageReader;
use Amicable\HelpDesks\Intake\TicketKeeper;
use Amicable\HelpDesks\Intake\TicketLocks;
use Amicable\HelpDesks\Intake\TicketReader;
use Amicable\HelpDesks\Intake\TicketWriter;
use Amicable\HelpDesks\Remote\DeskOption;
use Amicable\HelpDesks\Remote\RemoteDesks;
use Amicable\HelpDesks\Tags\TagWriter;
use Amicable\HelpDesks\Tags\TellDesks;
use Amicable\Jobs\ActionSchedulerJobs;
use Amicable\Jobs\CronJobs;
use Amicable\Jobs\Job;
use Amicable\Jobs\Jobs;
use Amicable\Jobs\LateJobs;
use Amicable\Language\Edition;
use Amicable\Language\Impersonal;
use Amicable\Language\Models;
use Amicable\Language\Reader;
use Amicable\Language\Segmenter;
use Amicable\Ledger\Inputs;
use Amicable\Letters\ShopFields;
use Amicable\Licensing\DigitalLicenseManager\DigitalLicenseManager;
use Amicable\Licensing\EddRecurring\EddRecurring;
use Amicable\Licensing\EddSoftwareLicensing\EddSoftwareLicensing;
use Amicable\Licensing\Freemius\Freemius;
use Amicable\Licensing\Freemius\FreemiusApi;
use Amicable\Licensing\Freemius\FreemiusOption;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\LicenseManagerForWooCommerce\LicenseManagerForWooCommerce;
use Amicable\Licensing\LicenseManagerForWooCommerce\LicenseRecords;
use Amicable\Licensing\LicenseServer\Conversation;
use Amicable\Licensing\LicenseServer\LicenseServer;
use Amicable\Licensing\LicenseServer\Seal;
use Amicable\Licensing\LicenseServer\ServerOption;
use Amicable\Licensing\LicenseServer\ServerSettings;
use Amicable\Licensing\LicenseServer\Wire;
use Amicable\Licensing\RenewalList;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Licensing\WooCommerceApiManager\WooCommerceApiManager;
use Amicable\Licensing\WooCommerceSoftwareAddOn\WooCommerceSoftwareAddOn;
use Amicable\Licensing\WooCommerceSubscriptions\WooCommerceSubscriptions;
use Amicable\Patterns\Mitigators\Agency;
use Amicable\Patterns\Mitigators\Apologized;
use Amicable\Patterns\Mitigators\DoneForThem;
use Amicable\Patterns\Mitigators\ExtraTime;
use Amicable\Patterns\Mitigators\HighValue;
use Amicable\Patterns\Mitigators\MaybeOurFault;
use Amicable\Patterns\Mitigators\MissedPromises;
use Amicable\Patterns\Mitigators\NewCustomer;
use Amicable\Patterns\Mitigators\OneBadDay;
use Amicable\Patterns\Mitigators\OurFault;
use Amicable\Patterns\Mitigators\Praised;
use Amicable\Patterns\Mitigators\QuickReplies;
use Amicable\Patterns\Mitigators\UnclearArticle;
use Amicable\Patterns\Mitigators\WaitingForUs;
use Amicable\Patterns\Mitigators\WeWereLate;
use Amicable\Practice\ProgressOption;
use Amicable\Privacy\Eraser;
use Amicable\Privacy\Exporter;
use Amicable\Privacy\Files;
use Amicable\Projection\CountCustomers;
use Amicable\Projection\CountSites;
use Amicable\Projection\CurrentInputs;
use Amicable\Projection\CustomerCounter;
use Amicable\Projection\FirstRead;
use Amicable\Projection\FlagProjector;
use Amicable\Projection\FlagReview;
use Amicable\Projection\HighValuePreview;
use Amicable\Projection\IncidentBook;
use Amicable\Projection\LookForIncidents;
use Amicable\Projection\LooseEndCounter;
use Amicable\Projection\OnHistory;
use Amicable\Projection\OverviewTotals;
use Amicable\Projection\OwnRules;
use Amicable\Projection\Projector;
use Amicable\Projection\ProjectOrder;
use Amicable\Projection\RankCustomers;
use Amicable\Projection\ReadMessages;
use Amicable\Projection\ReadRenewals;
use Amicable\Projection\RebuildAccounts;
use Amicable\Projection\RecountLooseEnds;
use Amicable\Projection\RecountTickets;
use Amicable\Projection\RefreshAccounts;
use Amicable\Projection\RefreshFlags;
use Amicable\Projection\RefreshOverview;
use Amicable\Projection\RuleJudge;
use Amicable\Projection\ShopPatterns;
use Amicable\Projection\TicketStandings;
use Amicable\Projection\WordsPreview;
use Amicable\Rest\AccessShape;
use Amicable\Rest\ChargeShape;
use Amicable\Rest\ContactsController;
use Amicable\Rest\Controller;
use Amicable\Rest\CustomerDetail;
use Amicable\Rest\CustomerFinder;
use Amicable\Rest\CustomerListsController;
use Amicable\Rest\CustomersController;
use Amicable\Rest\CustomerShape;
use Amicable\Rest\DisputesController;
use Amicable\Rest\DisputeSheet;
use Amicable\Rest\Endpoint;
use Amicable\Rest\EvidenceShape;
use Amicable\Rest\FactShape;
use Amicable\Rest\FindController;
use Amicable\Rest\FlagReviewController;
use Amicable\Rest\FreemiusController;
use Amicable\Rest\GoodwillController;
use Amicable\Rest\HelpDesksController;
use Amicable\Rest\Idempotency;
use Amicable\Rest\IncidentsController;
use Amicable\Rest\LeaveOutController;
use Amicable\Rest\LicenseServerController;
use Amicable\Rest\LockShape;
use Amicable\Rest\MeController;
use Amicable\Rest\MergesController;
use Amicable\Rest\OrderCard;
use Amicable\Rest\OrderCardController;
use Amicable\Rest\OrderFilesController;
use Amicable\Rest\OverviewController;
use Amicable\Rest\ReportsController;
use Amicable\Rest\ReviewController;
use Amicable\Rest\Schema;
use Amicable\Rest\SettingsController;
use Amicable\Rest\SetupController;
use Amicable\Rest\TicketsController;
use Amicable\Rest\TicketShape;
use Amicable\Runs\Assembly;
use Amicable\Runs\ForgetCases;
use Amicable\Runs\LooseEndFinder;
use Amicable\Runs\Sources;
use Amicable\Runs\UnknownLicenses;
use Amicable\Settings\SettingsRepository;
use Amicable\Setup\LanguagePacks;
use Amicable\Storage\Accounts;
use Amicable\Storage\AccountSums;
use Amicable\Storage\Bins;
use Amicable\Storage\Blocks;
use Amicable\Storage\Candidates;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\Cases;
use Amicable\Storage\ChargeLocks;
use Amicable\Storage\Claims;
use Amicable\Storage\Closings;
use Amicable\Storage\Closures;
use Amicable\Storage\Conflicts;
use Amicable\Storage\ContestRows;
use Amicable\Storage\Conversations;
use Amicable\Storage\Coverage;
use Amicable\Storage\CustomerFacts;
use Amicable\Storage\CustomerList;
use Amicable\Storage\CustomerRows;
use Amicable\Storage\Customers;
use Amicable\Storage\CustomerViews;
use Amicable\Storage\Cuts;
use Amicable\Storage\Database;
use Amicable\Storage\Dealings;
use Amicable\Storage\DeskTags;
use Amicable\Storage\DisputeEvents;
use Amicable\Storage\Disputes;
use Amicable\Storage\DisputeTickets;
use Amicable\Storage\DocsGaps;
use Amicable\Storage\EndedCases;
use Amicable\Storage\Engine;
use Amicable\Storage\EvidenceRows;
use Amicable\Storage\FactMover;
use Amicable\Storage\Findings;
use Amicable\Storage\FindRows;
use Amicable\Storage\Flags;
use Amicable\Storage\HeldMails;
use Amicable\Storage\Hints;
use Amicable\Storage\HourlyCosts;
use Amicable\Storage\IdempotencyKeys;
use Amicable\Storage\IdentityKeys;
use Amicable\Storage\Imports;
use Amicable\Storage\Incidents;
use Amicable\Storage\IncidentTickets;
use Amicable\Storage\InputFacts;
use Amicable\Storage\Letters;
use Amicable\Storage\Locks;
use Amicable\Storage\LogChain;
use Amicable\Storage\LooseEndList;
use Amicable\Storage\LooseEnds;
use Amicable\Storage\Marks;
use Amicable\Storage\Messages;
use Amicable\Storage\Migrations;
use Amicable\Storage\OpenWork;
use Amicable\Storage\OptionRow;
use Amicable\Storage\OrderFacts;
use Amicable\Storage\OverviewFigures;
use Amicable\Storage\OwnerRates;
use Amicable\Storage\PatternPreview;
use Amicable\Storage\Payouts;
use Amicable\Storage\PersonalData;
use Amicable\Storage\PlaybookTexts;
use Amicable\Storage\Recounts;
use Amicable\Storage\Remarks;
use Amicable\Storage\Renewals;
use Amicable\Storage\Reports\CameBack;
use Amicable\Storage\Reports\MonthSums;
use Amicable\Storage\Reports\Unanswered;
use Amicable\Storage\ReviewQueue;
use Amicable\Storage\Rows;
use Amicable\Storage\RuleVotes;
use Amicable\Storage\Secret;
use Amicable\Storage\ServiceKinds;
use Amicable\Storage\SiteCounts;
use Amicable\Storage\Steps;
use Amicable\Storage\TicketCosts;
use Amicable\Storage\Tickets;
use Amicable\Storage\Tiers;
use Amicable\Storage\TimeEntries;
use Amicable\Storage\Timeline;
use Amicable\Storage\Undos;
use Amicable\Storage\ValueBins;
use Amicable\Stores\EasyDigitalDownloads\EddGifts;
use Amicable\Stores\EasyDigitalDownloads\EddStore;
use Amicable\Stores\EasyDigitalDownloads\Uncovered as UncoveredInEdd;
use Amicable\Stores\GiftShop;
use Amicable\Stores\Importer;
use Amicable\Stores\ImportOrders;
use Amicable\Stores\NamesUncovered;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Store;
use Amicable\Stores\Stores;
use Amicable\Stores\WooCommerce\Uncovered as UncoveredInWooCommerce;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use Amicable\Stores\WooCommerce\WooGifts;
use Amicable\Values\EmailAddress;
use Closure;
use wpdb;

/**
 * Every object of one mode, built once, when first asked for, by constructor. Reads top to bottom as the product does:
 * stores and desks, facts, accounts, patterns, cases, runs, REST.
 */
final class Graph {

	/** @var array<string, object> */
	private array $built = [];

	/** @param bool $counts False where everybody is counted afterwards anyhow. */
	public function __construct(
		public readonly Mode $mode,
		public readonly string $file,
		private readonly wpdb $wpdb,
		private readonly Clock $clock,
		private readonly bool $counts = true,
	) {
	}

	public function clock(): Clock {
		return $this->clock;
	}

	public function database(): Database {
		return $this->once( Database::class, fn (): Database => new Database( $this->wpdb, $this->mode ) );
	}

	public function migrations(): Migrations {
		return $this->once( Migrations::class, fn (): Migrations => new Migrations( $this->database() ) );
	}

	public function settings(): SettingsRepository {
		return $this->once( SettingsRepository::class, fn (): SettingsRepository => new SettingsRepository( $this->mode, new OptionRow( $this->wpdb ), new HourlyCosts( $this->database() ), fn (): string => $this->shop_currency(), function (): void {
				$this->jobs()->enqueue( RebuildAccounts::NAME );
				$this->jobs()->enqueue( RecountTickets::NAME );
				$this->jobs()->enqueue( RankCustomers::NAME );
			} ) );
	}

	public function jobs(): Jobs {
		return $this->once( LateJobs::class, fn (): LateJobs => new LateJobs( new ActionSchedulerJobs( $this->mode, $this->clock ), new CronJobs( $this->mode, $this->clock ) ) );
	}

	public function job( string $name ): ?Job {
		foreach ( $this->work() as $job ) {
			if ( $job->name() === $name ) {
				return $job;
			}
		}

		return null;
	}

	/** @return list<Job> Everything that runs in slices. */
	public function work(): array {
		return [
			$this->import_orders(),
			$this->move_facts(),
			new ProjectOrder( $this->projector(), $this->loose_end_counter(), $this->stores() ),
			new CountCustomers( $this->recounts(), $this->customer_counter(), $this->clock ),
			new RecountTickets( $this->messages(), $this->customers(), $this->ticket_standings(), $this->projector(), $this->settings(), $this->imports() ),
			$this->rebuild_accounts(),
			$this->rank_customers(),
			new CountSites( $this->license_managers( ... ), new SiteCounts( $this->database(), $this->clock ), $this->order_facts(), $this->keyring(), $this->projector(), $this->settings() ),
			$this->read_renewals(),
			new RefreshAccounts( $this->accounts(), $this->projector(), $this->bins(), $this->clock ),
			...( $this->mode === Mode::Practice ? [ $this->practice()->loader ] : [] ),
			$this->runs()->job,
			$this->runs()->repeat,
			new FoldDisputes( $this->dispute_recorder(), new DisputeEvents( $this->database(), $this->clock ) ),
			new RefreshFlags( $this->flags(), $this->projector() ),
			$this->recount_loose_ends(),
			new RefreshOverview( $this->overview_totals() ),
			$this->look_for_incidents(),
			new ForgetTexts( $this->messages(), $this->settings(), $this->clock ),
			new ReadMessages( $this->messages(), $this->findings(), $this->message_reader(), $this->projector(), $this->imports(), static fn (): string => Edition::with( LanguagePacks::files() ) ),
			new AskForHints( $this->hints(), $this->messages(), $this->imports(), new Impersonal( new Segmenter() ), $this->message_classifier( ... ) ),
			new ForgetFindings( $this->findings(), new EvidenceRows( $this->database() ), $this->flags(), $this->settings(), $this->clock ),
			new ForgetCases( new EndedCases( $this->database() ), $this->settings(), $this->clock ),
			...$this->file_import()->work(),
			new LookAtGifts( $this->runs()->entries, $this->runs()->gifts, $this->clock ),
			$this->away()->notices(),
			...( $this->mode === Mode::Practice ? [] : [ $this->tell_desks() ] ),
		];
	}

	public function stores(): Stores {
		return $this->once( Stores::class, fn (): Stores => new Stores( ...( $this->mode === Mode::Practice ? [ $this->sample()->store ] : $this->live_stores() ) ) );
	}

	/** @return list<Store> The shop plugins that are active; ask after plugins_loaded. */
	private function live_stores(): array {
		return [
			...( WooCommerceStore::is_available() ? [ $this->woocommerce() ] : [] ),
			...( EddStore::is_available() ? [ $this->edd() ] : [] ),
		];
	}

	public function woocommerce(): WooCommerceStore {
		return $this->once( WooCommerceStore::class, fn (): WooCommerceStore => WooCommerceStore::create( $this->wpdb, $this->closures() ) );
	}

	public function edd(): EddStore {
		return $this->once( EddStore::class, fn (): EddStore => EddStore::create( $this->wpdb, $this->closures() ) );
	}

	/** @return list<GiftShop> Shops that make gift codes. */
	public function gift_shops(): array {
		return match ( true ) {
			$this->mode === Mode::Practice => [ $this->sample()->gifts ],
			default                        => [
				...( WooCommerceStore::is_available() ? [ new WooGifts() ] : [] ),
				...( EddStore::is_available() ? [ new EddGifts( $this->gift_hash( ... ) ) ] : [] ),
			],
		};
	}

	/** Whose a gift code is, where the shop's own tables should not say it. */
	public function gift_hash( string $email ): string {
		return $this->identity()->hash( 'gift', EmailAddress::try_from( $email )->normalized ?? $email );
	}

	/** @return list<LicenseManager> */
	public function license_managers(): array {
		return $this->mode === Mode::Practice ? [ $this->sample()->licenses ] : $this->live_license_managers();
	}

	/** @return list<SubscriptionManager> */
	public function subscription_managers(): array {
		return $this->mode === Mode::Practice ? [ $this->sample()->subscriptions ] : $this->live_subscription_managers();
	}

	/** @return list<LicenseManager> */
	private function live_license_managers(): array {
		return [
			...( LicenseManagerForWooCommerce::is_available() ? [ $this->once( LicenseManagerForWooCommerce::class, fn (): LicenseManagerForWooCommerce => new LicenseManagerForWooCommerce( new LicenseRecords( $this->wpdb ) ) ) ] : [] ),
			...( DigitalLicenseManager::is_available() ? [ $this->once( DigitalLicenseManager::class, fn (): DigitalLicenseManager => DigitalLicenseManager::create( $this->wpdb ) ) ] : [] ),
			...( WooCommerceApiManager::is_available( $this->wpdb ) ? [ $this->once( WooCommerceApiManager::class, fn (): WooCommerceApiManager => WooCommerceApiManager::create( $this->wpdb ) ) ] : [] ),
			...( WooCommerceSoftwareAddOn::is_available( $this->wpdb ) ? [ $this->once( WooCommerceSoftwareAddOn::class, fn (): WooCommerceSoftwareAddOn => WooCommerceSoftwareAddOn::create( $this->wpdb ) ) ] : [] ),
			...( EddSoftwareLicensing::is_available() ? [ $this->once( EddSoftwareLicensing::class, fn (): EddSoftwareLicensing => EddSoftwareLicensing::create( $this->wpdb ) ) ] : [] ),
			...( $this->license_server_option()->current()->enabled ? [ $this->license_server() ] : [] ),
			...( $this->freemius_option()->current()->is_on() ? [ new Freemius( $this->freemius_option()->current(), $this->freemius_api() ) ] : [] ),
		];
	}

	public function freemius_option(): FreemiusOption {
		return $this->once( FreemiusOption::class, fn (): FreemiusOption => new FreemiusOption( new OptionRow( $this->wpdb ) ) );
	}

	private function freemius_api(): FreemiusApi {
		return $this->once( FreemiusApi::class, fn (): FreemiusApi => new FreemiusApi( $this->license_wire(), new Seal(), $this->clock ) );
	}

	public function license_server_option(): ServerOption {
		return $this->once( ServerOption::class, fn (): ServerOption => new ServerOption( new OptionRow( $this->wpdb ) ) );
	}

	private function license_server(): LicenseServer {
		$settings = $this->license_server_option()->current();

		return new LicenseServer( $settings, $this->license_server_conversation( $settings ) );
	}

	private function license_wire(): Wire {
		return new Wire( Wire::addresses( ... ) );
	}

	private function license_server_conversation( ServerSettings $settings ): Conversation {
		return new Conversation( $settings, $this->license_wire(), new Seal(), fn ( OrderRef $ref ): ?Order => $this->stores()->has( $ref->store ) ? $this->stores()->order( $ref ) : null, $this->clock, $this->secret()->value() );
	}

	/** Help desks that something can be sent through. Practice has none: its customers do not exist. */
	public function desks(): Desks {
		return $this->once( Desks::class, fn (): Desks => $this->mode === Mode::Practice ? new Desks() : new Desks(
			...( FluentDesk::is_available() ? [ new FluentDesk( $this->wpdb, $this->let_through() ) ] : [] ),
			...( AwesomeDesk::is_available() ? [ new AwesomeDesk( $this->wpdb ) ] : [] ),
			...$this->remote_desks()->of( $this->desk_option()->current() ),
		) );
	}

	public function let_through(): LetThrough {
		return $this->once( LetThrough::class, static fn (): LetThrough => new LetThrough() );
	}

	public function desk_option(): DeskOption {
		return $this->once( DeskOption::class, fn (): DeskOption => new DeskOption( new OptionRow( $this->wpdb ) ) );
	}

	public function desk_tags(): DeskTags {
		return $this->once( DeskTags::class, fn (): DeskTags => new DeskTags( $this->database(), $this->clock ) );
	}

	private function tell_desks(): TellDesks {
		return $this->once( TellDesks::class, fn (): TellDesks => new TellDesks( fn () => $this->desk_option()->current()->tags, $this->desks( ... ), $this->desk_tags(), new TagWriter( $this->desk_tags(), $this->keyring() ), fn (): ?string => $this->runs()->mailer->objection() ) );
	}

	private function remote_desks(): RemoteDesks {
		return new RemoteDesks( new Wire( Wire::addresses( ... ), 'AMICABLE_HELP_DESK_HOSTS', 1048576 ), new Seal() );
	}

	/** @return list<SubscriptionManager> */
	private function live_subscription_managers(): array {
		return [
			...( WooCommerceSubscriptions::is_available() ? [ $this->once( WooCommerceSubscriptions::class, fn (): WooCommerceSubscriptions => WooCommerceSubscriptions::create( $this->wpdb ) ) ] : [] ),
			...( EddRecurring::is_available( $this->wpdb ) ? [ $this->once( EddRecurring::class, fn (): EddRecurring => EddRecurring::create( $this->wpdb ) ) ] : [] ),
		];
	}

	/** What the first shop sells in, until the owner chooses a base currency. */
	private function shop_currency(): string {
		$stores = $this->stores()->all();

		return $stores === [] ? 'USD' : $stores[0]->currency();
	}

	public function blocks(): Blocks {
		return $this->once( Blocks::class, fn (): Blocks => new Blocks( $this->database(), $this->clock ) );
	}

	public function steps(): Steps {
		return $this->once( Steps::class, fn (): Steps => new Steps( $this->database(), $this->clock ) );
	}

	public function dispute_recorder(): Recorder {
		return $this->once( Recorder::class, fn (): Recorder => new Recorder( new DisputeEvents( $this->database(), $this->clock ), new Disputes( $this->database() ), $this->stores(), $this->order_facts(), $this->projector(), $this->loose_end_counter() ) );
	}

	public function undos(): Undos {
		return $this->once( Undos::class, fn (): Undos => new Undos( $this->database(), $this->clock ) );
	}

	public function license_command(): Cli\LicenseCommand {
		return new Cli\LicenseCommand( fn () => $this->runs()->undoer, fn () => $this->runs()->runs, $this->steps( ... ), $this->undos( ... ) );
	}

	public function closures(): Closures {
		return $this->once( Closures::class, fn (): Closures => new Closures( $this->database(), $this->clock ) );
	}

	public function block_list(): BlockList {
		return $this->once( BlockList::class, fn (): BlockList => new BlockList( $this->blocks(), $this->identity() ) );
	}

	public function identity(): Identity {
		return $this->once( Identity::class, fn (): Identity => new Identity( $this->identity_keys(), $this->customers(), $this->conflicts(), $this->order_facts(), $this->secret(), new Staff() ) );
	}

	public function keyring(): Keyring {
		return $this->once( Keyring::class, fn (): Keyring => new Keyring( $this->stores(), $this->customers(), $this->identity_keys(), $this->order_facts(), $this->identity() ) );
	}

	public function secret(): Secret {
		return $this->once( Secret::class, fn (): Secret => new Secret( new OptionRow( $this->wpdb ) ) );
	}

	public function customers(): Customers {
		return $this->once( Customers::class, fn (): Customers => new Customers( $this->database(), $this->clock ) );
	}

	public function identity_keys(): IdentityKeys {
		return $this->once( IdentityKeys::class, fn (): IdentityKeys => new IdentityKeys( $this->database(), $this->clock ) );
	}

	public function conflicts(): Conflicts {
		return $this->once( Conflicts::class, fn (): Conflicts => new Conflicts( $this->database(), $this->clock ) );
	}

	public function order_facts(): OrderFacts {
		return $this->once( OrderFacts::class, fn (): OrderFacts => new OrderFacts( $this->database(), new Rows( $this->database() ), $this->clock ) );
	}

	public function tickets(): Tickets {
		return $this->once( Tickets::class, fn (): Tickets => new Tickets( $this->database() ) );
	}

	public function messages(): Messages {
		return $this->once( Messages::class, fn (): Messages => new Messages( $this->database() ) );
	}

	public function findings(): Findings {
		return $this->once( Findings::class, fn (): Findings => new Findings( $this->database() ) );
	}

	/** Reads what customers wrote; the rules are loaded with the first message. Practice tells nothing older than its stories, and loads sooner that way. */
	public function hints(): Hints {
		return $this->once( Hints::class, fn (): Hints => new Hints( $this->database() ) );
	}

	/** Somebody else's second opinion, where this site has one. What Practice makes up is shown to nobody. */
	private function message_classifier(): ?MessageClassifier {
		$classifier = $this->mode === Mode::Practice ? null : apply_filters( 'amicable_message_hint', null );

		return $classifier instanceof MessageClassifier ? $classifier : null;
	}

	public function message_reader(): MessageReader {
		return $this->once( MessageReader::class, fn (): MessageReader => new MessageReader( static fn (): Reader => Reader::shipped( Models::shipped( ErrorLog::teller( 'messages are read by rules alone' ) ), LanguagePacks::shelf() ), $this->mode === Mode::Practice ? '-90 days' : Findings::KEPT ) );
	}

	public function time_entries(): TimeEntries {
		return $this->once( TimeEntries::class, fn (): TimeEntries => new TimeEntries( $this->database() ) );
	}

	public function ticket_writer(): TicketWriter {
		return $this->once( TicketWriter::class, fn (): TicketWriter => new TicketWriter( $this->database(), new TicketReader( $this->schema(), $this->clock ), $this->ticket_keeper(), $this->identity(), $this->customer_counter(), new TicketLocks( $this->locks(), $this->counsel() ), new Away\ContestTasks( new ContestRows( $this->database() ), new Cases( $this->database(), $this->clock ), new CaseEntries( $this->database(), $this->clock ), $this->log(), $this->clock ) ) );
	}

	public function contact_writer(): ContactWriter {
		return $this->once( ContactWriter::class, fn (): ContactWriter => new ContactWriter( $this->database(), $this->ticket_keeper(), $this->customer_counter(), $this->identity(), $this->customer_rows(), $this->order_facts(), new PublicComplaints( new Cases( $this->database(), $this->clock ), new CaseEntries( $this->database(), $this->clock ), $this->log(), $this->clock ), $this->clock, function ( OrderRef $order ): void {
				$this->projector()->order_changed( $order );
			} ) );
	}

	public function ticket_keeper(): TicketKeeper {
		return $this->once( TicketKeeper::class, fn (): TicketKeeper => new TicketKeeper( $this->database(), $this->tickets(), $this->messages(), $this->time_entries(), $this->findings(), $this->message_reader(), new Agents(), $this->settings(), $this->clock ) );
	}

	public function file_import(): HelpDesks\Intake\File\Assembly {
		return $this->once( HelpDesks\Intake\File\Assembly::class, fn (): HelpDesks\Intake\File\Assembly => new HelpDesks\Intake\File\Assembly( $this ) );
	}

	public function ticket_standings(): TicketStandings {
		return $this->once( TicketStandings::class, fn (): TicketStandings => new TicketStandings( new Conversations( $this->database() ), $this->settings(), wp_timezone() ) );
	}

	public function customer_counter(): CustomerCounter {
		return $this->once( CustomerCounter::class, fn (): CustomerCounter => new CustomerCounter( $this->recounts(), $this->ticket_standings(), $this->projector() ) );
	}

	private function recounts(): Recounts {
		return $this->once( Recounts::class, fn (): Recounts => new Recounts( $this->database(), $this->clock ) );
	}

	public function input_facts(): InputFacts {
		return $this->once( InputFacts::class, fn (): InputFacts => new InputFacts( $this->database(), fn (): array => array_map( static fn ( Store $store ): string => $store->id(), $this->stores()->all() ) ) );
	}

	public function imports(): Imports {
		return $this->once( Imports::class, fn (): Imports => new Imports( $this->database(), $this->clock ) );
	}

	public function accounts(): Accounts {
		return $this->once( Accounts::class, fn (): Accounts => new Accounts( $this->database(), $this->input_facts() ) );
	}

	public function current_inputs(): CurrentInputs {
		return $this->once( CurrentInputs::class, fn (): CurrentInputs => new CurrentInputs( $this->settings(), $this->input_facts(), $this->jobs(), $this->clock ) );
	}

	public function projector(): Projector {
		return $this->once( Projector::class, fn (): Projector => new Projector( $this->stores(), $this->identity(), $this->order_facts(), $this->customers(), new AccountSums( $this->database() ), $this->accounts(), new Tiers( $this->database() ), new Marks( $this->database() ), $this->current_inputs(), function ( array $customer_ids, Inputs $inputs ): void {
			$this->flag_projector()->project( $customer_ids, $inputs );
		}, $this->counts ) );
	}

	public function merger(): Merger {
		return $this->once( Merger::class, fn (): Merger => new Merger( $this->database(), $this->customers(), $this->identity_keys(), $this->conflicts(), new OpenWork( $this->database(), $this->clock ), new FactMover( $this->database() ), $this->move_facts(), $this->log() ) );
	}

	public function move_facts(): MoveFacts {
		return $this->once( MoveFacts::class, fn (): MoveFacts => new MoveFacts( new FactMover( $this->database() ), $this->customers(), $this->ticket_standings(), $this->projector(), $this->jobs() ) );
	}

	public function customer_list(): CustomerList {
		return $this->once( CustomerList::class, fn (): CustomerList => new CustomerList( $this->database(), new Candidates( $this->database(), $this->bins(), [ $this->customers_by_email( ... ) ] ), $this->bins() ) );
	}

	public function bins(): Bins {
		return $this->once( Bins::class, fn (): Bins => new Bins( $this->database() ) );
	}

	/** @return list<int> Also by an address that is no longer the one on file. */
	private function customers_by_email( string $search ): array {
		$found = $this->identity()->find_by_email( $search );

		return $found === null ? [] : [ $found ];
	}

	public function flags(): Flags {
		return $this->once( Flags::class, fn (): Flags => new Flags( $this->database() ) );
	}

	public function flag_projector(): FlagProjector {
		return $this->once( FlagProjector::class, fn (): FlagProjector => new FlagProjector( $this->customer_views(), $this->flags(), new EvidenceRows( $this->database() ), $this->settings(), $this->clock, ShopPatterns::of( ... ), [ new HighValue(), new NewCustomer(), new OurFault(), new MaybeOurFault(), new UnclearArticle(), new WeWereLate(), new MissedPromises(), new WaitingForUs(), new OneBadDay(), new Apologized(), new Praised(), new QuickReplies(), new DoneForThem(), new Agency(), new ExtraTime() ] ) );
	}

	public function incidents(): Incidents {
		return $this->once( Incidents::class, fn (): Incidents => new Incidents( $this->database(), $this->clock ) );
	}

	public function incident_book(): IncidentBook {
		return $this->once( IncidentBook::class, fn (): IncidentBook => new IncidentBook( $this->database(), $this->incidents(), new IncidentTickets( $this->database() ), $this->projector(), $this->log(), $this->clock ) );
	}

	public function look_for_incidents(): LookForIncidents {
		return $this->once( LookForIncidents::class, fn (): LookForIncidents => new LookForIncidents( $this->incidents(), new IncidentTickets( $this->database() ), $this->incident_book(), $this->imports(), $this->clock ) );
	}

	public function own_rules(): OwnRules {
		return $this->once( OwnRules::class, fn (): OwnRules => new OwnRules( $this->on_history(), $this->flags(), $this->log() ) );
	}

	private function on_history(): OnHistory {
		return $this->once( OnHistory::class, fn (): OnHistory => new OnHistory( $this->accounts(), $this->customer_views(), $this->current_inputs() ) );
	}

	public function flag_review(): FlagReview {
		return $this->once( FlagReview::class, fn (): FlagReview => new FlagReview( $this->database(), $this->flags(), new EvidenceRows( $this->database() ), $this->customer_views(), $this->current_inputs(), $this->rule_judge(), $this->log(), $this->clock ) );
	}

	public function rule_judge(): RuleJudge {
		return $this->once( RuleJudge::class, fn (): RuleJudge => new RuleJudge( $this->rule_votes(), $this->findings(), $this->projector(), $this->log(), $this->clock ) );
	}

	public function rule_votes(): RuleVotes {
		return $this->once( RuleVotes::class, fn (): RuleVotes => new RuleVotes( $this->database() ) );
	}

	private function customer_views(): CustomerViews {
		return $this->once( CustomerViews::class, fn (): CustomerViews => new CustomerViews( $this->database(), new TicketCosts( $this->database() ), new Remarks( $this->database() ), new Dealings( $this->database() ), new DocsGaps( $this->database() ) ) );
	}

	/** Every shop and system, asked together. */
	public function sources(): Sources {
		return $this->once( Sources::class, fn (): Sources => new Sources( $this->stores(), $this->license_managers(), $this->subscription_managers(), new Disputes( $this->database() ), new UnknownLicenses( $this->uncovered(), $this->license_managers() ) ) );
	}

	/** @return list<NamesUncovered> The practice shop has nothing that is not covered. */
	private function uncovered(): array {
		return $this->mode === Mode::Practice ? [] : [
			...( WooCommerceStore::is_available() ? [ new UncoveredInWooCommerce( $this->wpdb ) ] : [] ),
			...( EddStore::is_available() ? [ new UncoveredInEdd() ] : [] ),
		];
	}

	public function loose_ends(): LooseEnds {
		return $this->once( LooseEnds::class, fn (): LooseEnds => new LooseEnds( $this->database(), $this->clock ) );
	}

	public function loose_end_list(): LooseEndList {
		return $this->once( LooseEndList::class, fn (): LooseEndList => new LooseEndList( $this->database() ) );
	}

	public function loose_end_finder(): LooseEndFinder {
		return $this->once( LooseEndFinder::class, fn (): LooseEndFinder => new LooseEndFinder( $this->sources(), new Disputes( $this->database() ), new Payouts( $this->database() ), $this->undos() ) );
	}

	public function loose_end_counter(): LooseEndCounter {
		return $this->once( LooseEndCounter::class, fn (): LooseEndCounter => new LooseEndCounter( $this->loose_ends(), $this->loose_end_finder(), new Claims( $this->database(), $this->clock ) ) );
	}

	public function recount_loose_ends(): RecountLooseEnds {
		return $this->once( RecountLooseEnds::class, fn (): RecountLooseEnds => new RecountLooseEnds( $this->loose_end_counter(), $this->loose_end_finder(), $this->customers(), $this->imports(), $this->clock ) );
	}

	public function importer(): Importer {
		return $this->once( Importer::class, fn (): Importer => new Importer( $this->stores(), $this->identity(), $this->order_facts(), $this->projector(), $this->loose_end_counter(), $this->imports(), function (): void {
				$this->jobs()->enqueue( RankCustomers::NAME );
				$this->jobs()->enqueue( ReadRenewals::NAME );
			} ) );
	}

	public function import_orders(): ImportOrders {
		return $this->once( ImportOrders::class, fn (): ImportOrders => new ImportOrders( $this->importer(), $this->jobs() ) );
	}

	public function rebuild_accounts(): RebuildAccounts {
		return $this->once( RebuildAccounts::class, fn (): RebuildAccounts => new RebuildAccounts( $this->projector(), $this->current_inputs(), $this->customers(), $this->imports(), $this->bins(), $this->jobs() ) );
	}

	public function rank_customers(): RankCustomers {
		return $this->once( RankCustomers::class, fn (): RankCustomers => new RankCustomers( $this->settings(), $this->current_inputs(), new Cuts( $this->database() ), new Tiers( $this->database() ), new Marks( $this->database() ), $this->customers(), $this->imports(), $this->bins(), $this->value_bins() ) );
	}

	public function renewals(): Renewals {
		return $this->once( Renewals::class, fn (): Renewals => new Renewals( $this->database() ) );
	}

	public function read_renewals(): ReadRenewals {
		return $this->once( ReadRenewals::class, fn (): ReadRenewals => new ReadRenewals( $this->renewal_lists( ... ), $this->renewals(), $this->imports(), $this->clock ) );
	}

	/** @return list<RenewalList> */
	private function renewal_lists(): array {
		return array_values( array_filter( $this->subscription_managers(), static fn ( SubscriptionManager $manager ): bool => $manager instanceof RenewalList ) );
	}

	/** The open page's share of reading a shop for the first time. */
	public function first_read(): FirstRead {
		return $this->once( FirstRead::class, fn (): FirstRead => new FirstRead( $this->importer(), $this->rebuild_accounts(), $this->rank_customers(), $this->read_renewals() ) );
	}

	public function value_bins(): ValueBins {
		return $this->once( ValueBins::class, fn (): ValueBins => new ValueBins( $this->database() ) );
	}

	public function customer_rows(): CustomerRows {
		return $this->once( CustomerRows::class, fn (): CustomerRows => new CustomerRows( $this->database() ) );
	}

	public function customer_facts(): CustomerFacts {
		return $this->once( CustomerFacts::class, fn (): CustomerFacts => new CustomerFacts( $this->database() ) );
	}

	public function overview_figures(): OverviewFigures {
		return $this->once( OverviewFigures::class, fn (): OverviewFigures => new OverviewFigures( $this->database() ) );
	}

	public function overview_totals(): OverviewTotals {
		return $this->once( OverviewTotals::class, fn (): OverviewTotals => new OverviewTotals( $this->overview_figures(), $this->jobs(), $this->clock, $this->settings(), $this->mode === Mode::Live ) );
	}

	public function log(): LogChain {
		return $this->once( LogChain::class, fn (): LogChain => new LogChain( $this->database(), $this->clock ) );
	}

	/** The shop of Practice. */
	public function sample(): Practice\Shop {
		return $this->once( Practice\Shop::class, fn (): Practice\Shop => new Practice\Shop( $this->database(), $this->clock, fn ( int $id ) => $this->loose_end_counter()->recount( $this->projector()->order_changed( new OrderRef( 'sample', $id ) ) ) ) );
	}

	/** Loading and removing concern the practice shop, whichever shop somebody looks at. */
	public function practice(): Practice\Assembly {
		$by = fn ( Clock $clock, bool $counts = true ): self => new self( Mode::Practice, $this->file, $this->wpdb, $clock, $counts );

		return $this->once( Practice\Assembly::class, fn (): Practice\Assembly => new Practice\Assembly( $this->mode === Mode::Practice ? $this : $by( $this->clock ), new ProgressOption( new OptionRow( $this->wpdb ) ), static fn ( Clock $clock ): self => $by( $clock, false ) ) );
	}

	/** What the shop is asked not to write. */
	public function held_mails(): HeldMails {
		return $this->once( HeldMails::class, fn (): HeldMails => new HeldMails( $this->database(), $this->clock ) );
	}

	/** Cases and runs. */
	public function runs(): Assembly {
		return $this->once( Assembly::class, fn (): Assembly => new Assembly( $this ) );
	}

	/** Whom nobody answers any more. */
	public function locks(): Locks {
		return $this->once( Locks::class, fn (): Locks => new Locks( $this->database(), $this->clock ) );
	}

	private function counsel(): Away\Counsel {
		return $this->once( Away\Counsel::class, fn (): Away\Counsel => new Away\Counsel( new ShopFields( new PlaybookTexts( $this->database(), $this->clock ) ) ) );
	}

	public function lock_shape(): LockShape {
		return $this->once( LockShape::class, fn (): LockShape => new LockShape( $this->locks(), $this->counsel() ) );
	}

	/** Which payments are disputed now. */
	private function charge_locks(): ChargeLocks {
		return $this->once( ChargeLocks::class, fn (): ChargeLocks => new ChargeLocks( $this->database(), $this->clock ) );
	}

	public function charge_desk(): Away\ChargeDesk {
		return $this->once( Away\ChargeDesk::class, fn (): Away\ChargeDesk => new Away\ChargeDesk( $this->charge_locks(), $this->log() ) );
	}

	public function charge_shape(): ChargeShape {
		return $this->once( ChargeShape::class, fn (): ChargeShape => new ChargeShape( $this->charge_locks() ) );
	}

	/** What is sold as a service, and when its data go. */
	public function services(): Away\Services {
		return $this->once( Away\Services::class, fn (): Away\Services => new Away\Services( new ServiceKinds( $this->database(), $this->clock ), $this->closings(), $this->sources(), $this->steps(), $this->stores( ... ) ) );
	}

	public function closings(): Closings {
		return $this->once( Closings::class, fn (): Closings => new Closings( $this->database(), $this->clock ) );
	}

	/** What comes after the end of a case. */
	public function away(): Away\Assembly {
		return $this->once( Away\Assembly::class, fn (): Away\Assembly => new Away\Assembly( $this ) );
	}

	public function schema(): Schema {
		return $this->once( Schema::class, static fn (): Schema => new Schema() );
	}

	public function idempotency_keys(): IdempotencyKeys {
		return $this->once( IdempotencyKeys::class, fn (): IdempotencyKeys => new IdempotencyKeys( $this->database(), $this->clock ) );
	}

	public function endpoint(): Endpoint {
		return $this->once( Endpoint::class, fn (): Endpoint => new Endpoint( $this->schema(), new Idempotency( $this->idempotency_keys(), $this->clock ) ) );
	}

	public function customer_shape(): CustomerShape {
		return $this->once( CustomerShape::class, fn (): CustomerShape => new CustomerShape( $this->customer_rows(), $this->accounts(), $this->settings() ) );
	}

	public function customer_detail(): CustomerDetail {
		return $this->once( CustomerDetail::class, fn (): CustomerDetail => new CustomerDetail( $this->customer_rows(), $this->accounts(), $this->customer_shape(), $this->flags(), $this->order_facts(), $this->keyring(), new AccessShape( $this->license_managers(), $this->subscription_managers() ), $this->evidence_shape(), $this->coverage(), $this->settings(), $this->lock_shape() ) );
	}

	private function evidence_shape(): EvidenceShape {
		return $this->once( EvidenceShape::class, fn (): EvidenceShape => new EvidenceShape( $this->findings() ) );
	}

	private function coverage(): Coverage {
		return $this->once( Coverage::class, fn (): Coverage => new Coverage( $this->database() ) );
	}

	public function dispute_sheet(): DisputeSheet {
		return $this->once( DisputeSheet::class, fn (): DisputeSheet => new DisputeSheet( $this->stores( ... ), fn (): AccessShape => new AccessShape( $this->license_managers(), $this->subscription_managers() ), $this->customers(), new DisputeTickets( $this->database() ), new Letters( $this->database(), $this->clock ), new FactShape( $this->stores( ... ) ) ) );
	}

	/** What the panel on an order shows. */
	public function order_card(): OrderCard {
		return $this->once( OrderCard::class, fn (): OrderCard => new OrderCard( $this->charge_locks(), $this->stores(), $this->customer_shape(), $this->lock_shape() ) );
	}

	private function customer_finder(): CustomerFinder {
		return $this->once( CustomerFinder::class, fn (): CustomerFinder => new CustomerFinder( $this->customer_rows(), $this->identity() ) );
	}

	public function finder(): Finder {
		return $this->once( Finder::class, fn (): Finder => new Finder( new FindRows( $this->database() ), $this->identity(), $this->order_facts(), $this->license_managers( ... ) ) );
	}

	/** @return list<Controller> */
	public function controllers(): array {
		return [
			new FindController( $this->finder( ... ), $this->customer_rows() ),
			new OverviewController( $this->overview_figures(), $this->value_bins(), $this->renewals(), $this->overview_totals( ... ), $this->customer_shape( ... ), $this->first_read( ... ), fn (): bool => $this->renewal_lists() !== [], $this->settings(), $this->clock, $this->loose_end_list() ),
			new SetupController( $this->settings(), fn (): bool => $this->input_facts()->support_known_since() !== null, new OwnerRates( $this->database(), $this->clock ), $this->jobs() ),
			new CustomersController( $this->customer_finder(), $this->customer_list(), $this->customer_shape(), $this->customer_detail( ... ) ),
			new MergesController( $this->customer_finder(), $this->merger( ... ), $this->customer_detail( ... ) ),
			new CustomerListsController( $this->customer_finder(), $this->customer_facts(), new Timeline( $this->database() ), new FactShape( $this->stores( ... ) ), new TicketShape( new TicketCosts( $this->database() ), $this->current_inputs( ... ) ), $this->evidence_shape() ),
			new GoodwillController( $this->customer_finder(), $this->customer_facts(), $this->projector( ... ), $this->settings(), $this->clock ),
			new FlagReviewController( $this->customer_finder(), $this->flag_review( ... ), $this->projector( ... ), $this->customer_detail( ... ) ),
			new ReviewController( new ReviewQueue( $this->database(), $this->flags() ), $this->customer_rows(), $this->rule_votes(), $this->coverage(), new DocsGaps( $this->database() ), $this->evidence_shape( ... ), $this->rule_judge( ... ), $this->log( ... ), $this->clock, $this->hints(), $this->settings() ),
			new ReportsController( new MonthSums( $this->database() ), new Unanswered( $this->database() ), new CameBack( $this->database() ), $this->settings(), $this->clock ),
			new IncidentsController( $this->incidents(), new IncidentTickets( $this->database() ), $this->incident_book( ... ), $this->clock ),
			new LeaveOutController( $this->customer_finder(), $this->customers(), $this->projector( ... ), $this->log( ... ), $this->customer_detail( ... ) ),
			new OrderCardController( $this->order_card( ... ) ),
			new DisputesController( new Disputes( $this->database() ), $this->order_facts(), $this->dispute_recorder( ... ), $this->dispute_sheet( ... ), $this->log(), $this->clock ),
			new OrderFilesController( $this->closures(), $this->order_facts(), $this->log() ),
			new ContactsController( $this->contact_writer( ... ), $this->tickets(), $this->time_entries() ),
			new TicketsController( $this->ticket_writer( ... ) ),
			$this->file_import()->controller(),
			new SettingsController( $this->settings(), new PatternPreview( $this->database() ), fn (): WordsPreview => new WordsPreview( new Remarks( $this->database() ), new Dealings( $this->database() ), $this->current_inputs() ), $this->on_history( ... ), $this->own_rules( ... ), fn (): HighValuePreview => new HighValuePreview( new Cuts( $this->database() ), new Tiers( $this->database() ) ) ),
			new LicenseServerController( $this->mode, $this->license_server_option(), $this->license_server_conversation( ... ), $this->license_wire(), new Seal(), $this->log() ),
			new FreemiusController( $this->mode, $this->freemius_option(), $this->freemius_api(), new Seal(), $this->log() ),
			new HelpDesksController( $this->mode, $this->desk_option(), $this->remote_desks(), new Seal(), $this->log(), $this->desk_tags(), $this->jobs(), $this->desks( ... ) ),
			$this->practice()->controller(),
			new MeController( new CurrentMode(), $this->practice()->progress ),
			...$this->runs()->controllers(),
			...$this->away()->controllers(),
		];
	}

	public function exporter(): Exporter {
		return $this->once( Exporter::class, fn (): Exporter => new Exporter( new PersonalData( $this->database() ), $this->identity() ) );
	}

	public function personal_files(): Files {
		return $this->file_import()->of_persons();
	}

	public function eraser(): Eraser {
		return $this->once( Eraser::class, fn (): Eraser => new Eraser( new PersonalData( $this->database() ), $this->identity(), $this->log() ) );
	}

	public function engine(): Engine {
		return $this->once( Engine::class, fn (): Engine => new Engine( $this->database() ) );
	}

	/**
	 * @template T of object
	 * @param class-string<T> $name
	 * @param Closure(): T    $make
	 * @return T
	 */
	private function once( string $name, Closure $make ): object {
		$object = $this->built[ $name ] ??= $make();
		assert( $object instanceof $name );

		return $object;
	}
}
