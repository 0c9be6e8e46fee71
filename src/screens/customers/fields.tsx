import { __, _x } from '@wordpress/i18n';
import { StageBadge, TierBadge } from '../../components/badge';
import { FlagBadges } from '../../components/flag-badge';
import { Unknown } from '../../components/unknown';
import { can } from '../../data/boot';
import { formatDate } from '../../format/dates';
import { formatMinutes } from '../../format/duration';
import { formatList } from '../../format/list';
import { formatNumber, formatPercent } from '../../format/numbers';
import { levelNames, offeredPatterns, stageNames, storeNames, tierNames } from '../../format/words';
import { Link } from '../../router/link';
import { nameOf } from '../../format/customer-name';
import { choice, options, plain, type Column } from './column';
import { moneyFields } from './money-fields';
import type { Size } from './prefs';

const Day = ( { at }: { at: string | null } ) =>
	at ? (
		<time dateTime={ at }>{ formatDate( at ) }</time>
	) : (
		<span className="amicable-muted">–</span>
	);

const name = ( size: Size ): Column => ( {
	...plain( 'name', __( 'Customer', 'amicable' ), ( { item } ) => (
		<span className="amicable-customers__name">
			<Link to="customer" of={ item.id }>
				{ nameOf( item ) }
			</Link>
			<span className="amicable-muted">{ item.email }</span>
			{ item.orders === 0 && (
				<span className="amicable-muted">{ __( 'no purchase known', 'amicable' ) }</span>
			) }
			{ size === 'narrow' && <FlagBadges flags={ item.flags } /> }
		</span>
	) ),
	enableHiding: false,
	enableGlobalSearch: true,
} );

const countFields = (): Column[] => [
	plain( 'tickets', __( 'Tickets', 'amicable' ), ( { item } ) => (
		<span className="amicable-number">{ formatNumber( item.tickets ) }</span>
	) ),
	plain( 'tickets_peak_14d', __( 'Most in 14 days', 'amicable' ), ( { item } ) => (
		<span className="amicable-number">
			{ item.tickets_peak_14d === null ? '–' : formatNumber( item.tickets_peak_14d ) }
		</span>
	) ),
	plain( 'minutes', __( 'Support time', 'amicable' ), ( { item } ) => (
		<span className="amicable-number">{ formatMinutes( item.minutes ) }</span>
	) ),
	{
		...plain( 'docs', __( 'Answered in the docs', 'amicable' ), ( { item } ) =>
			item.docs_answered_share === null ? (
				<Unknown />
			) : (
				<span className="amicable-number">
					{ formatPercent( item.docs_answered_share ) }
				</span>
			)
		),
		enableSorting: false,
	},
	plain( 'last_order_at', __( 'Last order', 'amicable' ), ( { item } ) => (
		<Day at={ item.last_order_at } />
	) ),
	plain( 'last_ticket_at', __( 'Last ticket', 'amicable' ), ( { item } ) => (
		<Day at={ item.last_ticket_at } />
	) ),
];

const choiceFields = (): Column[] => [
	{
		...choice( 'flag', __( 'Patterns', 'amicable' ), options( offeredPatterns() ) ),
		render: ( { item } ) => <FlagBadges flags={ item.flags } />,
	},
	{
		...choice( 'level', __( 'How urgent', 'amicable' ), options( levelNames() ) ),
		enableHiding: false,
	},
	{
		...choice( 'tier', __( 'Tier', 'amicable' ), options( tierNames() ) ),
		render: ( { item } ) => ( item.tier ? <TierBadge tier={ item.tier } /> : null ),
	},
	{
		...choice(
			'stage',
			_x( 'Case', 'the way in which a customer is parted from', 'amicable' ),
			options( stageNames() )
		),
		render: ( { item } ) =>
			item.case ? (
				<Link to="case" of={ item.case.id }>
					<StageBadge stage={ item.case.stage } />
				</Link>
			) : null,
	},
	{
		...choice( 'store', __( 'Store', 'amicable' ), options( storeNames() ) ),
		render: ( { item } ) => (
			<>{ formatList( item.stores.map( ( store ) => storeNames()[ store ] ) ) }</>
		),
	},
];

/** Every column has the name by which the server sorts or filters it. */
export const fields = ( size: Size ): Column[] => [
	name( size ),
	...( can( 'amicable_money' ) ? moneyFields() : [] ),
	...countFields(),
	...choiceFields(),
];
