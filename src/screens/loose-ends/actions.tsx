import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { LinkButton } from '../../components/link-button';
import { can } from '../../data/boot';
import type { LooseEnd } from '../../data/loose_ends/schema';
import { Link } from '../../router/link';
import { LeaveDialog } from './leave-dialog';

const said = ( { who, reason }: LooseEnd ) =>
	sprintf(
		/* translators: 1: name of a person, 2: what they wrote. */
		__( '%1$s: %2$s', 'amicable' ),
		who ?? __( 'Somebody who left', 'amicable' ),
		reason ?? ''
	);

/** What can be done about one loose end: finish it by a plan, or leave it with a reason. */
export function LooseEndActions( { end }: { end: LooseEnd } ) {
	const [ isLeaving, setLeaving ] = useState( false );
	if ( end.state !== 'open' ) {
		return end.state === 'left' ? <span>{ said( end ) }</span> : null;
	}
	if ( end.run_id !== null ) {
		return (
			<Link to="run" of={ end.run_id }>
				{ __( 'A run is at work on it', 'amicable' ) }
			</Link>
		);
	}
	if ( ! can( 'amicable_offboard' ) ) {
		return null;
	}
	const ends = { customer: String( end.customer_id ), kind: 'finish', ends: String( end.id ) };
	return (
		<div className="amicable-actions">
			<LinkButton variant="primary" to="run" params={ ends }>
				{ __( 'Finish…', 'amicable' ) }
			</LinkButton>
			<Button __next40pxDefaultSize variant="tertiary" onClick={ () => setLeaving( true ) }>
				{ __( 'Leave it, it was a courtesy…', 'amicable' ) }
			</Button>
			{ isLeaving && <LeaveDialog end={ end } onClose={ () => setLeaving( false ) } /> }
		</div>
	);
}
