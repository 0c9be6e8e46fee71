<?php
declare( strict_types=1 );

namespace Amicable\Privacy;

use Amicable\Graph;
use Amicable\Hookable;
use Closure;

/** Answers WordPress's own tools for personal data. Practice holds nobody real and is left out. */
final class Privacy implements Hookable {

	/** @param Closure(): Graph $live */
	public function __construct( private readonly Closure $live ) {
	}

	public function register(): void {
		add_filter( 'wp_privacy_personal_data_exporters', $this->add_exporter( ... ) );
		add_filter( 'wp_privacy_personal_data_erasers', $this->add_eraser( ... ) );
		add_action( 'admin_init', $this->suggest_policy( ... ) );
	}

	/**
	 * @param array<string, mixed> $exporters
	 * @return array<string, mixed>
	 */
	private function add_exporter( array $exporters ): array {
		return $exporters + [
			'amicable'       => [
				'exporter_friendly_name' => __( 'Amicable', 'amicable' ),
				'callback'               => fn ( string $email, int $page = 1 ): array => ( $this->live )()->exporter()->page( $email, $page ),
			],
			'amicable-files' => [
				'exporter_friendly_name' => __( 'Amicable: files of tickets', 'amicable' ),
				'callback'               => fn ( string $email, int $page = 1 ): array => ( $this->live )()->personal_files()->export( $email, $page ),
			],
		];
	}

	/**
	 * @param array<string, mixed> $erasers
	 * @return array<string, mixed>
	 */
	private function add_eraser( array $erasers ): array {
		return $erasers + [
			// Before the customer's own keys go, by which other addresses of that person are found.
			'amicable-files' => [
				'eraser_friendly_name' => __( 'Amicable: files of tickets', 'amicable' ),
				'callback'             => fn ( string $email ): array => ( $this->live )()->personal_files()->erase( $email ),
			],
			'amicable'       => [
				'eraser_friendly_name' => __( 'Amicable', 'amicable' ),
				'callback'             => fn ( string $email, int $page = 1 ): array => ( $this->live )()->eraser()->page( $email, $page ),
			],
		];
	}

	private function suggest_policy(): void {
		wp_add_privacy_policy_content( __( 'Amicable', 'amicable' ), wp_kses_post( PolicyText::html() ) );
	}
}
