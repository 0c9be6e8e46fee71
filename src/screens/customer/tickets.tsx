import { useDispatch } from '@wordpress/data';
import { __, _x, sprintf } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import { MoneyText } from '../../components/money-text';
import { Unknown } from '../../components/unknown';
import { can } from '../../data/boot';
import { useCustomerTickets } from '../../data/customers/hooks';
import { listsStore } from '../../data/customers/lists-store';
import type { CustomerDetail, CustomerTicket } from '../../data/customers/schema';
import { formatDate } from '../../format/dates';
import { formatSeconds } from '../../format/duration';
import { formatList } from '../../format/list';
import { signed } from '../../format/money';
import { causeNames, channelNames, ticketStatusNames } from '../../format/words';
import { TabList } from './tab-list';

const waits = ( since: string ) =>
	/* translators: %s: date. */
	sprintf( __( 'waits for us since %s', 'amicable' ), formatDate( since ) );

/** What makes a ticket count differently, said where it stands. */
function remarks( ticket: CustomerTicket ): string[] {
	return [
		ticket.cause ? causeNames()[ ticket.cause ] : '',
		ticket.before_purchase ? __( 'before the first order', 'amicable' ) : '',
		ticket.duplicate_of ? __( 'belongs to another ticket', 'amicable' ) : '',
		ticket.waiting_since ? waits( ticket.waiting_since ) : '',
	].filter( Boolean );
}

const Subject = ( { ticket }: { ticket: CustomerTicket } ) => {
	const subject = ticket.subject || __( 'Without a subject', 'amicable' );
	return (
		<>
			{ ticket.url ? <a href={ ticket.url }>{ subject }</a> : subject }
			<br />
			<span className="amicable-muted">
				{ formatList( [
					channelNames()[ ticket.channel ],
					ticketStatusNames()[ ticket.status ],
					...remarks( ticket ),
				] ) }
			</span>
		</>
	);
};

const Docs = ( { answered }: { answered: boolean | null } ) => {
	if ( answered === null ) {
		return <Unknown />;
	}
	return <>{ answered ? __( 'yes', 'amicable' ) : __( 'no', 'amicable' ) }</>;
};

const columns = (): Column< CustomerTicket >[] => [
	{
		id: 'subject',
		label: __( 'Ticket', 'amicable' ),
		render: ( ticket ) => <Subject ticket={ ticket } />,
	},
	{
		id: 'at',
		label: _x( 'Opened', 'date of a ticket', 'amicable' ),
		render: ( ticket ) => formatDate( ticket.created_at ),
	},
	{
		id: 'docs',
		label: __( 'In the docs', 'amicable' ),
		render: ( ticket ) => <Docs answered={ ticket.docs_answered } />,
	},
	{
		id: 'time',
		label: __( 'Time', 'amicable' ),
		isNumber: true,
		render: ( { seconds, measured } ) =>
			signed( formatSeconds( seconds ), { approximate: ! measured } ),
	},
	...( can( 'amicable_money' )
		? [
				{
					id: 'cost',
					label: __( 'Cost', 'amicable' ),
					isNumber: true,
					render: ( { money, measured }: CustomerTicket ) => (
						<MoneyText money={ money?.cost } approximate={ ! measured } />
					),
				},
			]
		: [] ),
];

export function Tickets( { customer: { id } }: { customer: CustomerDetail } ) {
	const { invalidateResolution } = useDispatch( listsStore );
	return (
		<TabList
			customer={ id }
			useList={ useCustomerTickets }
			onRetry={ ( of ) => invalidateResolution( 'getTickets', of ) }
			failed={ __( 'The tickets could not be loaded.', 'amicable' ) }
			empty={ __( 'No ticket of theirs is known.', 'amicable' ) }
		>
			{ ( tickets ) => (
				<DataTable
					caption={ __( 'Tickets', 'amicable' ) }
					isCaptionHidden
					columns={ columns() }
					rows={ tickets }
					keyOf={ ( ticket ) => ticket.id }
				/>
			) }
		</TabList>
	);
}
