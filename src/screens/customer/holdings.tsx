import { Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { MoneyText } from '../../components/money-text';
import { Panel } from '../../components/panel';
import type { CustomerDetail, License, Subscription } from '../../data/customers/schema';
import { formatDate } from '../../format/dates';
import { formatList } from '../../format/list';
import { formatNumber } from '../../format/numbers';

const statuses = (): Record< License[ 'status' ], string > => ( {
	active: __( 'active', 'amicable' ),
	inactive: __( 'not used', 'amicable' ),
	expired: __( 'expired', 'amicable' ),
	disabled: __( 'disabled', 'amicable' ),
} );

const ends = ( { lifetime, expires_at: end }: License ) => {
	if ( lifetime || ! end ) {
		return __( 'for a lifetime', 'amicable' );
	}
	/* translators: %s: date. */
	return sprintf( __( 'until %s', 'amicable' ), formatDate( end ) );
};

const sites = ( { length }: string[] ) =>
	/* translators: %s: number of websites. */
	sprintf( _n( '%s site', '%s sites', length, 'amicable' ), formatNumber( length ) );

const next = ( { charging, next_payment_at: at }: Subscription ) => {
	if ( ! charging ) {
		return __( 'charges nothing more', 'amicable' );
	}
	/* translators: %s: date. */
	return at ? sprintf( __( 'charges again on %s', 'amicable' ), formatDate( at ) ) : '';
};

/** What would stop if these orders were refunded. */
export function Holdings( { customer }: { customer: CustomerDetail } ) {
	const { licenses, subscriptions, not_read: notRead } = customer;
	if ( licenses.length + subscriptions.length + notRead.length === 0 ) {
		return null;
	}
	return (
		<Panel id="amicable-holdings" title={ __( 'Licenses and subscriptions', 'amicable' ) }>
			{ notRead.map( ( sentence ) => (
				<Notice key={ sentence } status="warning" isDismissible={ false }>
					{ sentence }
				</Notice>
			) ) }
			<ul className="amicable-customer__list">
				{ licenses.map( ( license ) => (
					<li key={ `${ license.system }:${ license.id }` }>
						<strong>{ license.product }</strong> <code>{ license.masked }</code>
						<br />
						<span className="amicable-muted">
							{ formatList( [
								statuses()[ license.status ],
								ends( license ),
								sites( license.sites ),
							] ) }
						</span>
					</li>
				) ) }
				{ subscriptions.map( ( subscription ) => (
					<li key={ `${ subscription.system }:${ subscription.id }` }>
						<strong>{ subscription.label }</strong>{ ' ' }
						<MoneyText money={ subscription.amount } />
						<br />
						<span className="amicable-muted">{ next( subscription ) }</span>
					</li>
				) ) }
			</ul>
		</Panel>
	);
}
