<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Playbook\Alignment;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Completeness;
use Amicable\Playbook\Facts;
use Amicable\Playbook\Field;
use Amicable\Playbook\Filling;
use Amicable\Playbook\Litmus\Code;
use Amicable\Playbook\Litmus\Draft;
use Amicable\Playbook\Litmus\Litmus;
use Amicable\Playbook\Litmus\Remark;
use Amicable\Playbook\Meter;
use Amicable\Playbook\Template;
use Amicable\Playbook\Variant;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\LetterFacts;
use Amicable\Storage\Letters;

/** Looks at the words of a letter: as if it were public, and whether it says all it has to. The editor asks while somebody types; sending asks again. */
final class Judge {

	/** A subject is too short to be judged by these. */
	private const NOT_OF_A_SUBJECT = [ Code::WrongLanguage, Code::NotRead, Code::TooLong, Code::Script ];

	/**
	 * @param Lazy<Litmus>       $litmus
	 * @param Lazy<Completeness> $completeness
	 */
	public function __construct(
		private readonly Lazy $litmus,
		private readonly Lazy $completeness,
		private readonly Alignment $alignment,
		private readonly LetterFacts $facts,
		private readonly Letters $letters,
		private readonly ShopFields $fields,
		private readonly SettingsRepository $settings,
	) {
	}

	/** @param array<string, string> $known The values that the letter was filled with. */
	public function look( int $customer_id, string $subject, string $body, string $language, Channel $channel, ?Template $template, Variant $variant, array $known ): Verdict {
		$facts     = self::facts( $known );
		$filling   = $template === null ? null : new Filling( $template, $variant, $facts );
		$unchanged = $filling !== null && $subject === $filling->subject() && $this->alignment->is_unchanged( $filling, $body );
		$times     = $template === null || ! $unchanged ? 0 : 1 + $this->letters->sent_unchanged( $template->id, $language, $template->version );
		$draft     = $this->draft( $customer_id, $language, $channel, $known );
		$subjects  = $this->litmus->get()->look( $draft( $subject, 0 ) );

		return new Verdict(
			array_values( array_filter( $subjects, static fn ( Remark $remark ): bool => ! in_array( $remark->code, self::NOT_OF_A_SUBJECT, true ) ) ),
			$this->litmus->get()->look( $draft( $body, $times ) ),
			$filling === null ? new Meter( [], [] ) : $this->completeness->get()->meter( $body, $language, $filling->needs(), $this->alignment->facts( $filling, $body, $facts ) ),
			$unchanged,
			$filling !== null && $this->alignment->is_rewritten( $filling, $body ),
		);
	}

	/** @param array<string, string> $values */
	public static function facts( array $values ): Facts {
		return new Facts( array_filter( $values, static fn ( string $name ): bool => Field::tryFrom( $name ) !== null, ARRAY_FILTER_USE_KEY ) );
	}

	/**
	 * @param array<string, string> $known
	 * @return callable(string, int): Draft
	 */
	private function draft( int $customer_id, string $language, Channel $channel, array $known ): callable {
		$texts = $this->facts->texts( $customer_id );
		$shop  = $this->fields->values( $language );
		$other = $known['alternatives'] ?? $shop['alternatives'] ?? '';
		$ours  = array_values( array_filter( [ ...$this->settings->current()->docs_urls, ...$shop, (string) get_option( 'admin_email' ), $known['contact'] ?? '', $known['coupon'] ?? '', $known['docs_link'] ?? '', $other ], static fn ( string $one ): bool => $one !== '' ) );

		return static fn ( string $text, int $times ): Draft => new Draft( $text, $language, $texts, $ours, Alternatives::names( $other ), $channel === Channel::Public, $times );
	}
}
