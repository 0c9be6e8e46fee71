<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\Clock;
use Amicable\Letters\ShopFields;
use Amicable\Mail\Language;
use Amicable\Playbook\Facts;
use Amicable\Playbook\Field;
use Amicable\Playbook\Merger;
use Amicable\Playbook\Message;
use Amicable\Playbook\Salutation;
use Amicable\Playbook\Templates;
use Amicable\Playbook\Variant;
use LogicException;

/** The neutral texts past the lock, with the facts of this customer in them. */
final class PassageTexts {

	public const LANGUAGES = [ 'en', 'ko', 'tr' ];

	/** The law gives a month. */
	private const DAYS = 30;

	private const LOCALES = [
		'en' => 'en_US',
		'ko' => 'ko_KR',
		'tr' => 'tr_TR',
	];

	private const TITLES = [
		'en' => 'Support',
		'ko' => '고객지원',
		'tr' => 'Destek',
	];

	public function __construct(
		private readonly ShopFields $fields,
		private readonly Clock $clock,
	) {
	}

	/** Of those we write, the one that the customer's orders were in. */
	public static function language( string $locale ): string {
		return substr( Language::choose( $locale ), 0, 2 );
	}

	public function of( Passage $passage, string $language, string $name, string $agent ): Message {
		$template = Templates::shipped()->get( $passage->template(), $language ) ?? throw new LogicException( "No text for $passage->value in $language." );

		return ( new Merger() )->merged( $template, new Variant(), $this->facts( $language, $name, $agent ) );
	}

	private function facts( string $language, string $name, string $agent ): Facts {
		$said  = $this->fields->values( $language );
		$first = (string) strtok( $name, ' ' );
		$shop  = wp_specialchars_decode( (string) get_option( 'blogname' ), ENT_QUOTES );

		return new Facts(
			[
				Field::Greeting->value   => ( new Salutation() )->to( $first, $name, $language ),
				Field::AgentName->value  => $agent === '' ? $shop : $agent,
				Field::AgentTitle->value => $said[ Field::AgentTitle->value ] !== '' ? $said[ Field::AgentTitle->value ] : self::TITLES[ $language ] ?? self::TITLES['en'],
				Field::Shop->value       => $shop === '' ? 'WordPress' : $shop,
				Field::Contact->value    => $said[ Field::Contact->value ] !== '' ? $said[ Field::Contact->value ] : (string) get_option( 'admin_email' ),
				Field::DueDate->value    => Language::day( $this->clock->now()->modify( '+' . self::DAYS . ' days' ), self::LOCALES[ $language ] ?? 'en_US' ),
			]
		);
	}
}
