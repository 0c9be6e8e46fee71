<?php
declare( strict_types=1 );

namespace Amicable;

use wpdb;

/** The composition root: what listens to WordPress, in reading order. */
final class Plugin {

	private static ?self $instance = null;

	/** @var array<string, Graph> */
	private array $graphs = [];

	private function __construct(
		public readonly string $file,
		private readonly wpdb $wpdb,
		private readonly Clock $clock,
	) {
	}

	public static function boot( string $file ): void {
		global $wpdb;
		assert( $wpdb instanceof wpdb );
		self::$instance = new self( $file, $wpdb, new SystemClock() );
		foreach ( self::$instance->hookables() as $hookable ) {
			$hookable->register();
		}
	}

	public static function instance(): self {
		assert( self::$instance !== null );

		return self::$instance;
	}

	public function graph( Mode $mode ): Graph {
		return $this->graphs[ $mode->value ] ??= new Graph( $mode, $this->file, $this->wpdb, $this->clock );
	}

	private function practice_shop( CurrentMode $mode, Admin\Assets $assets ): Admin\PracticeShop {
		$practice = fn (): Graph => $this->graph( Mode::Practice );
		$panel    = new Admin\OrderPanel( static fn (): Rest\OrderCard => $practice()->order_card(), $assets, new Admin\CustomerCard() );

		return new Admin\PracticeShop( $practice, $mode, $panel, new Admin\PracticeOrders(), new Admin\PracticeOrder() );
	}

	/** @return list<Hookable> */
	private function hookables(): array {
		$mode     = new CurrentMode();
		$assets   = new Admin\Assets( $this->file, new Admin\Boot( $this->file, $mode, $this->graph( ... ) ) );
		$order    = new Admin\RealOrder( new Admin\OrderPanel( fn (): Rest\OrderCard => $this->graph( Mode::Live )->order_card(), $assets, new Admin\CustomerCard() ), $mode );
		$customer = new Admin\RealCustomer( fn (): Customers\Identity => $this->graph( Mode::Live )->identity(), fn (): Rest\CustomerShape => $this->graph( Mode::Live )->customer_shape(), fn (): Rest\LockShape => $this->graph( Mode::Live )->lock_shape(), $assets, new Admin\CustomerCard(), $mode );

		$schedule   = new Jobs\Schedule( $this->clock );
		$dispatcher = new Jobs\Dispatcher( $this->graph( ... ) );

		return [
			new Storage\TextCharset( $this->wpdb ),
			new Storage\Activation( $this->file, $this->graph( ... ), new Storage\Secret( new Storage\OptionRow( $this->wpdb ) ), $schedule ),
			$schedule,
			$dispatcher,
			new Jobs\LateSweep( $dispatcher, $this->clock ),
			...$this->in_shops(),
			new Projection\OrderListener( $this->graph( ... ) ),
			new Practice\DemoLoad( fn (): Practice\Loader => $this->graph( Mode::Practice )->practice()->loader, $mode ),
			new Translations( $this->file ),
			new Admin\Roles(),
			new Admin\Welcome( $this->file ),
			new Admin\LiveSite( fn (): bool => $this->graph( Mode::Live )->stores()->all() !== [] ),
			new Admin\Menu( new Admin\Screens(), $assets, $this->practice_shop( $mode, $assets ) ),
			new Stores\WooCommerce\OrderScreen( $order ),
			new Stores\EasyDigitalDownloads\OrderScreen( $order ),
			new Stores\EasyDigitalDownloads\CustomerScreen( $customer ),
			new Admin\ProfileCard( $customer ),
			new Rest\Api( $this->graph( ... ), $mode ),
			new HelpDesks\FluentSupport\ReplyLock( fn (): Customers\Identity => $this->graph( Mode::Live )->identity(), fn (): Storage\Locks => $this->graph( Mode::Live )->locks(), fn (): Storage\LogChain => $this->graph( Mode::Live )->log(), fn (): HelpDesks\FluentSupport\LetThrough => $this->graph( Mode::Live )->let_through(), $this->clock ),
			new HelpDesks\FluentSupport\Sidebar( $customer ),
			new HelpDesks\Tags\NewTickets( fn (): HelpDesks\Tags\TagSettings => $this->graph( Mode::Live )->desk_option()->current()->tags, fn (): Customers\Identity => $this->graph( Mode::Live )->identity(), fn (): Storage\DeskTags => $this->graph( Mode::Live )->desk_tags(), fn (): Jobs\Jobs => $this->graph( Mode::Live )->jobs() ),
			new Cli\Commands( fn ( Mode $mode ): Storage\LogChain => $this->graph( $mode )->log(), fn (): Cli\LicenseCommand => $this->graph( Mode::Live )->license_command(), $dispatcher ),
			new Privacy\Privacy( fn (): Graph => $this->graph( Mode::Live ) ),
			new Health\SiteHealth( fn (): Graph => $this->graph( Mode::Live ), $this->clock ),
		];
	}

	/** @return list<Hookable> What hooks into the shops and their license systems. */
	private function in_shops(): array {
		$disputes = new Disputes\Listener( fn (): Disputes\Recorder => $this->graph( Mode::Live )->dispute_recorder() );

		return [
			new Stores\WooCommerce\Compatibility( $this->file ),
			new Licensing\EddSoftwareLicensing\QuietRefunds(),
			new Stores\WooCommerce\HeldMails( fn ( Stores\OrderRef $order ): bool => $this->graph( Mode::Live )->held_mails()->holds( $order ) ),
			new Stores\EasyDigitalDownloads\HeldMails( fn ( Stores\OrderRef $order ): bool => $this->graph( Mode::Live )->held_mails()->holds( $order ) ),
			new Stores\WooCommerce\CheckoutGuard( new Checkout\Guard( fn (): Checkout\BlockList => $this->graph( Mode::Live )->block_list() ) ),
			new Stores\EasyDigitalDownloads\CheckoutGuard( new Checkout\Guard( fn (): Checkout\BlockList => $this->graph( Mode::Live )->block_list() ) ),
			new Stores\WooCommerce\NewOrderScreen( new Checkout\Guard( fn (): Checkout\BlockList => $this->graph( Mode::Live )->block_list() ) ),
			new Stores\EasyDigitalDownloads\NewOrderScreen( new Checkout\Guard( fn (): Checkout\BlockList => $this->graph( Mode::Live )->block_list() ) ),
			new Stores\EasyDigitalDownloads\GiftGuard( fn ( string $email ): string => $this->graph( Mode::Live )->gift_hash( $email ) ),
			new Stores\WooCommerce\DownloadGuard( new Checkout\FileGuard( fn (): Storage\Closures => $this->graph( Mode::Live )->closures(), fn ( Stores\OrderRef $order ): bool => $this->graph( Mode::Live )->undos()->opens( $order ) ) ),
			new Stores\EasyDigitalDownloads\DownloadGuard( new Checkout\FileGuard( fn (): Storage\Closures => $this->graph( Mode::Live )->closures() ) ),
			new Stores\WooCommerce\DisputeEvents( $disputes ),
			new Stores\EasyDigitalDownloads\DisputeEvents( $disputes ),
			new Stores\WooCommerce\FailedRefunds( new Stores\WooCommerce\LostPayouts(), fn (): Stores\ChargeFinder => $this->graph( Mode::Live )->woocommerce() ),
			new Stores\EasyDigitalDownloads\FailedRefunds( new Stores\EasyDigitalDownloads\LostPayouts(), fn ( int $order ) => $this->graph( Mode::Live )->jobs()->enqueue( Projection\ProjectOrder::NAME, [ 'store' => Stores\EasyDigitalDownloads\EddStore::ID, 'id' => $order ] ) ),
		];
	}
}
