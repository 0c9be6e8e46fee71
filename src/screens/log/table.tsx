import { Button } from '@wordpress/components';
import { __, _x, sprintf } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import type { LogEntry } from '../../data/log/schema';
import type { LogFilter } from '../../data/log/store';
import { formatDateTime } from '../../format/dates';
import { Link } from '../../router/link';
import { objectOf, whoOf } from './words';

type Props = { entries: LogEntry[]; onOnly: ( only: LogFilter ) => void };

const Only = ( { label, onClick }: { label: string; onClick: () => void } ) => (
	<Button
		variant="link"
		onClick={ onClick }
		/* translators: %s: what a list will show only. */
		aria-label={ sprintf( __( 'Only: %s', 'amicable' ), label ) }
	>
		{ label }
	</Button>
);

/** What it was about, with a way there where it has a page. */
function About( { object, object_id: id }: LogEntry ) {
	if ( object === 'case' && id > 0 ) {
		return (
			<Link to="case" of={ id }>
				{ sprintf(
					/* translators: %d: number of a case. */ __( 'Case %d', 'amicable' ),
					id
				) }
			</Link>
		);
	}
	if ( object === 'run' && id > 0 ) {
		return (
			<Link to="run" of={ id }>
				{ sprintf(
					/* translators: %d: number of a run. */ __( 'Run %d', 'amicable' ),
					id
				) }
			</Link>
		);
	}
	return <>{ objectOf( object, id ) }</>;
}

const Details = ( { entry }: { entry: LogEntry } ) =>
	entry.erased ? (
		<span className="amicable-muted">{ __( 'erased', 'amicable' ) }</span>
	) : (
		<dl className="amicable-log__details">
			{ entry.details.map( ( { label, value, url } ) => (
				<div key={ label } style={ { display: 'contents' } }>
					<dt>{ label }</dt>
					<dd>{ url ? <a href={ url }>{ value }</a> : value }</dd>
				</div>
			) ) }
		</dl>
	);

const columns = ( onOnly: Props[ 'onOnly' ] ): Column< LogEntry >[] => [
	{
		id: 'id',
		label: _x( 'Row', 'number of a row in the log', 'amicable' ),
		isNumber: true,
		render: ( { id } ) => <span id={ `amicable-log-${ id }` }>{ id }</span>,
	},
	{
		id: 'at',
		label: _x( 'When', 'column of the log', 'amicable' ),
		render: ( { at } ) => <time dateTime={ at }>{ formatDateTime( at ) }</time>,
	},
	{
		id: 'who',
		label: _x( 'Who', 'column of the log', 'amicable' ),
		render: ( entry ) => (
			<Only label={ whoOf( entry ) } onClick={ () => onOnly( { user_id: entry.user_id } ) } />
		),
	},
	{
		id: 'what',
		label: _x( 'What', 'column of the log', 'amicable' ),
		render: ( { what, label } ) => (
			<Only label={ label } onClick={ () => onOnly( { what } ) } />
		),
	},
	{
		id: 'about',
		label: _x( 'About', 'column of the log', 'amicable' ),
		render: ( entry ) => <About { ...entry } />,
	},
	{
		id: 'customer',
		label: __( 'Customer', 'amicable' ),
		render: ( { customer_id: customer, customer_name: name } ) =>
			customer === null ? null : (
				<Only
					label={
						name ??
						/* translators: %d: number of a customer. */
						sprintf( __( 'Customer %d', 'amicable' ), customer )
					}
					onClick={ () => onOnly( { customer_id: customer } ) }
				/>
			),
	},
	{
		id: 'details',
		label: __( 'Details', 'amicable' ),
		render: ( entry ) => <Details entry={ entry } />,
	},
];

export const LogTable = ( { entries, onOnly }: Props ) => (
	<DataTable
		caption={ __( 'Log', 'amicable' ) }
		isCaptionHidden
		columns={ columns( onOnly ) }
		rows={ entries }
		keyOf={ ( { id } ) => id }
	/>
);
