import { __, _x } from '@wordpress/i18n';
import { MoneyText } from '../../components/money-text';
import { Panel } from '../../components/panel';
import type { DisputeSheet } from '../../data/disputes/schema';
import { formatDateTime } from '../../format/dates';
import { sourceNames, statusHints, statusNames } from './words';

type Fact = [ label: string, value: React.ReactNode ];

const known = ( facts: Fact[] ) =>
	facts.filter( ( [ , value ] ) => value !== null && value !== undefined && value !== '' );

export const Facts = ( { facts }: { facts: Fact[] } ) => (
	<dl className="amicable-dispute__facts">
		{ known( facts ).map( ( [ label, value ] ) => (
			<div key={ label }>
				<dt>{ label }</dt>
				<dd>{ value }</dd>
			</div>
		) ) }
	</dl>
);

const at = ( time: string | null ) => ( time === null ? null : formatDateTime( time ) );

/** How it stands, and what follows from that. */
export const Standing = ( { sheet }: { sheet: DisputeSheet } ) => (
	<div className={ `amicable-dispute__standing is-${ sheet.status }` }>
		<strong>{ statusNames()[ sheet.status ] }</strong>
		<p>{ statusHints()[ sheet.status ] }</p>
		<Facts
			facts={ [
				[ __( 'Answer by', 'amicable' ), at( sheet.deadline_at ) ],
				[ __( 'Opened', 'amicable' ), at( sheet.opened_at ) ],
				[ __( 'Ended', 'amicable' ), at( sheet.closed_at ) ],
				[ __( 'Told by', 'amicable' ), sourceNames()[ sheet.source ] ?? sheet.source ],
				[ __( 'Number at the provider', 'amicable' ), sheet.external_id ],
				[ __( 'Reason that was given', 'amicable' ), sheet.reason ],
				[
					__( 'Disputed amount', 'amicable' ),
					sheet.money && <MoneyText money={ sheet.money.amount } />,
				],
				[
					__( 'Fee for the dispute', 'amicable' ),
					sheet.money?.fee && <MoneyText money={ sheet.money.fee } />,
				],
			] }
		/>
	</div>
);

/** Who bought what, from where. */
export const OrderFacts = ( { sheet: { order } }: { sheet: DisputeSheet } ) => (
	<Panel id="amicable-dispute-order" title={ _x( 'Order', 'a purchase', 'amicable' ) }>
		<Facts
			facts={ [
				[
					__( 'Number of the order', 'amicable' ),
					order.url ? <a href={ order.url }>{ order.number }</a> : order.number,
				],
				[ _x( 'Ordered', 'date of an order', 'amicable' ), at( order.created_at ) ],
				[ _x( 'Paid', 'date of a payment', 'amicable' ), at( order.paid_at ) ],
				[ __( 'Paid with', 'amicable' ), order.gateway ],
				[
					__( 'Total', 'amicable' ),
					order.money && <MoneyText money={ order.money.total } />,
				],
				[
					_x( 'Refunded', 'amount of money', 'amicable' ),
					order.money && order.money.refunded.minor !== 0 ? (
						<MoneyText money={ order.money.refunded } />
					) : null,
				],
				...order.facts.map( ( { label, value } ): Fact => [ label, value ] ),
			] }
		/>
	</Panel>
);
