<?php
declare( strict_types=1 );

namespace Amicable\Practice;

/** Puts hand-written sentences together so that hardly a message reads like another. */
final class Talk {

	/** No text is said more often than this. */
	private const LIMIT = 4;

	/** Where an agent may speak of fixes and developers. */
	private const TECHNICAL = [ 'install', 'update', 'layout', 'performance', 'compatibility', 'bug' ];

	/** Details from here on fit any topic. */
	private const NEUTRAL_FROM = 26;

	/** The one automatic text that closes a ticket. */
	private const CLOSING_NOTICE = 7;

	/** @var array<string, int> */
	private array $said = [];

	public function __construct( private readonly Content $content ) {
	}

	public function subject( Dice $dice, string $lang, string $topic ): string {
		return $dice->pick( $this->content->list( $lang, "subjects.$topic" ) );
	}

	/** A problem that names a product of theirs, or none. */
	public function problem( Dice $dice, Person $person, string $topic ): string {
		$problems = $this->content->list( $person->lang, "customer.problem.$topic" );
		$fitting  = array_values( array_filter( $problems, static fn ( string $problem ): bool => in_array( Catalog::named_in( $problem ) ?? -1, [ -1, ...$person->owned() ], true ) ) );

		return $dice->pick( $fitting === [] ? $problems : $fitting );
	}

	public function opener( Dice $dice, string $lang, string $topic, string $problem ): string {
		return $this->unique(
			fn (): string => $this->join(
				$this->one( $dice, $lang, 'customer.greeting' ),
				$problem,
				$dice->chance( 80 ) ? $this->detail( $dice, $lang, $topic ) : '',
				$dice->chance( 85 ) ? $this->one( $dice, $lang, 'customer.ask' ) : '',
			)
		);
	}

	public function followup( Dice $dice, string $lang, string $topic ): string {
		return $this->unique(
			fn (): string => $this->join(
				$dice->chance( 35 ) ? $this->one( $dice, $lang, 'customer.greeting' ) : '',
				$this->one( $dice, $lang, "customer.followup.$topic" ),
				$dice->chance( 75 ) ? $this->detail( $dice, $lang, $topic ) : '',
				$dice->chance( 40 ) ? $this->one( $dice, $lang, 'customer.ask' ) : '',
			)
		);
	}

	public function thanks( Dice $dice, string $lang ): string {
		return $this->unique(
			fn (): string => $this->join(
				$dice->chance( 60 ) ? $this->one( $dice, $lang, 'customer.greeting' ) : '',
				$this->one( $dice, $lang, 'customer.thanks' ),
				$dice->chance( 45 ) ? $this->one( $dice, $lang, 'customer.praise' ) : '',
			)
		);
	}

	/** Angry, rude, sorry, or asking for the money: `$tone` is a list of the customer's sentences. */
	public function mood( Dice $dice, string $lang, string $topic, string $tone ): string {
		return $this->unique(
			fn (): string => $this->join(
				$dice->chance( 40 ) ? $this->one( $dice, $lang, 'customer.greeting' ) : '',
				$this->one( $dice, $lang, "customer.$tone" ),
				$dice->chance( 60 ) ? $this->detail( $dice, $lang, $topic ) : '',
			)
		);
	}

	public function answer( Dice $dice, Person $person, string $topic, ?string $docs, bool $sorry = false ): string {
		$lang = $person->lang;

		return $this->unique(
			fn (): string => $this->join(
				$this->greeting( $dice, $person ),
				$sorry ? $this->one( $dice, $lang, 'agent.apology' ) : '',
				$this->one( $dice, $lang, "agent.answer.$topic" ),
				$docs === null ? '' : str_replace( '{url}', $docs, $this->one( $dice, $lang, "agent.docs.$topic" ) ),
			)
		);
	}

	/** The second word of an agent: how it stands, or another answer. */
	public function update( Dice $dice, Person $person, string $topic ): string {
		$technical = in_array( $topic, self::TECHNICAL, true );

		return $this->unique(
			fn (): string => $this->join(
				$this->greeting( $dice, $person ),
				$this->one( $dice, $person->lang, "agent.answer.$topic" ),
				$technical && $dice->chance( 60 ) ? $this->one( $dice, $person->lang, 'agent.status' ) : '',
			)
		);
	}

	public function goodbye( Dice $dice, Person $person ): string {
		return $this->unique( fn (): string => $this->join( $this->greeting( $dice, $person ), $this->one( $dice, $person->lang, 'agent.close' ) ) );
	}

	/** Null when every automatic text has been sent often enough. */
	public function auto( Dice $dice, string $lang ): ?string {
		$texts = $this->content->list( $lang, 'auto' );
		unset( $texts[ self::CLOSING_NOTICE ] );
		$left = array_values( array_filter( $texts, fn ( string $text ): bool => ( $this->said[ $text ] ?? 0 ) < self::LIMIT ) );

		return $left === [] ? null : $this->say( $dice->pick( $left ) );
	}

	/** Words that a story brings along count too. */
	public function say( string $text ): string {
		$this->said[ $text ] = ( $this->said[ $text ] ?? 0 ) + 1;

		return $text;
	}

	/** @param callable(): string $make */
	private function unique( callable $make ): string {
		$text = $make();
		for ( $tries = 0; $tries < 60 && ( $this->said[ $text ] ?? 0 ) >= self::LIMIT; $tries++ ) {
			$text = $make();
		}

		return $this->say( $text );
	}

	private function greeting( Dice $dice, Person $person ): string {
		return str_replace( '{name}', $person->greeted_as, $this->one( $dice, $person->lang, 'agent.greeting' ) );
	}

	private function detail( Dice $dice, string $lang, string $topic ): string {
		$details = $this->content->list( $lang, 'customer.detail' );
		$from    = in_array( $topic, [ 'billing', 'feature', 'license' ], true ) ? self::NEUTRAL_FROM : 0;

		return $details[ $dice->between( $from, count( $details ) - 1 ) ];
	}

	private function one( Dice $dice, string $lang, string $path ): string {
		return $dice->pick( $this->content->list( $lang, $path ) );
	}

	/** A greeting stands on a line of its own. */
	private function join( string $greeting, string ...$sentences ): string {
		$body = implode( ' ', array_filter( $sentences, static fn ( string $sentence ): bool => $sentence !== '' ) );

		return $greeting === '' ? $body : "$greeting\n\n$body";
	}
}
