<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

use Amicable\HelpDesks\Channel;
use Amicable\HelpDesks\MessageKind;
use Amicable\HelpDesks\TicketStatus;

/** What desks mean by the words in their status, channel and author columns. */
final class Words {

	private const STATUS = [
		'open'    => [ 'open', 'new', 'active', 'opened', 'reopened', 'in progress', 'inprogress', 'snoozed', 'açık', 'yeni', '접수', '진행중', '진행 중', '열림' ],
		'pending' => [ 'pending', 'hold', 'on-hold', 'on hold', 'waiting', 'waiting on customer', 'waiting on third party', 'awaiting reply', 'beklemede', '대기', '보류', '대기중' ],
		'closed'  => [ 'closed', 'solved', 'resolved', 'done', 'completed', 'answered', 'archived', 'kapalı', 'kapandı', 'çözüldü', '완료', '종료', '해결', '해결됨', '닫힘' ],
		'spam'    => [ 'spam', 'junk', 'istenmeyen', '스팸' ],
		'deleted' => [ 'deleted', 'trash', 'trashed', 'silindi', '삭제', '삭제됨' ],
		'merged'  => [ 'merged', 'birleştirildi', '병합', '병합됨' ],
	];

	private const CHANNEL = [
		'email'  => [ 'email', 'e-mail', 'mail', 'outbound email', 'e-posta', '이메일', '메일' ],
		'chat'   => [ 'chat', 'live chat', 'messenger', 'messaging', 'whatsapp', 'sohbet', '채팅' ],
		'phone'  => [ 'phone', 'call', 'voice', 'voicemail', 'telefon', '전화' ],
		'form'   => [ 'form', 'web', 'web form', 'web widget', 'portal', 'contact form', 'contact_form', 'widget', 'helpcenter', 'help center', 'feedback widget' ],
		'forum'  => [ 'forum', 'community' ],
		'social' => [ 'social', 'facebook', 'twitter', 'x', 'instagram' ],
		'api'    => [ 'api' ],
	];

	private const KIND = [
		'customer' => [ 'customer', 'user', 'contact', 'lead', 'visitor', 'client', 'requester', 'end-user', 'end user', 'enduser', 'incoming', 'inbound', 'müşteri', '고객' ],
		'agent'    => [ 'agent', 'admin', 'staff', 'operator', 'support', 'teammate', 'team', 'employee', 'outgoing', 'outbound', 'temsilci', 'destek', '상담사', '상담원', '직원', '담당자' ],
		'note'     => [ 'note', 'private', 'private note', 'internal', 'internal note', 'not', '메모', '노트' ],
		'auto'     => [ 'auto', 'automation', 'autoresponder', 'auto reply', 'workflow', 'bot', '자동' ],
		'ai'       => [ 'ai', 'ai agent' ],
		'system'   => [ 'system', 'event', 'sistem', '시스템' ],
	];

	/** @param array<string, string> $told Statuses by the desk's own words, lower case: what a person said stands before what we know. */
	public static function status( string $word, array $told ): ?TicketStatus {
		$word = self::plain( $word );

		return TicketStatus::tryFrom( $told[ $word ] ?? self::find( $word, self::STATUS ) ?? '' );
	}

	/** A way that has no name here is some other way. */
	public static function channel( string $word ): Channel {
		return Channel::tryFrom( self::find( self::plain( $word ), self::CHANNEL ) ?? 'other' ) ?? Channel::Other;
	}

	public static function kind( string $word ): ?MessageKind {
		return MessageKind::tryFrom( self::find( self::plain( $word ), self::KIND ) ?? '' );
	}

	/** As words are compared. Turkish has two letters i, and capitals of one of them look like those of the other. */
	public static function plain( string $word ): string {
		return str_replace( [ 'ı', "\u{307}" ], [ 'i', '' ], trim( (string) preg_replace( '/\s+/u', ' ', mb_strtolower( $word, 'UTF-8' ) ) ) );
	}

	/** @param array<string, list<string>> $lists */
	private static function find( string $word, array $lists ): ?string {
		foreach ( $lists as $meaning => $words ) {
			if ( in_array( $word, array_map( self::plain( ... ), $words ), true ) ) {
				return $meaning;
			}
		}

		return null;
	}
}
