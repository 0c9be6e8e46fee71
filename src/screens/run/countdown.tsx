import { useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Run } from '../../data/offboardings/schema';
import { formatDateTime } from '../../format/dates';
import { isDue, refundsOf } from './view';

/** The time of now, again every so many seconds. */
function useNow( seconds: number ): number {
	const [ now, setNow ] = useState( () => Date.now() );
	useEffect( () => {
		const timer = setInterval( () => setNow( Date.now() ), seconds * 1000 );
		return () => clearInterval( timer );
	}, [ seconds ] );
	return now;
}

const remaining = ( seconds: number ) => {
	const minutes = Math.ceil( seconds / 60 );
	return seconds < 60
		? sprintf(
				/* translators: %d: number of seconds. */
				_n( 'It begins in %d second.', 'It begins in %d seconds.', seconds, 'amicable' ),
				seconds
			)
		: sprintf(
				/* translators: %d: number of minutes. */
				_n( 'It begins in %d minute.', 'It begins in %d minutes.', minutes, 'amicable' ),
				minutes
			);
};

/** What a run waits for that was let go and has not begun: how long, and what it will do then. A clock that ticks is read out by nobody. */
export function Countdown( { run }: { run: Run } ) {
	const now = useNow( 1 );
	if ( run.state !== 'scheduled' || ! run.start_at ) {
		return null;
	}
	const seconds = Math.max( 0, Math.ceil( ( Date.parse( run.start_at ) - now ) / 1000 ) );
	const refunds = refundsOf( run );
	return (
		<div className="amicable-run__countdown">
			<p>
				<span aria-hidden="true">
					{ isDue( run, now )
						? __( 'It begins now.', 'amicable' )
						: remaining( seconds ) }{ ' ' }
				</span>
				{ sprintf(
					/* translators: %s: date and time. */
					__( 'It begins by itself on %s.', 'amicable' ),
					formatDateTime( run.start_at )
				) }
			</p>
			<p>
				{ refunds === 0
					? __( 'Then it does what is listed below; no money moves.', 'amicable' )
					: sprintf(
							/* translators: %d: number of orders. */
							_n(
								'Then %d order is paid back, and what is listed below ends.',
								'Then %d orders are paid back, and what is listed below ends.',
								refunds,
								'amicable'
							),
							refunds
						) }
			</p>
		</div>
	);
}
