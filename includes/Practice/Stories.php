<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\HelpDesks\Cause;
use Amicable\Values\Money;
use DateTimeImmutable;
use RuntimeException;

/** The people whose figures are the same in the guide, on the pictures and in the demo. */
final class Stories {

	public const NAMES = [ 'will', 'angry_and_right', 'belle', 'xavier', 'legal_step', 'agency', 'dispute', 'loose_ends', 'recovered' ];

	private const CURRENCIES = [
		'en' => 'USD',
		'ko' => 'KRW',
		'tr' => 'TRY',
	];

	/** Minutes on each of Will's questions: 6 h 10 min together. */
	private const WILL_MINUTES = [ 22, 21, 18, 24, 20, 19, 23, 26, 17, 28, 22, 15, 21, 30, 22, 14, 28 ];

	/** @var array<string, Person> */
	private array $people = [];

	public function __construct(
		private readonly Content $content,
		private readonly Talk $talk,
		private readonly int $seed,
		private readonly DateTimeImmutable $today,
	) {
	}

	public function person( string $story ): Person {
		return $this->people[ $story ] ??= $this->make( $story );
	}

	/** @return list<Sale> */
	public function sales(): array {
		return [
			$this->licensed( $this->sale( 'will', 75, [ 1 ], 7_900 ), 1 ),
			$this->licensed( $this->sale( 'angry_and_right', 400, [ 2 ], 336_000 ), 12 ),
			$this->licensed( $this->sale( 'belle', 210, [ 4 ], 4_900 ), 1 ),
			$this->licensed( $this->sale( 'xavier', 15, [ 3 ], 337_000 ), 1 ),
			$this->licensed( $this->sale( 'legal_step', 130, [ 6 ], 6_900 ), 1 ),
			...$this->agency(),
			$this->disputed(),
			...$this->refunded(),
			...$this->renewed(),
			$this->licensed( $this->sale( 'closed', 260, [ 5 ], 4_900 ), 1 ),
			$this->licensed( $this->sale( 'closed', 90, [ 1 ], 7_900 ), 1 ),
			$this->licensed( $this->sale( 'payout', 40, [ 3 ], 134_000, 'toy_timeout' ), 1 ),
		];
	}

	/** @return list<Thread> */
	public function threads(): array {
		return [
			...$this->questions_of_will(),
			$this->told( 'angry_and_right', 'update', [ 9 * 24, 7 * 24, 5 * 24 + 4, 5 * 24, 4 * 24, 4 * 24 - 3, 3 * 24 ], Cause::Ours ),
			$this->told( 'belle', 'performance', [ 620, 612, 600, 590, 118, 110, 96 ] ),
			$this->told( 'xavier', 'feature', $this->hours_before_a_wednesday() ),
			$this->told( 'legal_step', 'bug', [ 300, 292, 268, 262, 170, 164, 52 ] ),
			...$this->work_for_the_agency(),
			$this->told( 'dispute', 'billing', [ 290, 280, 200, 190, 100, 92 ] ),
			$this->told( 'loose_ends', 'license', [ 52, 50 ] ),
			$this->told( 'recovered', 'bug', [ 900, 890, 860, 850, 700, 690, 140 ] ),
		];
	}

	private function make( string $story ): Person {
		$number = 20_001 + (int) array_search( $story, [ ...self::NAMES, 'closed', 'payout' ], true );
		[ $lang, $name, $email ] = match ( $story ) {
			'closed' => [ 'tr', 'Rüzgar Cevizci', 'ruzgar.cevizci@example.com' ],
			'payout' => [ 'ko', '임정후', 'jeonghu.im@example.com' ],
			default  => [ $this->content->text( 'stories', "$story.lang" ), $this->content->text( 'stories', "$story.name" ), $this->content->text( 'stories', "$story.email" ) ],
		};

		return new Person( $number, $lang, $name, $email, 900_000 + $number, Persona::Regular, self::CURRENCIES[ $lang ], 0, $lang === 'ko' ? $name : explode( ' ', $name )[0] );
	}

	/** @param list<int> $products */
	private function sale( string $story, int $days_ago, array $products, int $minor, string $gateway = 'toy' ): Sale {
		$person = $this->person( $story );

		return new Sale( $person, $person->email, $this->today->modify( "-$days_ago days" )->modify( '+10 hours' ), $products, new Money( $minor, $person->currency ), $gateway );
	}

	private function licensed( Sale $sale, int $sites ): Sale {
		$dice = new Dice( $this->seed, "sites:{$sale->person->number}" );
		$all  = [];
		for ( $number = 1; $number <= $sites; $number++ ) {
			$all[] = 'https://site' . $dice->between( 100, 999 ) . "-$number.example";
		}
		$expires          = $sale->at->modify( '+1 year' );
		$sale->licenses[] = [
			'product'    => $sale->name(),
			'status'     => $expires > $this->today ? 'active' : 'expired',
			'expires_at' => $expires,
			'sites'      => $all,
		];

		return $sale;
	}

	/** @return list<Sale> Three years of everything for fifty sites: 4,980 dollars. */
	private function agency(): array {
		$first = $this->licensed( $this->sale( 'agency', 800, [ 1, 2, 3, 4, 5, 6 ], 166_000 ), 50 );
		$sales = [ $first ];
		foreach ( [ 435, 70 ] as $days_ago ) {
			$sale         = $this->sale( 'agency', $days_ago, $first->products, 166_000 );
			$sale->parent = $first;
			$sales[]      = $sale;
		}
		$first->extend( $this->today->modify( '+295 days' ), $this->today );

		return $sales;
	}

	private function disputed(): Sale {
		$sale          = $this->licensed( $this->sale( 'dispute', 30, [ 6 ], 93_000 ), 1 );
		$sale->dispute = 'open';

		return $sale;
	}

	/** @return list<Sale> Given back in the shop alone: both keys live on. */
	private function refunded(): array {
		$sales = [];
		foreach ( [ [ 190, 2, 5_900 ], [ 185, 4, 4_900 ] ] as [ $days_ago, $product, $minor ] ) {
			$sale = $this->licensed( $this->sale( 'loose_ends', $days_ago, [ $product ], $minor ), 1 );
			$sale->give_back( $sale->at->modify( '+6 days' ), 'Not right for our site' );
			$sale->forget_license( 'https://choir-site.example' );
			$sales[] = $sale;
		}

		return $sales;
	}

	/** @return list<Sale> */
	private function renewed(): array {
		$first           = $this->licensed( $this->sale( 'recovered', 371, [ 1 ], 269_000 ), 1 );
		$renewal         = $this->sale( 'recovered', 6, [ 1 ], 269_000 );
		$renewal->parent = $first;
		$first->extend( $this->today->modify( '+359 days' ), $this->today );

		return [ $first, $renewal ];
	}

	/** @return list<Thread> Seventeen within fourteen days, each answered within hours. */
	private function questions_of_will(): array {
		$person  = $this->person( 'will' );
		$dice    = new Dice( $this->seed, 'will' );
		$answers = $this->content->list( 'stories', 'will.answers' );
		$threads = [];
		foreach ( $this->content->list( 'stories', 'will.openers' ) as $number => $question ) {
			$at      = $this->today->modify( '-' . ( 342 - $number * 19 ) . ' hours' )->modify( '+' . $dice->between( 0, 50 ) . ' minutes' );
			$in_docs = str_contains( $answers[ $number ], '{url}' );
			$thread  = new Thread( $person, 'question-' . ( $number + 1 ), $at, $this->talk->subject( $dice, 'en', 'howto' ) );
			$thread->customer( $at, $this->talk->say( $question ) );
			$thread->agent( $at->modify( '+' . $dice->between( 40, 200 ) . ' minutes' ), $this->talk->say( str_replace( '{url}', Catalog::article( $dice, 'en', 1, 'howto' ), $answers[ $number ] ) ), $dice );
			$thread->minutes = self::WILL_MINUTES[ $number ] ?? throw new RuntimeException( 'Will asks seventeen times.' );
			$thread->tags    = $in_docs ? [] : [ 'not-in-docs' ];
			$threads[]       = $thread->close( $this->today );
		}

		return $threads;
	}

	/** @return list<Thread> */
	private function work_for_the_agency(): array {
		$threads = [];
		foreach ( [ 70, 95, 120, 80, 60, 110 ] as $number => $minutes ) {
			$talk    = $this->content->talk( "agency.tickets.$number" );
			$start   = 24 * ( 640 - $number * 120 );
			$hours   = array_map( static fn ( int $place ): int => $start - $place * 7, array_keys( $talk ) );
			$thread  = $this->thread( 'agency', "work-$number", [ 'performance', 'bug', 'layout', 'performance', 'license', 'compatibility' ][ $number ], $talk, $hours );
			$thread->minutes = $minutes;
			$threads[]       = $thread;
		}

		return $threads;
	}

	/** @param list<int> $hours_ago */
	private function told( string $story, string $topic, array $hours_ago, ?Cause $cause = null ): Thread {
		$thread        = $this->thread( $story, 'story', $topic, $this->content->talk( "$story.messages" ), $hours_ago );
		$thread->cause = $cause;
		$thread->tags  = $cause === Cause::Ours ? [ 'our-fault' ] : [];

		return $thread;
	}

	/**
	 * @param list<array{from: string, text: string}> $talk
	 * @param list<int>                               $hours_ago
	 */
	private function thread( string $story, string $key, string $topic, array $talk, array $hours_ago ): Thread {
		$person = $this->person( $story );
		$dice   = new Dice( $this->seed, "story:$story:$key" );
		$thread = new Thread( $person, $key, $this->today->modify( "-$hours_ago[0] hours" ), $this->talk->subject( $dice, $person->lang, $topic ) );
		foreach ( $talk as $place => $message ) {
			$at = $this->today->modify( "-$hours_ago[$place] hours" );
			if ( $message['from'] === 'customer' ) {
				$thread->customer( $at, $this->talk->say( $message['text'] ) );
			} else {
				$thread->agent( $at, $this->talk->say( $message['text'] ), $dice );
			}
		}

		return $thread->close( $this->today );
	}

	/** @return list<int> The fifth message says that today is Wednesday; so it has to be. */
	private function hours_before_a_wednesday(): array {
		$days      = ( (int) $this->today->format( 'N' ) - 3 + 7 ) % 7;
		$wednesday = 24 * ( $days === 0 ? 7 : $days );

		return [ $wednesday + 40, $wednesday + 36, $wednesday + 14, $wednesday - 8, $wednesday - 11, $wednesday - 15 ];
	}
}
