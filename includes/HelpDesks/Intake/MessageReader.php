<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\ErrorLog;
use Amicable\HelpDesks\Message;
use Amicable\HelpDesks\MessageKind;
use Amicable\HelpDesks\OwnWords;
use Amicable\Language\Demand;
use Amicable\Language\Finding;
use Amicable\Language\Label;
use Amicable\Language\Reader;
use Amicable\Language\RegexError;
use Amicable\Language\WholeWords;
use Amicable\Storage\Findings;
use Closure;
use DateTimeImmutable;

/** Reads what customers wrote, once, when it comes. The packs are loaded with the first message that there is to read. */
final class MessageReader {

	private const THREATS = [ Label::ReviewThreat, Label::ChargebackThreat ];

	private ?Reader $reader = null;

	/**
	 * @param Closure(): Reader $make
	 * @param string            $reach How old a message may be, '-12 months'.
	 */
	public function __construct(
		private readonly Closure $make,
		private readonly string $reach = Findings::KEPT,
	) {
	}

	/** Null: there is nothing to read, or nothing of it could be kept. */
	public function read_message( Message $message, DateTimeImmutable $now ): ?Heard {
		$is_theirs = $message->kind === MessageKind::Customer && trim( $message->text ?? '' ) !== '';

		return $is_theirs && $message->at > $now->modify( $this->reach ) ? $this->read( (string) $message->text ) : null;
	}

	/** Null: the rules gave no answer. That is not the same as nothing found. */
	public function read( string $text ): ?Heard {
		try {
			$this->reader ??= ( $this->make )();
			$text           = OwnWords::kept( $text );
			$reading        = $this->reader->read( $text );

			$found = [ ...self::without_far_demands( $reading->findings ), ...self::demands( $reading->findings, $text, $reading->languages ) ];

			return new Heard( implode( ',', $reading->languages ), array_map( static fn ( Finding $finding ): Finding => WholeWords::of( $finding, $text ), $found ) );
		} catch ( RegexError $error ) {
			ErrorLog::broken( 'a message was not read', $error ); // The ticket is kept all the same, and the message counts as not read.

			return null;
		}
	}

	/**
	 * A demand that a pack of the site's found is one only near a threat.
	 *
	 * @param list<Finding> $findings
	 * @return list<Finding>
	 */
	private static function without_far_demands( array $findings ): array {
		$threats = array_filter( $findings, static fn ( Finding $finding ): bool => in_array( $finding->label, self::THREATS, true ) );

		return array_values( array_filter( $findings, static fn ( Finding $finding ): bool => $finding->label !== Label::Demand || array_filter( $threats, static fn ( Finding $threat ): bool => Demand::is_near( $finding, $threat ) ) !== [] ) );
	}

	/**
	 * @param list<Finding> $findings
	 * @param list<string>  $languages
	 * @return list<Finding> At most one: the demand that is nearest to the gravest threat.
	 */
	private static function demands( array $findings, string $text, array $languages ): array {
		$threats = array_filter( $findings, static fn ( Finding $finding ): bool => in_array( $finding->label, self::THREATS, true ) );
		usort( $threats, static fn ( Finding $a, Finding $b ): int => [ $b->severity, $a->start ] <=> [ $a->severity, $b->start ] );
		foreach ( $threats as $threat ) {
			$demand = Demand::beside( $threat, $text, $languages );
			if ( $demand !== null ) {
				return [ $demand ];
			}
		}

		return [];
	}
}
