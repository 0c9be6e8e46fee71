import { __, _x } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import { Panel } from '../../components/panel';
import type { DisputeSheet } from '../../data/disputes/schema';
import { formatDate, formatDateTime } from '../../format/dates';
import { formatList } from '../../format/list';
import { formatNumber } from '../../format/numbers';

type Props< Row > = {
	id: string;
	title: string;
	none: string;
	columns: Column< Row >[];
	rows: Row[];
	keyOf: ( row: Row ) => string | number;
};

function List< Row >( { id, title, none, rows, ...table }: Props< Row > ) {
	return (
		<Panel id={ id } title={ title }>
			{ rows.length === 0 ? (
				<p className="amicable-muted">{ none }</p>
			) : (
				<DataTable caption={ title } isCaptionHidden rows={ rows } { ...table } />
			) }
		</Panel>
	);
}

type Sheet = { sheet: DisputeSheet };

const Downloads = ( { sheet: { downloads } }: Sheet ) => (
	<List
		id="amicable-dispute-downloads"
		title={ __( 'Files that were fetched', 'amicable' ) }
		none={ __( 'No fetched file is on record.', 'amicable' ) }
		rows={ downloads }
		keyOf={ ( { at, file, ip } ) => `${ at } ${ file } ${ ip }` }
		columns={ [
			{
				id: 'at',
				label: _x( 'When', 'time of an event', 'amicable' ),
				render: ( { at } ) => formatDateTime( at ),
			},
			{ id: 'file', label: __( 'File', 'amicable' ), render: ( { file } ) => file },
			{ id: 'ip', label: __( 'From IP address', 'amicable' ), render: ( { ip } ) => ip },
		] }
	/>
);

const Licenses = ( { sheet: { licenses } }: Sheet ) => (
	<List
		id="amicable-dispute-licenses"
		title={ __( 'Licenses and where they are in use', 'amicable' ) }
		none={ __( 'No license hangs on this order.', 'amicable' ) }
		rows={ licenses }
		keyOf={ ( { masked } ) => masked }
		columns={ [
			{ id: 'key', label: __( 'License', 'amicable' ), render: ( { masked } ) => masked },
			{
				id: 'product',
				label: __( 'Product', 'amicable' ),
				render: ( { product } ) => product,
			},
			{
				id: 'sites',
				label: __( 'Sites', 'amicable' ),
				render: ( { sites } ) =>
					sites.length === 0
						? _x( 'none', 'sites of a license', 'amicable' )
						: formatList( sites ),
			},
		] }
	/>
);

const Tickets = ( { sheet: { tickets } }: Sheet ) => (
	<List
		id="amicable-dispute-tickets"
		title={ __( 'What was written', 'amicable' ) }
		none={ __( 'No conversation is known.', 'amicable' ) }
		rows={ tickets }
		keyOf={ ( { id } ) => id }
		columns={ [
			{
				id: 'subject',
				label: __( 'Subject', 'amicable' ),
				render: ( { subject, url } ) => ( url ? <a href={ url }>{ subject }</a> : subject ),
			},
			{
				id: 'at',
				label: _x( 'Written', 'date of a ticket', 'amicable' ),
				render: ( { created_at: at } ) => formatDate( at ),
			},
			{
				id: 'answers',
				label: __( 'Our answers', 'amicable' ),
				isNumber: true,
				render: ( { answers } ) => formatNumber( answers ),
			},
			{
				id: 'last',
				label: __( 'Last answer', 'amicable' ),
				render: ( { last_agent_at: at } ) => ( at === null ? '–' : formatDate( at ) ),
			},
		] }
	/>
);

const Notices = ( { sheet: { notices } }: Sheet ) => (
	<List
		id="amicable-dispute-notices"
		title={ __( 'Notices that were sent', 'amicable' ) }
		none={ __( 'No notice is on record.', 'amicable' ) }
		rows={ notices }
		keyOf={ ( { at, what } ) => `${ at } ${ what }` }
		columns={ [
			{
				id: 'at',
				label: _x( 'When', 'time of an event', 'amicable' ),
				render: ( { at } ) => formatDateTime( at ),
			},
			{
				id: 'what',
				label: _x( 'What', 'which notice was sent', 'amicable' ),
				render: ( { what } ) => what,
			},
		] }
	/>
);

const Terms = ( { sheet: { terms } }: Sheet ) => (
	<List
		id="amicable-dispute-terms"
		title={ __( 'Terms', 'amicable' ) }
		none={ __( 'The shop names no terms.', 'amicable' ) }
		rows={ terms }
		keyOf={ ( { label } ) => label }
		columns={ [
			{
				id: 'terms',
				label: __( 'Terms', 'amicable' ),
				render: ( { label, url } ) => ( url ? <a href={ url }>{ label }</a> : label ),
			},
			{
				id: 'agreed',
				label: __( 'Agreed to', 'amicable' ),
				render: ( { agreed_at: at } ) =>
					at === null ? __( 'not on record', 'amicable' ) : formatDateTime( at ),
			},
		] }
	/>
);

export const Lists = ( props: Sheet ) => (
	<>
		<Downloads { ...props } />
		<Licenses { ...props } />
		<Tickets { ...props } />
		<Notices { ...props } />
		<Terms { ...props } />
	</>
);
