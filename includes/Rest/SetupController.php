<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Jobs\Jobs;
use Amicable\Ledger\Rate;
use Amicable\Projection\RebuildAccounts;
use Amicable\Settings\Settings;
use Amicable\Settings\SettingsRepository;
use Amicable\Setup\FoundDesks;
use Amicable\Setup\FoundDocs;
use Amicable\Storage\OwnerRates;
use Amicable\Values\Currency;
use Closure;
use WP_REST_Request;

/** What the first run asks, with what the site itself tells; and a rate where none is known. Answers are settings and are saved there. */
final class SetupController implements Controller {

	/** @param Closure(): bool $support_known */
	public function __construct(
		private readonly SettingsRepository $settings,
		private readonly Closure $support_known,
		private readonly OwnerRates $rates,
		private readonly Jobs $jobs,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/setup', Capability::SETTINGS, $this->read( ... ), answer: 'setup.setup' ),
			new Route( 'POST', '/setup/rates', Capability::SETTINGS, $this->rate( ... ), body: 'setup.rate', answer: 'setup.setup' ),
		];
	}

	private function read(): Reply {
		$settings  = $this->settings->current();
		$questions = $this->questions( $settings );

		return new Reply(
			[
				'version'     => $settings->version,
				'questions'   => $questions,
				'currency'    => $settings->base_currency,
				'hourly_cost' => $settings->hourly_cost?->to_array(),
				'desks'       => in_array( 'channels', $questions, true ) ? FoundDesks::all() : [],
				'docs'        => in_array( 'docs', $questions, true ) ? FoundDocs::all() : [],
			]
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function rate( WP_REST_Request $request ): Reply {
		$from = (string) $request['currency'];
		$base = $this->settings->current()->base_currency;
		$rate = Currency::is_known( $from ) && $from !== $base ? Rate::try_from( (string) $request['rate'], $from, $base ) : null;
		if ( $rate === null ) {
			throw Schema::refusal( Currency::is_known( $from ) && $from !== $base ? [ 'rate' => __( 'This is not an exchange rate.', 'amicable' ) ] : [ 'currency' => __( 'This currency needs no rate.', 'amicable' ) ] );
		}
		$this->rates->say( $from, $base, $rate );
		$this->jobs->enqueue( RebuildAccounts::NAME );

		return $this->read();
	}

	/** @return list<string> What nobody answered, here or anywhere else. */
	private function questions( Settings $settings ): array {
		$known = [
			'hourly_cost' => $settings->hourly_cost_confirmed,
			'channels'    => ( $this->support_known )(),
			'docs'        => $settings->docs_urls !== [],
		];

		return array_values( array_filter( array_keys( $known ), static fn ( string $question ): bool => ! $known[ $question ] && ! in_array( $question, $settings->answered, true ) ) );
	}
}
