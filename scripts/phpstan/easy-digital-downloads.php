<?php
/**
 * What we use of Easy Digital Downloads itself, which publishes no stubs. Signatures only.
 *
 * phpcs:disable
 */

declare( strict_types=1 );

namespace {

	const EDD_VERSION = '3.6.5';

	/** @return list<string> */
	function edd_get_gross_order_statuses(): array {}

	/** @return list<string> */
	function edd_get_deliverable_order_item_statuses(): array {}

	function edd_get_gateway_admin_label( string $gateway ): string {}

	class EDD_Discount {

		public int $id;

		/** @var int|numeric-string */
		public int|string $use_count;
	}

	/** @param array<string, mixed> $data */
	function edd_add_discount( array $data = [] ): int {}

	/** @return EDD_Discount|false */
	function edd_get_discount_by_code( string $code = '' ) {}

	/** @return mixed */
	function edd_get_adjustment_meta( int $adjustment_id, string $key = '', bool $single = false ) {}

	/** @return int|bool */
	function edd_update_adjustment_meta( int $adjustment_id, string $meta_key, mixed $meta_value ) {}

	/** @return array<string, array<string, mixed>> */
	function edd_get_payment_gateways(): array {}

	function edd_get_option( string $key, mixed $default = false ): mixed {}

	function edd_get_customer_meta( int $customer_id, string $key, bool $single = false ): mixed {}

	function edd_is_test_mode(): bool {}

	function edd_get_order( int $id ): EDD\Orders\Order|false|null {}

	/**
	 * @param list<array<string, int|string>> $items
	 * @param list<array<string, int|string>> $adjustments
	 */
	function edd_refund_order( int $order_id, array $items, array $adjustments ): int|false|WP_Error {}

	/** @param array<string, mixed> $data */
	function edd_update_order( int $id, array $data ): bool {}

	/** @param array<string, mixed> $data */
	function edd_update_order_item( int $id, array $data ): bool {}

	function edd_update_order_meta( int $id, string $key, string $value ): int|bool {}

	/**
	 * @param array<string, mixed> $query
	 * @return list<object{id: string, object_id: string, status: string}>
	 */
	function edd_get_order_transactions( array $query ): array {}

	/** @param array<string, mixed> $data */
	function edd_update_order_transaction( int $id, array $data ): bool {}

	/** @param array<string, mixed> $data */
	function edd_add_note( array $data ): int|false {}

	function edd_add_note_meta( int $id, string $key, string $value, bool $unique = false ): int|false {}

	function edd_get_note_meta( int $id, string $key, bool $single = false ): mixed {}

	/**
	 * @param array<string, mixed> $args
	 * @return list<object{id: int|string, content: string}>
	 */
	function edd_get_notes( array $args ): array {}

	function edd_is_bundled_product( int $product_id ): bool {}

	/** @return array<int|string, mixed> */
	function edd_get_download_files( int $product_id, ?int $price_id = null ): array {}

	function edd_get_customer( int $id ): EDD_Customer|false {}

	function edd_get_email( string $id ): EDD\Emails\Email|false {}

	function edd_get_email_registry(): EDD\Emails\Templates\Registry {}

	function edd_set_error( string $id, string $message ): void {}

	function edd_send_back_to_checkout(): void {}

	function edds_has_met_requirements(): bool {}

	function edds_is_zero_decimal_currency( string $currency = '' ): bool {}

	function edd_refund_stripe_purchase( EDD\Orders\Order $order, EDD\Orders\Order $refund ): void {}

	function edd_refund_paypal_purchase( EDD\Orders\Order $order, EDD\Orders\Order $refund ): void {}
}

namespace EDD\Orders {

	/**
	 * @property-read int    $id
	 * @property-read int    $parent
	 * @property-read string $status
	 * @property-read string $type
	 * @property-read string $mode
	 */
	class Order {

		/** @return list<Order_Item> */
		public function get_items(): array {}

		/** @return list<Order_Adjustment> */
		public function get_fees(): array {}

		/** @return list<Order_Adjustment> */
		public function get_adjustments(): array {}
	}

	/**
	 * @property-read int    $id
	 * @property-read string $type
	 */
	class Order_Item {

		/** @return array{subtotal: string, tax: string, total: string, quantity?: int} */
		public function get_refundable_amounts(): array {}
	}

	/**
	 * @property-read int    $id
	 * @property-read string $type
	 */
	class Order_Adjustment {

		/** @return array{subtotal: string, tax: string, total: string, quantity?: int} */
		public function get_refundable_amounts(): array {}
	}
}

namespace EDD\Emails {

	class Email {

		public function is_enabled(): bool {}
	}
}

namespace EDD\Emails\Templates {

	class Registry {

		public function get_email_by_id( string $id ): EmailTemplate {}
	}

	class EmailTemplate {

		public function get_name(): string {}
	}
}

namespace EDD\Gateways\PayPal {

	class API {

		public const MODE_SANDBOX = 'sandbox';

		public const MODE_LIVE = 'live';

		/** @throws Exceptions\Authentication_Exception */
		public function __construct( string $mode ) {}

		/**
		 * @param array<string, mixed>  $body
		 * @param array<string, string> $headers
		 */
		public function make_request( string $endpoint, array $body = [], array $headers = [], string $method = 'POST' ): mixed {}
	}

	function refund_transaction( \EDD\Orders\Order $order, \EDD\Orders\Order $refund ): void {}
}

namespace EDD\Gateways\PayPal\Exceptions {

	class Authentication_Exception extends \Exception {
	}
}

namespace EDD\Utils {

	class Exception extends \Exception {
	}
}

namespace EDD\Vendor\Stripe\Exception {

	class ApiErrorException extends \Exception {

		public function getHttpStatus(): ?int {}
	}
}
