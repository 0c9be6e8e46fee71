<?php
declare( strict_types=1 );

namespace Amicable;

/** The capabilities of this plugin; who has them by default is in Admin\Roles. */
final class Capability {

	public const VIEW     = 'amicable_view';
	public const MONEY    = 'amicable_money';
	public const LOG      = 'amicable_log';
	public const CASES    = 'amicable_cases';
	public const SEND     = 'amicable_send';
	public const OFFBOARD = 'amicable_offboard';
	public const APPROVE  = 'amicable_approve';
	public const INTAKE   = 'amicable_intake';
	public const SETTINGS = 'amicable_settings';

	public const ALL = [ self::VIEW, self::MONEY, self::LOG, self::CASES, self::SEND, self::OFFBOARD, self::APPROVE, self::INTAKE, self::SETTINGS ];
}
