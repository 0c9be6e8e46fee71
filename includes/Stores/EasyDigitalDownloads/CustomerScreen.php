<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Admin\RealCustomer;
use Amicable\Capability;
use Amicable\Hookable;
use Amicable\Stores\Keys;
use Amicable\Values\EmailAddress;
use EDD_Customer;

/** Our card on EDD's customer screen, above EDD's own. */
final class CustomerScreen implements Hookable {

	private const SCREEN = 'download_page_edd-customers';

	public function __construct( private readonly RealCustomer $card ) {
	}

	public function register(): void {
		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ) );
		add_action( 'edd_customer_card_top', $this->add( ... ) );
	}

	private function enqueue( string $screen ): void {
		$customer = filter_input( INPUT_GET, 'id', FILTER_VALIDATE_INT );
		if ( $screen === self::SCREEN && is_int( $customer ) && current_user_can( Capability::VIEW ) ) {
			$this->card->enqueue();
		}
	}

	private function add( EDD_Customer $customer ): void {
		if ( ! current_user_can( Capability::VIEW ) ) {
			return;
		}
		printf( '<div id="amicable-customer" class="postbox"><h2 class="hndle"><span>%s</span></h2><div class="inside">', esc_html__( 'Customer in Amicable', 'amicable' ) );
		$this->card->render( $this->keys( $customer, [ $customer->email ] ), fn (): Keys => $this->keys( $customer, array_values( $customer->emails ) ) );
		echo '</div></div>';
	}

	/** @param list<mixed> $emails */
	private function keys( EDD_Customer $customer, array $emails ): Keys {
		$known = array_map( static fn ( mixed $email ): ?string => EmailAddress::try_from( is_string( $email ) ? $email : '' )?->normalized, $emails );

		return new Keys( [ (int) $customer->user_id ], array_values( array_unique( array_filter( $known, 'is_string' ) ) ) );
	}
}
