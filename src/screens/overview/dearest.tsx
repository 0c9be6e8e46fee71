import { __ } from '@wordpress/i18n';
import { FlagBadges } from '../../components/flag-badge';
import { MoneyText } from '../../components/money-text';
import { Panel } from '../../components/panel';
import type { CustomerRow } from '../../data/customers/schema';
import { formatMinutes } from '../../format/duration';
import { formatList } from '../../format/list';
import { reasonsOf } from '../../format/reason';
import { Link } from '../../router/link';
import { nameOf } from '../../format/customer-name';

function Cost( { row: { money, minutes } }: { row: CustomerRow } ) {
	return money ? (
		<MoneyText
			money={ money.support_cost }
			approximate={ money.approximate }
			atLeast={ money.at_least }
		/>
	) : (
		<span className="amicable-number">{ formatMinutes( minutes ) }</span>
	);
}

/** Whoever support spent most on, with the reason in words: more often than not it is ours. */
export const Dearest = ( { rows }: { rows: CustomerRow[] } ) => (
	<Panel
		id="amicable-dearest"
		title={ __( 'Most support', 'amicable' ) }
		aside={ <Link to="customers">{ __( 'All customers', 'amicable' ) }</Link> }
	>
		{ rows.length === 0 ? (
			<p>{ __( 'Nobody has been helped yet, as far as is known.', 'amicable' ) }</p>
		) : (
			<ol className="amicable-dearest">
				{ rows.map( ( row ) => (
					<li key={ row.id } className="amicable-dearest__item">
						<span className="amicable-dearest__who">
							<Link to="customer" of={ row.id }>
								{ nameOf( row ) }
							</Link>
							<Cost row={ row } />
						</span>
						<span className="amicable-muted">{ formatList( reasonsOf( row ) ) }</span>
						<FlagBadges flags={ row.flags } />
					</li>
				) ) }
			</ol>
		) }
	</Panel>
);
