import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Chance, Entry } from '../../../data/chances/schema';
import { useCustomerTimeline } from '../../../data/customers/hooks';
import type { TimelineEntry } from '../../../data/customers/schema';
import { formatDate, formatDateTime } from '../../../format/dates';
import { ClaimDialog } from './claim-dialog';
import { claimRows, type ClaimRow } from './claim-rows';

const Logged = ( { entry: { title, url, at } }: { entry: TimelineEntry } ) => (
	<li>
		{ url ? <a href={ url }>{ title }</a> : title }{ ' ' }
		<span className="amicable-muted">{ formatDateTime( at ) }</span>
	</li>
);

type RowProps = { row: ClaimRow; onFind: ( claim: Entry ) => void };

const older = () =>
	__( 'Our log was read only of newer days; the customer’s page has all of it.', 'amicable' );

const Row = ( { row: { claim, found, logged, isOlder }, onFind }: RowProps ) => (
	<tr>
		<th scope="row">
			{ claim.on && <p className="amicable-muted">{ formatDate( claim.on ) }</p> }
			<p className="amicable-chance__note">{ claim.note }</p>
		</th>
		<td>
			{ found.map( ( { id, note } ) => (
				<p key={ id } className="amicable-chance__note">
					{ note }
				</p>
			) ) }
			{ isOlder && <p className="amicable-muted">{ older() }</p> }
			{ logged.length > 0 && (
				<ul>
					{ logged.map( ( entry ) => (
						<Logged key={ entry.id } entry={ entry } />
					) ) }
				</ul>
			) }
			<Button
				variant="secondary"
				size="compact"
				aria-label={ sprintf(
					/* translators: %s: what a customer says, in their words. */
					__( 'Write what we find: %s', 'amicable' ),
					claim.note
				) }
				onClick={ () => onFind( claim ) }
			>
				{ __( 'Write what we find', 'amicable' ) }
			</Button>
		</td>
	</tr>
);

/** What they say happened beside what our own records show, in the order of the days. */
export function Claims( { chance, customer }: { chance: Chance; customer: number } ) {
	const { page } = useCustomerTimeline( customer );
	const [ asked, setAsked ] = useState< Entry >();
	const rows = claimRows( chance.entries, page?.items ?? [], ( page?.totalPages ?? 1 ) > 1 );
	return rows.length === 0 ? null : (
		<div className="amicable-chance__claims">
			<h3>{ __( 'What they say, and what we find', 'amicable' ) }</h3>
			<table>
				<thead>
					<tr>
						<th scope="col">{ __( 'They say', 'amicable' ) }</th>
						<th scope="col">{ __( 'Our records', 'amicable' ) }</th>
					</tr>
				</thead>
				<tbody>
					{ rows.map( ( row ) => (
						<Row key={ row.claim.id } row={ row } onFind={ setAsked } />
					) ) }
				</tbody>
			</table>
			{ asked && (
				<ClaimDialog
					chance={ chance }
					claim={ asked }
					onClose={ () => setAsked( undefined ) }
				/>
			) }
		</div>
	);
}
