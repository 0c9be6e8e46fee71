<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\Hookable;
use Amicable\Stores\Keys;
use Amicable\Values\EmailAddress;
use WP_User;

/** The card of a customer on the screen of their WordPress account, the same as on an order. WordPress has no boxes there, so it is a section. */
final class ProfileCard implements Hookable {

	public function __construct( private readonly RealCustomer $card ) {
	}

	public function register(): void {
		add_action( 'load-user-edit.php', $this->prepare( ... ) );
		add_action( 'edit_user_profile', $this->render( ... ), 5 );
	}

	private function prepare(): void {
		if ( current_user_can( Capability::VIEW ) ) {
			add_action( 'admin_enqueue_scripts', fn () => $this->card->enqueue() );
		}
	}

	private function render( WP_User $user ): void {
		if ( ! current_user_can( Capability::VIEW ) ) {
			return;
		}
		$email = EmailAddress::try_from( $user->user_email )?->normalized;
		printf( '<h2>%s</h2><div class="amicable-profile">', esc_html__( 'Customer in Amicable', 'amicable' ) );
		$this->card->render( new Keys( [ $user->ID ], $email === null ? [] : [ $email ] ) );
		echo '</div>';
	}
}
