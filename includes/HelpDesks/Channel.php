<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** The way a customer reached us. */
enum Channel: string {

	case Email = 'email';
	case Chat = 'chat';
	case Phone = 'phone';
	case Form = 'form';
	case Forum = 'forum';
	case Social = 'social';
	case PublicPost = 'public';
	case Api = 'api';
	case Import = 'import';
	case Other = 'other';
}
