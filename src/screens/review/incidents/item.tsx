import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import type { IncidentRow } from '../../../data/incidents/schema';
import { incidentsStore } from '../../../data/incidents/store';
import { formatDate } from '../../../format/dates';
import { formatNumber } from '../../../format/numbers';
import { IncidentTickets } from './tickets';

const people = ( count: number ) =>
	sprintf(
		/* translators: %s: number of customers. */
		_n(
			'%s customer wrote about this within three days. Did something of ours break?',
			'%s customers wrote about this within three days. Did something of ours break?',
			count,
			'amicable'
		),
		formatNumber( count )
	);

const counted = ( count: number ) =>
	sprintf(
		/* translators: %s: number of tickets. */
		_n(
			'%s ticket is not counted against anybody.',
			'%s tickets are not counted against anybody.',
			count,
			'amicable'
		),
		formatNumber( count )
	);

const days = ( { from, until }: IncidentRow ) =>
	until
		? sprintf(
				/* translators: 1: first day, 2: last day. */
				__( '%1$s to %2$s', 'amicable' ),
				formatDate( from ),
				formatDate( until )
			)
		: sprintf(
				/* translators: %s: first day. */
				__( 'since %s', 'amicable' ),
				formatDate( from )
			);

function Deeds( { incident }: { incident: IncidentRow } ) {
	const { decide } = useDispatch( incidentsStore );
	const { act, isBusy, error } = useAct();
	const { id, version, state } = incident;
	return (
		<>
			<div className="amicable-review__head">
				{ state === 'open' && ! incident.until && (
					<Button
						variant="secondary"
						size="compact"
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ () => act( () => decide( id, { action: 'end', version } ) ) }
					>
						{ __( 'It is mended', 'amicable' ) }
					</Button>
				) }
				<Button
					variant="tertiary"
					size="compact"
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => act( () => decide( id, { action: 'remove', version } ) ) }
				>
					{ state === 'proposed'
						? __( 'Nothing of ours broke', 'amicable' )
						: __( 'Take this back', 'amicable' ) }
				</Button>
			</div>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'This was not saved.', 'amicable' ) } error={ error } />
			) }
		</>
	);
}

export function IncidentItem( { incident }: { incident: IncidentRow } ) {
	const isProposed = incident.state === 'proposed';
	const [ isOpen, setOpen ] = useState( isProposed );
	return (
		<li className="amicable-review__item">
			<div className="amicable-review__head">
				<strong>{ incident.about }</strong>
				<span className="amicable-muted">{ days( incident ) }</span>
			</div>
			<span>{ isProposed ? people( incident.people ) : counted( incident.counted ) }</span>
			{ isOpen ? (
				<IncidentTickets incident={ incident } />
			) : (
				<div>
					<Button variant="link" onClick={ () => setOpen( true ) }>
						{ __( 'Tickets that belong to it', 'amicable' ) }
					</Button>
				</div>
			) }
			<Deeds incident={ incident } />
		</li>
	);
}
