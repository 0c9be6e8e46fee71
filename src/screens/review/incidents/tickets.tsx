import { Button, CheckboxControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { Skeleton } from '../../../components/skeleton';
import { useAct } from '../../../components/use-act';
import { useIncident } from '../../../data/incidents/hooks';
import type { Incident, IncidentRow, IncidentTicket } from '../../../data/incidents/schema';
import { incidentsStore } from '../../../data/incidents/store';
import { formatDate } from '../../../format/dates';
import { formatNumber } from '../../../format/numbers';
import { Link } from '../../../router/link';

const because = ( why: IncidentTicket[ 'why' ] ) => {
	switch ( why ) {
		case 'subject':
			return __( 'named in the subject', 'amicable' );
		case 'text':
			return __( 'named in the message', 'amicable' );
		case 'article':
			return __( 'sent to the article', 'amicable' );
		default:
			return '';
	}
};

type RowProps = { ticket: IncidentTicket; isChosen: boolean; onChange: ( is: boolean ) => void };

const Row = ( { ticket, isChosen, onChange }: RowProps ) => (
	<li className="amicable-review__head">
		<CheckboxControl
			__nextHasNoMarginBottom
			label={ ticket.subject || __( 'Ticket without a subject', 'amicable' ) }
			help={ [ formatDate( ticket.at ), because( ticket.why ) ]
				.filter( Boolean )
				.join( ' · ' ) }
			checked={ isChosen }
			onChange={ onChange }
		/>
		<Link to="customer" of={ ticket.customer_id }>
			{ ticket.name }
		</Link>
		{ ticket.url && <a href={ ticket.url }>{ __( 'Open the ticket', 'amicable' ) }</a> }
	</li>
);

const confirmLabel = ( count: number ) =>
	sprintf(
		/* translators: %s: number of tickets. */
		_n( 'Count %s as our fault', 'Count %s as our fault', count, 'amicable' ),
		formatNumber( count )
	);

function Choice( { incident }: { incident: Incident } ) {
	const [ left, setLeft ] = useState< number[] >( [] );
	const { decide } = useDispatch( incidentsStore );
	const { act, isBusy, error } = useAct();
	const tickets = incident.tickets
		.map( ( { id } ) => id )
		.filter( ( id ) => ! left.includes( id ) );
	const choose = ( id: number, is: boolean ) =>
		setLeft( is ? left.filter( ( one ) => one !== id ) : [ ...left, id ] );
	const { id, version } = incident;
	return (
		<>
			<ul className="amicable-review__list">
				{ incident.tickets.map( ( ticket ) => (
					<Row
						key={ ticket.id }
						ticket={ ticket }
						isChosen={ ! left.includes( ticket.id ) }
						onChange={ ( is ) => choose( ticket.id, is ) }
					/>
				) ) }
			</ul>
			<div>
				<Button
					variant="primary"
					size="compact"
					isBusy={ isBusy }
					disabled={ isBusy || tickets.length === 0 }
					accessibleWhenDisabled
					onClick={ () =>
						act( () => decide( id, { action: 'confirm', version, tickets } ) )
					}
				>
					{ confirmLabel( tickets.length ) }
				</Button>
			</div>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'This was not saved.', 'amicable' ) } error={ error } />
			) }
		</>
	);
}

/** All are chosen until somebody says otherwise; nothing counts before the button is pressed. */
export function IncidentTickets( { incident: { id } }: { incident: IncidentRow } ) {
	const { incident, error, isLoading } = useIncident( id );
	if ( error ) {
		return (
			<ErrorNotice
				message={ __( 'The tickets could not be loaded.', 'amicable' ) }
				error={ error }
			/>
		);
	}
	if ( ! incident ) {
		return isLoading ? <Skeleton lines={ 3 } /> : null;
	}
	if ( incident.tickets.length === 0 ) {
		return (
			<p className="amicable-muted">
				{ __( 'No further ticket of those days names it.', 'amicable' ) }
			</p>
		);
	}
	return <Choice key={ incident.version } incident={ incident } />;
}
