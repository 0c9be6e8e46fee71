import { __, _n, sprintf } from '@wordpress/i18n';
import type { Run } from '../../data/offboardings/schema';
import { formatDateTime } from '../../format/dates';

type Round = Run[ 'rounds' ][ number ];

function words( { due_at: due, checked_at: at, open }: Round ): string {
	if ( ! at ) {
		/* translators: %s: date and time. */
		return sprintf( __( 'Will be looked at again on %s', 'amicable' ), formatDateTime( due ) );
	}
	return open
		? sprintf(
				/* translators: 1: date and time, 2: number of things. */
				_n( '%1$s: %2$d thing open', '%1$s: %2$d things open', open, 'amicable' ),
				formatDateTime( at ),
				open
			)
		: sprintf(
				/* translators: %s: date and time. */
				__( '%s: nothing open', 'amicable' ),
				formatDateTime( at )
			);
}

const stateOf = ( { checked_at: at, open }: Round ) => {
	if ( ! at ) {
		return 'outside';
	}
	return open ? 'open' : 'clear';
};

/** Gateways fail and licenses wake up days later, so a receipt is judged three times more before it is called final. */
export function Rounds( { run }: { run: Run } ) {
	if ( run.rounds.length === 0 ) {
		return null;
	}
	return (
		<div className="amicable-run__rounds">
			{ run.stamped_at && (
				<p className="amicable-run__stamp">
					{ sprintf(
						/* translators: %s: date and time. */
						__( 'Final: still nothing open a week later, on %s.', 'amicable' ),
						formatDateTime( run.stamped_at )
					) }
				</p>
			) }
			<ul>
				{ run.rounds.map( ( round ) => (
					<li key={ round.due_at }>
						<span className={ `amicable-run__state is-${ stateOf( round ) }` }>
							{ words( round ) }
						</span>
					</li>
				) ) }
			</ul>
		</div>
	);
}
