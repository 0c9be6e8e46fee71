<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Letters\FactFinder;
use Amicable\Letters\Sender;
use Amicable\Letters\TemplateShelf;
use Amicable\Letters\Via;
use Amicable\Mail\Language;
use Amicable\Playbook\EmptyFields;
use Amicable\Playbook\Facts;
use Amicable\Playbook\Field;
use Amicable\Playbook\Merger;
use Amicable\Playbook\Template;
use Amicable\Playbook\Variant;
use Amicable\Runs\Checkpoint;
use Amicable\Storage\Cases;
use Amicable\Storage\Closings;
use Amicable\Storage\Customers;
use Amicable\Storage\Letters;
use DateTimeImmutable;

/** A notice about a closing date, as a letter of its case: written from the shop's own text, sent as every letter is, frozen after that. */
final class ClosingLetter {

	private const LOCALES = [
		'en' => 'en_US',
		'ko' => 'ko_KR',
		'tr' => 'tr_TR',
	];

	public function __construct(
		private readonly Cases $cases,
		private readonly Customers $customers,
		private readonly Letters $letters,
		private readonly TemplateShelf $shelf,
		private readonly FactFinder $finder,
		private readonly Sender $sender,
		private readonly Closings $closings,
		private readonly Checkpoint $checkpoint,
	) {
	}

	/** @return array{subject: string, body: string, template: Template, to: string}|null Null: something that the text needs is not known, or nobody to write to. */
	public function words( int $case_id, DateTimeImmutable $closes, int $days ): ?array {
		$case     = $this->cases->find( $case_id );
		$customer = $case === null ? null : $this->customers->row( $case->customer_id );
		$to       = (string) ( $customer['email'] ?? '' );
		$language = PassageTexts::language( (string) ( $customer['locale'] ?? '' ) );
		$template = $this->shelf->get( "closing_$days", $language );
		if ( $case === null || $template === null || $to === '' ) {
			return null;
		}
		try {
			$message = ( new Merger() )->merged( $template, new Variant( service: true ), $this->facts( $case, $template, $language, $closes ) );
		} catch ( EmptyFields ) {
			return null;
		}

		return [
			'subject'  => $message->subject,
			'body'     => $message->text(),
			'template' => $template,
			'to'       => $to,
		];
	}

	/** @param array{subject: string, body: string, template: Template, to: string} $words */
	public function send( int $notice_id, int $case_id, array $words ): void {
		$this->checkpoint->reach( 'notice.claimed' );
		$case = $this->cases->find( $case_id );
		if ( $case === null ) {
			return;
		}
		$id = $this->letters->add(
			$case,
			[
				'stage'            => $words['template']->stage ?? $case->state->stage,
				'template'         => $words['template']->id,
				'template_version' => $words['template']->version,
				'variant'          => new Variant( service: true ),
				'channel'          => $words['template']->channel,
				'language'         => $words['template']->language,
				'recipient'        => $words['to'],
				'subject'          => mb_substr( $words['subject'], 0, 200 ),
				'body'             => $words['body'],
				'facts'            => [],
			],
			0
		);
		$this->closings->join( $notice_id, $id );
		$letter = $this->letters->find( $id );
		if ( $letter === null ) {
			return;
		}
		try {
			$this->sender->send( $case, $letter, Via::Mail, 0, [], false );
		} catch ( AmicableException ) {
			return; // The letter keeps why: it is a draft that a person can send.
		}
	}

	private function facts( CaseRecord $case, Template $template, string $language, DateTimeImmutable $closes ): Facts {
		$known = [];
		foreach ( $this->finder->of( $case, $template, $language, $case->assignee_id ?? $case->opened_by )->replacements() as $field => $value ) {
			$known[ trim( $field, '{}' ) ] = $value;
		}

		return new Facts( [ Field::EndDate->value => Language::day( $closes, self::LOCALES[ $language ] ?? 'en_US' ) ] + $known );
	}
}
