import type { Field } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';
import { StageBadge, TierBadge } from '../../components/badge';
import { FlagBadges } from '../../components/flag-badge';
import { MoneyText, RatioText } from '../../components/money-text';
import { Unknown } from '../../components/unknown';
import { can } from '../../data/boot';
import type { CustomerRow, RowMoney } from '../../data/customers/schema';
import { formatDate } from '../../format/dates';
import { formatMinutes } from '../../format/duration';
import { formatList } from '../../format/list';
import { formatNumber, formatPercent } from '../../format/numbers';
import { levelNames, patternNames, stageNames, storeNames, tierNames } from '../../format/words';
import { Link } from '../../router/link';

type Column = Field< CustomerRow >;
type Options = { value: string; label: string }[];

const options = ( names: Record< string, string > ): Options =>
	Object.entries( names ).map( ( [ value, label ] ) => ( { value, label } ) );

const choice = ( id: string, label: string, elements: Options ): Column => ( {
	id,
	label,
	elements,
	filterBy: { operators: [ 'is' ] },
	enableSorting: false,
} );

const plain = ( id: string, label: string, render: Column[ 'render' ] ): Column => ( {
	id,
	label,
	filterBy: false,
	...( render && { render } ),
} );

const sure = ( money: RowMoney ) => ( {
	approximate: money.approximate,
	atLeast: money.at_least,
} );

const amount = (
	id: string,
	label: string,
	pick: ( money: RowMoney ) => RowMoney[ 'margin' ],
	isSure = false
) =>
	plain( id, label, ( { item: { money } } ) =>
		money ? (
			<MoneyText money={ pick( money ) } { ...( isSure ? {} : sure( money ) ) } />
		) : (
			<Unknown />
		)
	);

const moneyFields = (): Column[] => [
	amount( 'paid_base', __( 'Paid', 'amicable' ), ( { paid_base: paid } ) => paid, true ),
	amount( 'gross_base', __( 'Before refunds', 'amicable' ), ( money ) => money.gross_base, true ),
	amount( 'value', __( 'Paid less fees', 'amicable' ), ( { value } ) => value, true ),
	amount( 'support_cost', __( 'Support cost', 'amicable' ), ( money ) => money.support_cost ),
	amount( 'margin', __( 'Margin', 'amicable' ), ( { margin } ) => margin ),
	plain( 'ratio', __( 'Cost ÷ paid', 'amicable' ), ( { item: { money } } ) =>
		money ? <RatioText ratio={ money.ratio } { ...sure( money ) } /> : <Unknown />
	),
];

const Day = ( { at }: { at: string | null } ) =>
	at ? (
		<time dateTime={ at }>{ formatDate( at ) }</time>
	) : (
		<span className="amicable-muted">–</span>
	);

const name = (): Column => ( {
	...plain( 'name', __( 'Customer', 'amicable' ), ( { item } ) => (
		<span className="amicable-customers__name">
			<Link to="customer" of={ item.id }>
				{ item.name || item.email || __( 'Without a name', 'amicable' ) }
			</Link>
			<span className="amicable-muted">{ item.email }</span>
			{ item.orders === 0 && (
				<span className="amicable-muted">{ __( 'no purchase known', 'amicable' ) }</span>
			) }
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
		...choice( 'flag', __( 'Patterns', 'amicable' ), options( patternNames() ) ),
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
		...choice( 'stage', __( 'Case', 'amicable' ), options( stageNames() ) ),
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
export const fields = (): Column[] => [
	name(),
	...( can( 'amicable_money' ) ? moneyFields() : [] ),
	...countFields(),
	...choiceFields(),
];
