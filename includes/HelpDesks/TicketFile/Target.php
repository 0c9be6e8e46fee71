<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** What a column of a file may mean. */
enum Target: string {

	case ExternalId    = 'external_id';
	case Email         = 'email';
	case Name          = 'name';
	case Subject       = 'subject';
	case Text          = 'text';
	case Status        = 'status';
	case Channel       = 'channel';
	case CreatedAt     = 'created_at';
	case UpdatedAt     = 'updated_at';
	case Minutes       = 'minutes';
	case Replies       = 'replies';
	case Tags          = 'tags';
	case Agent         = 'agent';
	case Url           = 'url';
	case MessageId     = 'message_id';
	case MessageAt     = 'message_at';
	case MessageKind   = 'message_kind';
	case MessageText   = 'message_text';
	case MessageAuthor = 'message_author';

	/**
	 * Without these no row of that kind of file says enough.
	 *
	 * @return list<self>
	 */
	public static function needed( Shape $shape ): array {
		return $shape === Shape::Tickets ? [ self::Email, self::CreatedAt ] : [ self::ExternalId, self::Email, self::MessageAt, self::MessageKind ];
	}
}
