<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Mail\WordPressMailer;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Assembly;
use Amicable\Runs\Run;
use Amicable\Runs\StartOptions;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Killed;
use Amicable\Tests\Support\Processes;
use PHPUnit\Framework\Attributes\DataProvider;
use TypeError;

/** The one mail that a customer gets: what it says, in which language, and that it is never sent twice by itself. */
final class ReceiptMailTest extends RunsTestCase {

	use AssertsShapes;

	protected function setUp(): void {
		parent::setUp();
		update_option( 'blogname', 'Harbor &amp; Line' );
		$this->house = new Assembly( $this->graph, $this->trap, mailer: new WordPressMailer() );
	}

	public function test_it_lists_what_went_back_and_what_has_ended_after_everything_was_proven(): void {
		$paid = $this->order( [ 'total' => 4900 ] );
		$hand = $this->order( [ 'total' => 1250, 'gateway' => 'toy_manual' ] );
		$this->license( $paid );
		$run = $this->drive( $this->start_with_receipt( $paid, $hand )->id );
		self::assertSame( RunState::NeedsAttention, $run->state );
		self::assertSame( [], $this->outbox->mails, 'Not while a payout waits for a person.' );
		$this->house->control->settle( $run, "refund:{$hand->key()}", 'paid', 'By bank transfer', $this->admin );
		$run = $this->drive( $run->id );

		self::assertSame( RunState::Completed, $run->state );
		self::assertCount( 1, $this->outbox->mails );
		$mail = $this->outbox->mails[0];
		self::assertSame( [ 'buyer@example.com', 'Your refund from Harbor & Line' ], [ $mail['to'], $mail['subject'] ] );
		self::assertStringStartsWith( "Hi Sample,\n", $mail['message'] );
		self::assertMatchesRegularExpression( '/^- Order S-\d+: \$49\.00, by Toy card, on \w+ \d+, \d{4}$/m', $mail['message'] );
		self::assertMatchesRegularExpression( '/^- Order S-\d+: \$12\.50, which we send to you ourselves/m', $mail['message'] );
		self::assertStringContainsString( 'These licenses have ended', $mail['message'] );
		self::assertStringContainsString( 'You may keep using the version you have', $mail['message'] );
	}

	public function test_nobody_is_written_to_unless_somebody_says_so(): void {
		$this->drive( $this->start_refund( $this->order() )->id );

		self::assertSame( [], $this->outbox->mails );
	}

	public function test_what_is_shown_before_is_what_is_sent(): void {
		$order = $this->order();
		wp_set_current_user( $this->admin );
		$plan = $this->json( $this->rest( 'POST', '/offboardings/plan', [ 'customer_id' => $this->customer_of( $order ), 'kind' => 'refund', 'scope' => [ 'orders' => [ $order->to_array() ] ] ], [ 'X-Amicable-Mode' => 'practice' ] ) );
		self::assert_shape( 'offboardings.plan', $plan );
		$this->drive( $this->start_with_receipt( $order )->id );

		self::assertSame( [ $plan['receipt']['to'], $plan['receipt']['subject'], $plan['receipt']['text'] ], [ $this->outbox->mails[0]['to'], $this->outbox->mails[0]['subject'], $this->outbox->mails[0]['message'] ] );
	}

	public function test_practice_sends_nothing_and_says_so(): void {
		$this->house = new Assembly( $this->graph, $this->trap );
		$order       = $this->order();
		$run         = $this->drive( $this->start_with_receipt( $order )->id );

		self::assertSame( [], $this->outbox->mails );
		self::assertSame( [ StepState::Done, 'Practice sends no mail.' ], [ $this->mail_of( $run )->state, $this->mail_of( $run )->message ] );
	}

	public function test_it_is_written_in_the_language_of_the_customer_whatever_the_site_speaks(): void {
		$file   = (string) tempnam( sys_get_temp_dir(), 'amicable-language' );
		$folder = "$file.d";
		mkdir( $folder );
		file_put_contents( "$folder/amicable-ko_KR.l10n.php", '<?php return [ "domain" => "amicable", "language" => "ko_KR", "messages" => [ "Hi %s," => "%s님, 안녕하세요." ] ];' );
		$language = new \Amicable\Mail\Language( $folder );
		$hello    = static fn (): string => sprintf( __( 'Hi %s,', 'amicable' ), '김하나' );

		self::assertSame( '김하나님, 안녕하세요.', $language->in( 'ko_KR', $hello ) );
		self::assertSame( 'Hi 김하나,', $hello(), 'The site speaks its own language again.' );
		self::assertSame( 'Hi 김하나,', $language->in( 'en_US', $hello ) );
		self::assertSame( [ 'ko_KR', 'tr_TR', 'en_US', 'tr_TR' ], [ \Amicable\Mail\Language::choose( 'ko' ), \Amicable\Mail\Language::choose( null, '', 'tr_TR' ), \Amicable\Mail\Language::choose( 'de_DE' ), \Amicable\Mail\Language::choose( 'fr', 'tr' ) ] );
		unlink( "$folder/amicable-ko_KR.l10n.php" );
		rmdir( $folder );
		unlink( $file );
	}

	public function test_a_mail_that_the_site_refuses_waits_for_a_person(): void {
		add_filter( 'pre_wp_mail', '__return_false', PHP_INT_MAX );
		$run = $this->drive( $this->start_with_receipt( $this->order() )->id );
		self::assertSame( [ StepState::Manual, RunState::NeedsAttention ], [ $this->mail_of( $run )->state, $run->state ] );
		$this->house->control->settle( $run, $this->mail_of( $run )->key, 'not_paid', 'They wrote first', $this->admin );

		self::assertSame( RunState::Completed, $this->drive( $run->id )->state, 'A run does not hang on a mail.' );
		self::assertSame( StepState::Failed, $this->mail_of( $run )->state );
	}

	public function test_another_plugin_that_breaks_while_it_is_sent_makes_it_unknown_and_never_sent_again_by_itself(): void {
		$sent = 0;
		add_filter(
			'pre_wp_mail',
			static function () use ( &$sent ): never {
				++$sent;
				throw new TypeError( 'Broke after it was handed over.' );
			},
			1
		);
		$run = $this->drive( $this->start_with_receipt( $this->order() )->id );
		self::assertSame( [ StepState::Unknown, RunState::NeedsAttention, 1 ], [ $this->mail_of( $run )->state, $run->state, $sent ] );
		$this->house->control->resume( $run, $this->admin );
		self::assertSame( RunState::NeedsAttention, $this->drive( $run->id )->state );
		self::assertSame( 1, $sent );
	}

	/** @return iterable<string, array{string, int, StepState}> Where it is cut off, how many mails there are then, and what is known. */
	public static function cuts(): iterable {
		yield 'before it was taken'        => [ 'receipt_mail.before', 1, StepState::Done ];
		yield 'taken and nothing asked'    => [ 'receipt_mail.claimed', 1, StepState::Done ];
		yield 'sent and not written down'  => [ 'receipt_mail.acted', 1, StepState::Unknown ];
		yield 'sent and written down'      => [ 'receipt_mail.recorded', 1, StepState::Done ];
	}

	#[DataProvider( 'cuts' )]
	public function test_a_worker_killed_around_the_mail_sends_no_second_one( string $point, int $mails, StepState $known ): void {
		if ( ! function_exists( 'pcntl_fork' ) || ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'This PHP cannot start processes (pcntl, posix).' );
		}
		$post = (string) tempnam( sys_get_temp_dir(), 'amicable-post' );
		add_filter(
			'pre_wp_mail',
			static function () use ( $post ): bool {
				file_put_contents( $post, "mail\n", FILE_APPEND );

				return true;
			},
			1
		);
		$run = $this->start_with_receipt( $this->order() );
		Processes::at_once( [ fn () => $this->drive_until( $run, $point ) ] );
		$this->clock->forward( 601 );
		$run = $this->drive( $run->id );

		self::assertSame( $known, $this->mail_of( $run )->state );
		self::assertCount( $mails, (array) file( $post ) );
		self::assertSame( $known === StepState::Unknown ? RunState::NeedsAttention : RunState::Completed, $run->state );
		unlink( $post );
	}

	private function drive_until( Run $run, string $point ): void {
		$killer = new class( $point ) implements \Amicable\Runs\Checkpoint {
			public function __construct( private readonly string $point ) {
			}

			public function reach( string $point ): void {
				if ( $point === $this->point ) {
					Processes::kill_this_one();
				}
			}
		};
		$this->house = new Assembly( $this->graph, $killer, mailer: new WordPressMailer() );
		$this->drive( $run->id );
		throw new Killed( 'Nobody was killed.' );
	}

	private function start_with_receipt( OrderRef ...$orders ): Run {
		return $this->start( $this->plan( $this->customer_of( $orders[0] ), Kind::Refund, Scope::orders( ...$orders ) ), options: new StartOptions( receipt: true ) );
	}

	private function mail_of( Run $run ): \Amicable\Offboarding\Step {
		return $this->step( $run, "receipt_mail:amicable:$run->customer_id" );
	}
}
