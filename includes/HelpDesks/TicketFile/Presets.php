<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** How desks call their columns. Where a desk's own names are not known to us, the plain words do. */
final class Presets {

	public const OTHER = 'file';

	/** Desks whose names are known, with the zone that their times are in where that is known. */
	private const DESKS = [
		'freshdesk'    => [
			'external_id' => [ 'Ticket ID' ],
			'email'       => [ 'Email' ],
			'name'        => [ 'Full name' ],
			'subject'     => [ 'Subject' ],
			'text'        => [ 'Description' ],
			'status'      => [ 'Status' ],
			'channel'     => [ 'Source' ],
			'created_at'  => [ 'Created time' ],
			'updated_at'  => [ 'Last update time', 'Last updated time' ],
			'minutes'     => [ 'Time tracked' ],
			'replies'     => [ 'Agent interactions' ],
			'tags'        => [ 'Tags' ],
			'agent'       => [ 'Agent' ],
		],
		'freshservice' => [
			'external_id' => [ 'Ticket Id' ],
			'email'       => [ 'Requester Email' ],
			'name'        => [ 'Requester Name' ],
			'subject'     => [ 'Subject' ],
			'status'      => [ 'Status' ],
			'channel'     => [ 'Source' ],
			'created_at'  => [ 'Created Time' ],
			'updated_at'  => [ 'Last Updated Time' ],
			'minutes'     => [ 'Time Tracked' ],
			'agent'       => [ 'Agent' ],
		],
		'zendesk'      => [
			'external_id' => [ 'Id' ],
			'email'       => [ 'Requester email' ],
			'name'        => [ 'Requester' ],
			'subject'     => [ 'Subject' ],
			'status'      => [ 'Status' ],
			'channel'     => [ 'Via' ],
			'created_at'  => [ 'Created at' ],
			'updated_at'  => [ 'Updated at' ],
			'replies'     => [ 'Replies' ],
			'tags'        => [ 'Tags' ],
			'agent'       => [ 'Assignee' ],
		],
		'intercom'     => [
			'external_id'    => [ 'conversation_id' ],
			'email'          => [ 'message_author_email' ],
			'name'           => [ 'message_author_name' ],
			'status'         => [ 'conversation_state' ],
			'created_at'     => [ 'conversation_created_at' ],
			'tags'           => [ 'conversation_tags' ],
			'message_id'     => [ 'message_id' ],
			'message_at'     => [ 'message_created_at' ],
			'message_kind'   => [ 'message_author_type' ],
			'message_text'   => [ 'message_body' ],
			'message_author' => [ 'message_author_email' ],
		],
	];

	/** Plain words, in the three languages of this plugin. */
	private const WORDS = [
		'external_id'    => [ 'Ticket ID', 'Ticket number', 'Ticket', 'Ticket #', 'Ticket No', 'Conversation ID', 'Conversation number', 'Request ID', 'Case ID', 'Case number', 'Number', 'ID', '#', 'Talep no', 'Talep numarası', 'Bilet no', '티켓 번호', '문의 번호', '번호' ],
		'email'          => [ 'Email', 'E-mail', 'Email address', 'Customer email', 'Requester email', 'Contact email', 'User email', 'From email', 'From', 'Client email', 'E-posta', 'E-posta adresi', 'Müşteri e-postası', '이메일', '이메일 주소', '고객 이메일' ],
		'name'           => [ 'Name', 'Full name', 'Customer name', 'Customer', 'Requester name', 'Requester', 'Contact name', 'Client', 'Ad', 'Ad soyad', 'Müşteri', 'Müşteri adı', '이름', '고객명', '고객 이름' ],
		'subject'        => [ 'Subject', 'Title', 'Summary', 'Ticket subject', 'Konu', 'Başlık', '제목' ],
		'text'           => [ 'Description', 'Content', 'Body', 'Message', 'Question', 'Açıklama', 'Mesaj', '내용', '문의 내용' ],
		'status'         => [ 'Status', 'State', 'Ticket status', 'Durum', '상태' ],
		'channel'        => [ 'Channel', 'Source', 'Via', 'Kanal', '채널' ],
		'created_at'     => [ 'Created', 'Created at', 'Created on', 'Created time', 'Created date', 'Date created', 'Date', 'Opened', 'Opened at', 'Submitted', 'Date opened', 'Oluşturulma', 'Oluşturulma tarihi', 'Tarih', '생성일', '생성 일시', '접수일', '등록일', '날짜' ],
		'updated_at'     => [ 'Updated', 'Updated at', 'Last updated', 'Last update', 'Last activity', 'Last reply', 'Modified', 'Closed', 'Closed at', 'Date closed', 'Güncelleme tarihi', 'Güncellenme', '수정일', '최종 수정일', '종료일' ],
		'minutes'        => [ 'Minutes', 'Time spent', 'Time tracked', 'Time', 'Handle time', 'Duration', 'Dakika', 'Süre', '소요 시간', '분' ],
		'replies'        => [ 'Replies', 'Agent replies', 'Responses', 'Agent interactions', 'Yanıt sayısı', '답변 수' ],
		'tags'           => [ 'Tags', 'Labels', 'Etiketler', '태그' ],
		'agent'          => [ 'Agent', 'Agent email', 'Assignee', 'Assigned to', 'Owner', 'Staff', 'Temsilci', 'Atanan', '담당자' ],
		'url'            => [ 'URL', 'Link', 'Ticket URL', 'Bağlantı', '링크' ],
		'message_id'     => [ 'Message ID', 'Reply ID', 'Mesaj no', '메시지 번호' ],
		'message_at'     => [ 'Message date', 'Message created at', 'Message time', 'Reply date', 'Sent at', 'Mesaj tarihi', '메시지 일시' ],
		'message_kind'   => [ 'Author type', 'Message type', 'Sender type', 'Message author type', 'Gönderen türü', '작성자 유형' ],
		'message_text'   => [ 'Message body', 'Message text', 'Reply', 'Mesaj metni', '메시지 내용' ],
		'message_author' => [ 'Author', 'Author email', 'Message author', 'Sender', 'Yazar', '작성자' ],
	];

	/** Fewer names of a desk than this may well be an accident. */
	private const ENOUGH = 6;

	/** @return list<string> Slugs, the plain words last. */
	public static function desks(): array {
		return [ ...array_keys( self::DESKS ), self::OTHER ];
	}

	/** Whose file this most likely is. */
	public static function guess( Header $header ): string {
		$best = self::OTHER;
		$most = self::ENOUGH - 1;
		foreach ( array_keys( self::DESKS ) as $desk ) {
			$found = count( array_intersect_key( self::match( $header, self::DESKS[ $desk ] ), [ 'external_id' => 1, 'email' => 1 ] ) ) === 0 ? 0 : count( self::match( $header, self::DESKS[ $desk ] ) );
			if ( $found > $most ) {
				[ $best, $most ] = [ $desk, $found ];
			}
		}

		return $best;
	}

	/** @return array<string, int> Column by target, what the desk's own names leave open filled in by plain words. */
	public static function columns( string $desk, Header $header ): array {
		$columns = self::match( $header, self::DESKS[ $desk ] ?? [] );
		foreach ( self::match( $header, self::WORDS ) as $target => $column ) {
			if ( ! in_array( $column, $columns, true ) ) {
				$columns[ $target ] ??= $column;
			}
		}

		return $columns;
	}

	/** A file that says who wrote a message, and when, has a row a message. */
	public static function shape( Header $header, string $desk ): Shape {
		$columns = self::columns( $desk, $header );

		return isset( $columns['message_kind'], $columns['message_at'] ) ? Shape::Messages : Shape::Tickets;
	}

	/**
	 * @param array<string, list<string>> $words
	 * @return array<string, int>
	 */
	private static function match( Header $header, array $words ): array {
		$keys    = array_map( Header::key( ... ), $header->names );
		$columns = [];
		foreach ( $words as $target => $names ) {
			foreach ( $names as $name ) {
				$column = array_search( Header::key( $name ), $keys, true );
				if ( $column !== false ) {
					$columns[ $target ] ??= $column;
				}
			}
		}

		return $columns;
	}
}
