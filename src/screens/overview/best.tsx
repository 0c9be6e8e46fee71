import { __, _n, sprintf } from '@wordpress/i18n';
import { TierBadge } from '../../components/badge';
import { MoneyText } from '../../components/money-text';
import { Panel } from '../../components/panel';
import type { CustomerRow, RowMoney } from '../../data/customers/schema';
import { formatNumber } from '../../format/numbers';
import { Link } from '../../router/link';

const orders = ( { orders: number }: CustomerRow ) =>
	sprintf(
		/* translators: %s: number of orders. */
		_n( '%s order', '%s orders', number, 'amicable' ),
		formatNumber( number )
	);

/** Another rate may have been said for it; of one's own currency nothing is about. */
const isConverted = ( { approximate, paid, paid_base: base }: RowMoney ) =>
	approximate && paid.some( ( { currency } ) => currency !== base?.currency );

/** Customers of high value: to whom generosity pays. */
export const Best = ( { rows }: { rows: CustomerRow[] } ) => (
	<Panel
		id="amicable-best"
		title={ __( 'Customers of high value', 'amicable' ) }
		aside={
			<Link to="customers" params={ { tier: 'high_value' } }>
				{ __( 'All of high value', 'amicable' ) }
			</Link>
		}
	>
		{ rows.length === 0 ? (
			<p>
				{ __(
					'Nobody stands out yet: high value begins with the best tenth and three times what the customer in the middle paid.',
					'amicable'
				) }
			</p>
		) : (
			<ol className="amicable-dearest">
				{ rows.map( ( row ) => (
					<li key={ row.id } className="amicable-dearest__item">
						<span className="amicable-dearest__who">
							<Link to="customer" of={ row.id }>
								{ row.name || row.email }
							</Link>
							{ row.money && (
								<MoneyText
									money={ row.money.paid_base }
									approximate={ isConverted( row.money ) }
								/>
							) }
						</span>
						<span className="amicable-muted">{ orders( row ) }</span>
						{ row.tier && <TierBadge tier={ row.tier } /> }
					</li>
				) ) }
			</ol>
		) }
	</Panel>
);
