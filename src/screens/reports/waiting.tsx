import { __, _n, sprintf } from '@wordpress/i18n';
import { TierBadge } from '../../components/badge';
import { DataTable, type Column } from '../../components/data-table';
import { Panel } from '../../components/panel';
import type { Report, WaitingTicket } from '../../data/reports/schema';
import { formatDateTime } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { Cut, Who } from './listed';

const Subject = ( { ticket: { subject, url } }: { ticket: WaitingTicket } ) => {
	const named = subject || __( 'Without a subject', 'amicable' );
	return url ? <a href={ url }>{ named }</a> : <span>{ named }</span>;
};

const columns = (): Column< WaitingTicket >[] => [
	{
		id: 'customer',
		label: __( 'Customer', 'amicable' ),
		render: ( ticket ) => (
			<>
				<Who { ...ticket } /> { ticket.high_value && <TierBadge tier="high_value" /> }
			</>
		),
	},
	{
		id: 'subject',
		label: __( 'Ticket', 'amicable' ),
		render: ( ticket ) => <Subject ticket={ ticket } />,
	},
	{
		id: 'since',
		label: __( 'Waiting since', 'amicable' ),
		render: ( { since } ) => formatDateTime( since ),
	},
];

const titleOf = ( hours: number ) =>
	sprintf(
		/* translators: %s: number of hours. */
		_n(
			'Waiting for us for more than %s hour',
			'Waiting for us for more than %s hours',
			hours,
			'amicable'
		),
		formatNumber( hours )
	);

/** The customer wrote last, and longer ago than the owner means to take. */
export function Waiting( { report: { waiting, reply_target_hours: hours } }: { report: Report } ) {
	return (
		<Panel id="amicable-reports-waiting" title={ titleOf( hours ) }>
			{ waiting.count === 0 ? (
				<p>{ __( 'Nobody waits longer than you mean to take.', 'amicable' ) }</p>
			) : (
				<>
					<p>
						{ __(
							'The customer wrote last. High value and angry messages come first, then whoever has waited longest.',
							'amicable'
						) }
					</p>
					<DataTable
						caption={ __( 'Tickets that wait for an answer', 'amicable' ) }
						isCaptionHidden
						columns={ columns() }
						rows={ waiting.rows }
						keyOf={ ( { id } ) => id }
					/>
					<Cut shown={ waiting.rows.length } of={ waiting.count } />
				</>
			) }
		</Panel>
	);
}
