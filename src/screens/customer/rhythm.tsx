import { __, _n, sprintf } from '@wordpress/i18n';
import { monthsOf, rhythmOf } from '../../charts/rhythm';
import { RhythmStrip } from '../../charts/rhythm-strip';
import { DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { Skeleton } from '../../components/skeleton';
import { useCustomerTickets } from '../../data/customers/hooks';
import type { CustomerDetail, CustomerTicket } from '../../data/customers/schema';
import { formatDate, formatMonth } from '../../format/dates';
import { formatNumber } from '../../format/numbers';

/** Half a year. */
const DAYS_SHOWN = 182;

/** Counted from eight tickets on: below that there is no peak worth a word. */
const peak = ( { tickets_peak_14d: most }: CustomerDetail ) =>
	most === null
		? ''
		: sprintf(
				/* translators: %s: number of tickets. */
				_n( 'Most in 14 days: %s', 'Most in 14 days: %s', most, 'amicable' ),
				formatNumber( most )
			);

function lineText( id: 'watch' | 'flag', value: number ): string {
	return id === 'flag'
		? sprintf(
				/* translators: %s: number of tickets. */
				__( 'Dashed line: %s.', 'amicable' ),
				formatNumber( value )
			)
		: sprintf(
				/* translators: %s: number of tickets. */
				__( 'Dotted line: %s.', 'amicable' ),
				formatNumber( value )
			);
}

/** Where the pattern begins, whether or not somebody has reached it. */
const linesOf = ( { rhythm }: CustomerDetail ) =>
	( [ 'watch', 'flag' ] as const ).map( ( id ) => ( { id, value: rhythm[ id ] } ) );

function Strip( { customer, tickets }: { customer: CustomerDetail; tickets: CustomerTicket[] } ) {
	const times = tickets.filter( ( ticket ) => ticket.is_new ).map( ( t ) => t.created_at );
	const days = rhythmOf( times, Date.now(), DAYS_SHOWN, customer.rhythm.days );
	const lines = linesOf( customer );
	const [ first, last ] = [ days[ 0 ], days[ days.length - 1 ] ];
	return (
		<>
			<RhythmStrip days={ days } lines={ lines } />
			<div className="amicable-rhythm__ends amicable-muted">
				<span>{ first && formatDate( new Date( first.at ).toISOString() ) }</span>
				<span>{ last && formatDate( new Date( last.at ).toISOString() ) }</span>
			</div>
			<p className="amicable-muted">
				{ peak( customer ) }{ ' ' }
				{ lines.map( ( { id, value } ) => (
					<span key={ id }>{ lineText( id, value ) } </span>
				) ) }
			</p>
			<details className="amicable-customer__twin">
				<summary>{ __( 'As a table', 'amicable' ) }</summary>
				<DataTable
					caption={ __( 'New tickets by month', 'amicable' ) }
					isCaptionHidden
					rows={ monthsOf( times ) }
					keyOf={ ( { month } ) => month }
					columns={ [
						{
							id: 'month',
							label: __( 'Month', 'amicable' ),
							render: ( { month } ) => formatMonth( month ),
						},
						{
							id: 'count',
							label: __( 'New tickets', 'amicable' ),
							isNumber: true,
							render: ( { count } ) => formatNumber( count ),
						},
					] }
				/>
			</details>
		</>
	);
}

/** When they wrote: a burst after a release looks different from a habit. */
export function Rhythm( { customer }: { customer: CustomerDetail } ) {
	const { page, isLoading } = useCustomerTickets( customer.id );
	return (
		<Panel
			id="amicable-rhythm"
			title={ __( 'Rhythm of new tickets', 'amicable' ) }
			isBusy={ isLoading }
		>
			{ ! page && <Skeleton height={ 72 } /> }
			{ page && page.items.length === 0 && (
				<p>{ __( 'No ticket of theirs is known.', 'amicable' ) }</p>
			) }
			{ page && page.items.length > 0 && (
				<Strip customer={ customer } tickets={ page.items } />
			) }
		</Panel>
	);
}
