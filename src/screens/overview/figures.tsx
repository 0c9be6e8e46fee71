import { __, _n, sprintf } from '@wordpress/i18n';
import { Figure, Figures } from '../../components/figure';
import { MoneyList, MoneyText } from '../../components/money-text';
import { Panel } from '../../components/panel';
import type { Overview, Renewals } from '../../data/overview/schema';
import { formatDateTime } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { Link } from '../../router/link';

const notConverted = ( orders: number ) =>
	sprintf(
		/* translators: %s: number of orders. */
		_n( '%s has no rate', '%s have no rate', orders, 'amicable' ),
		formatNumber( orders )
	);

/** What subscriptions will charge by themselves. */
const RenewalsFigure = ( { renewals: { count, amounts } }: { renewals: Renewals } ) => (
	<Figure
		label={ __( 'Renewals in the next 30 days', 'amicable' ) }
		hint={
			amounts &&
			count > 0 &&
			sprintf(
				/* translators: %s: number of subscriptions. */
				_n( '%s subscription', '%s subscriptions', count, 'amicable' ),
				formatNumber( count )
			)
		}
	>
		{ amounts && count > 0 ? (
			<MoneyList amounts={ amounts } />
		) : (
			<span className="amicable-number">{ formatNumber( count ) }</span>
		) }
	</Figure>
);

/** The shop as a whole. */
export function OverviewFigures( { overview }: { overview: Overview } ) {
	const { figures, as_of: asOf, currency, support } = overview;
	const { customers, orders, orders_not_converted: missing, paid, margin } = figures;
	const { refunded, fees, high_value: high } = figures;
	return (
		<Panel
			id="amicable-figures"
			title={ __( 'Your shop', 'amicable' ) }
			aside={
				<span className="amicable-muted">
					{ sprintf(
						/* translators: %s: date and time. */
						__( 'As of %s', 'amicable' ),
						formatDateTime( asOf )
					) }
				</span>
			}
		>
			<Figures>
				<Figure label={ __( 'Customers', 'amicable' ) }>
					<span className="amicable-number">{ formatNumber( customers ) }</span>
				</Figure>
				<Figure
					label={ __( 'Orders', 'amicable' ) }
					hint={ missing > 0 && notConverted( missing ) }
				>
					<span className="amicable-number">{ formatNumber( orders ) }</span>
				</Figure>
				{ paid && (
					<Figure label={ __( 'Paid', 'amicable' ) }>
						<MoneyList amounts={ paid } />
					</Figure>
				) }
				{ refunded && (
					<Figure label={ __( 'Refunded', 'amicable' ) }>
						<MoneyList amounts={ refunded } />
					</Figure>
				) }
				{ fees && fees.length > 0 && (
					<Figure label={ __( 'Gateway fees', 'amicable' ) }>
						<MoneyList amounts={ fees } />
					</Figure>
				) }
				<Figure label={ __( 'Customers of high value', 'amicable' ) }>
					<Link to="customers" params={ { tier: 'high_value' } }>
						<span className="amicable-number">{ formatNumber( high ) }</span>
					</Link>
				</Figure>
				{ overview.renewals && <RenewalsFigure renewals={ overview.renewals } /> }
				{ margin && support && (
					<Figure
						/* translators: %s: currency code. */
						label={ sprintf( __( 'Margin in %s', 'amicable' ), currency ) }
						hint={ __( 'paid, less fees and support', 'amicable' ) }
					>
						<MoneyText money={ margin } approximate />
					</Figure>
				) }
			</Figures>
		</Panel>
	);
}
