import { Button, TextControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import type { Obligation, Run } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';
import { formatDateTime } from '../../format/dates';
import { Rounds } from './rounds';
import { scopeNames } from './words';

const stateNames = (): Record< Obligation[ 'state' ], string > => ( {
	clear: _x( 'Clear', 'nothing is left open', 'amicable' ),
	open: _x( 'Open', 'left to do', 'amicable' ),
	accepted: _x( 'Accepted', 'left open on purpose', 'amicable' ),
	outside: __( 'Outside this run', 'amicable' ),
	not_covered: __( 'Not covered', 'amicable' ),
} );

/** Something stays open on purpose: who says so, and why. */
function Accept( { runId, obligation }: { runId: number; obligation: Obligation } ) {
	const { accept } = useDispatch( offboardingsStore );
	const [ reason, setReason ] = useState( '' );
	const [ error, setError ] = useState< unknown >();
	const { check, ref } = obligation;
	return (
		<div className="amicable-run__accept">
			<TextControl
				label={ sprintf(
					/* translators: %d: number of a check. */
					__( 'Why check %d may stay open', 'amicable' ),
					check
				) }
				value={ reason }
				onChange={ setReason }
				maxLength={ 500 }
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			<Button
				variant="secondary"
				disabled={ reason.trim() === '' }
				accessibleWhenDisabled
				onClick={ () =>
					accept( runId, { check, ref, reason: reason.trim() } ).catch( setError )
				}
			>
				{ _x( 'Accept', 'leave it open on purpose', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</div>
	);
}

/** What the proof is judged by: a parting answers for what was chosen, other runs for what they name line by line. */
const judgedBy = ( { scope }: Run ) =>
	scope === 'all' || scope === 'running'
		? sprintf(
				/* translators: %s: what goes back, "Everything paid" or "What still runs". */
				__( 'Judged by: %s.', 'amicable' ),
				scopeNames()[ scope ]
			)
		: '';

/** What the stores said when they were read again: the receipt's second half. */
export function Proof( { run }: { run: Run } ) {
	if ( ! run.proof ) {
		return null;
	}
	const { checked_at: at, obligations } = run.proof;
	const open = obligations.filter( ( { state } ) => state === 'open' ).length;
	return (
		<section className="amicable-run__proof" aria-labelledby="amicable-proof">
			<h2 id="amicable-proof">
				{ open === 0
					? __( 'Nothing left open', 'amicable' )
					: __( 'Still open', 'amicable' ) }
			</h2>
			<p>
				{ sprintf(
					/* translators: %s: date and time. */
					__( 'Read back from the store on %s.', 'amicable' ),
					formatDateTime( at )
				) }{ ' ' }
				{ judgedBy( run ) }
			</p>
			<ul>
				{ obligations.map( ( item, index ) => (
					<li
						key={ `${ item.check }-${ item.ref ?? index }` }
						className={ `amicable-run__line is-${ item.state }` }
					>
						<span className="amicable-run__what">{ item.text }</span>
						<span className={ `amicable-run__state is-${ item.state }` }>
							{ stateNames()[ item.state ] }
						</span>
						{ item.state === 'open' && run.allowed.includes( 'accept' ) && (
							<Accept runId={ run.id } obligation={ item } />
						) }
					</li>
				) ) }
			</ul>
			<Rounds run={ run } />
		</section>
	);
}
