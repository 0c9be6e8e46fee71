import { __, sprintf } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import { can } from '../../data/boot';
import type { LooseEnd } from '../../data/loose_ends/schema';
import { formatDate } from '../../format/dates';
import { formatMoney } from '../../format/money';
import { Link } from '../../router/link';
import { LooseEndActions } from './actions';

const Order = ( { end }: { end: LooseEnd } ) =>
	end.order_url ? (
		<a href={ end.order_url }>{ end.order_number }</a>
	) : (
		<span>{ end.order_number }</span>
	);

const What = ( { end }: { end: LooseEnd } ) => (
	<>
		<span>{ end.text }</span>
		{ end.next_at && (
			<span className="amicable-muted amicable-loose-ends__next">
				{ sprintf(
					/* translators: %s: date. */
					__( 'Next charge on %s', 'amicable' ),
					formatDate( end.next_at )
				) }
			</span>
		) }
	</>
);

const columns = (): Column< LooseEnd >[] => [
	{
		id: 'order',
		label: __( 'Order', 'amicable' ),
		render: ( end ) => <Order end={ end } />,
	},
	{
		id: 'what',
		label: __( 'What is open', 'amicable' ),
		render: ( end ) => <What end={ end } />,
	},
	{
		id: 'customer',
		label: __( 'Customer', 'amicable' ),
		render: ( { customer_id: id, customer_name: name } ) => (
			<Link to="customer" of={ id }>
				{ name }
			</Link>
		),
	},
	{
		id: 'since',
		label: __( 'Refunded', 'amicable' ),
		render: ( { since } ) => formatDate( since ),
	},
	...( can( 'amicable_money' )
		? [
				{
					id: 'amount',
					label: __( 'Amount', 'amicable' ),
					isNumber: true,
					render: ( { amount }: LooseEnd ) => ( amount ? formatMoney( amount ) : null ),
				},
			]
		: [] ),
	{
		id: 'actions',
		label: __( 'What now', 'amicable' ),
		render: ( end ) => <LooseEndActions end={ end } />,
	},
];

export const LooseEndsTable = ( { ends }: { ends: LooseEnd[] } ) => (
	<DataTable
		caption={ __( 'Loose ends', 'amicable' ) }
		isCaptionHidden
		columns={ columns() }
		rows={ ends }
		keyOf={ ( { id } ) => id }
	/>
);
