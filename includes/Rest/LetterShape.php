<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\HelpDesks\AwesomeSupport\AwesomeDesk;
use Amicable\HelpDesks\FluentSupport\FluentDesk;
use Amicable\HelpDesks\Remote\DeskSettings;
use Amicable\Letters\Letter;
use Amicable\Letters\LetterDesk;
use Amicable\Letters\Readers;
use Amicable\Letters\Verdict;
use Amicable\Playbook\Litmus\Remark;
use Amicable\Playbook\Litmus\Severity;
use Amicable\Playbook\Part;

/** A letter, and what there is to look at in it, in the words of REST. */
final class LetterShape {

	/** Desks on this site. */
	private const LOCAL = [
		FluentDesk::ID  => 'Fluent Support',
		AwesomeDesk::ID => 'Awesome Support',
	];

	public function __construct(
		private readonly LetterDesk $desk,
		private readonly Readers $readers,
	) {
	}

	/** @return array<string, mixed> */
	public function letter( CaseRecord $case, Letter $letter ): array {
		return $this->letters( $case, [ $letter ] )[0];
	}

	/**
	 * @param list<Letter> $letters Of one case.
	 * @return list<array<string, mixed>>
	 */
	public function letters( CaseRecord $case, array $letters ): array {
		$looked = $this->readers->of( $letters );

		return array_map( fn ( Letter $letter ): array => $this->one( $letter ) + [
			'looked'       => self::look( $looked[ $letter->id ] ?? null ),
			'needs_reader' => $this->readers->needs( $case, $letter, get_current_user_id() ),
		], $letters );
	}

	/**
	 * @param array{entry: CaseEntry, fits: bool}|null $look
	 * @return array{who: string|null, at: string|null, fits: bool}|null
	 */
	private static function look( ?array $look ): ?array {
		return $look === null ? null : [
			'who'  => Words::who( $look['entry']->created_by ),
			'at'   => Shape::time( $look['entry']->created_at ),
			'fits' => $look['fits'],
		];
	}

	/** @return array<string, mixed> */
	private function one( Letter $letter ): array {
		return [
			'id'               => $letter->id,
			'case_id'          => $letter->case_id,
			'version'          => $letter->version,
			'state'            => $letter->state->value,
			'stage'            => $letter->stage->value,
			'template'         => $letter->template,
			'template_version' => $letter->template_version,
			'template_changed' => $this->desk->has_changed( $letter ),
			'channel'          => $letter->channel->value,
			'language'         => $letter->language,
			'to'               => $letter->to === '' ? null : $letter->to,
			'subject'          => $letter->subject,
			'body'             => (string) $letter->body,
			'via'              => $letter->via?->value,
			'desk'             => $letter->desk === null ? null : ( DeskSettings::DESKS[ $letter->desk ] ?? self::LOCAL[ $letter->desk ] ?? $letter->desk ),
			'sender'           => self::person( $letter->sender_id ),
			'failure'          => $letter->failure === '' ? null : $letter->failure,
			'erased'           => $letter->is_erased(),
			'created_at'       => Shape::time( $letter->created_at ),
			'updated_at'       => Shape::time( $letter->updated_at ),
			'sent_at'          => Shape::time( $letter->sent_at ),
			'read_by'          => self::person( $letter->read_by ),
			'read_at'          => Shape::time( $letter->read_at ),
		];
	}

	/** @return array<string, mixed> */
	public function verdict( Verdict $verdict ): array {
		$remarks = [
			...array_map( static fn ( Remark $remark ): array => self::remark( $remark, 'subject' ), $verdict->in_subject ),
			...array_map( static fn ( Remark $remark ): array => self::remark( $remark, 'body' ), $verdict->in_body ),
		];
		usort( $remarks, static fn ( array $one, array $other ): int => $other['blocks'] <=> $one['blocks'] );

		return [
			'blocks'  => $verdict->blocks(),
			'remarks' => $remarks,
			'parts'   => [
				'done'    => count( $verdict->meter->there ),
				'total'   => count( $verdict->meter->there ) + count( $verdict->meter->missing ),
				'missing' => array_map(
					static fn ( Part $part ): array => [
						'part' => $part->value,
						'text' => PartWords::of( $part ),
					],
					$verdict->meter->missing
				),
			],
		];
	}

	/** @return array{code: string, blocks: bool, field: string, words: string, start: int, end: int, text: string} */
	private static function remark( Remark $remark, string $field ): array {
		return [
			'code'   => $remark->code->value,
			'blocks' => $remark->severity() === Severity::Blocks,
			'field'  => $field,
			'words'  => $remark->words,
			'start'  => $remark->start,
			'end'    => $remark->end,
			'text'   => RemarkWords::of( $remark ),
		];
	}

	/** @return array{id: int, name: string}|null */
	private static function person( ?int $user_id ): ?array {
		return $user_id === null || $user_id < 1 ? null : [
			'id'   => $user_id,
			'name' => Words::who( $user_id ) ?? __( 'Somebody who left', 'amicable' ),
		];
	}
}
