import { __, sprintf } from '@wordpress/i18n';
import { Badge, StageBadge, TierBadge } from '../../components/badge';
import type { CustomerDetail } from '../../data/customers/schema';
import { formatDate } from '../../format/dates';
import { formatList } from '../../format/list';
import { storeNames } from '../../format/words';
import { Link } from '../../router/link';
import { Blocked } from './blocked';

const since = ( time: string ) =>
	/* translators: %s: date of the first order. */
	sprintf( __( 'customer since %s', 'amicable' ), formatDate( time ) );

/** Who this is, and how things stand, in neutral words. */
export function Who( { customer }: { customer: CustomerDetail } ) {
	const { email, stores, first_order_at: first, tier } = customer;
	const facts = [
		email,
		...stores.map( ( store ) => storeNames()[ store ] ),
		first ? since( first ) : __( 'no purchase known', 'amicable' ),
	];
	return (
		<div className="amicable-customer__who">
			<span className="amicable-muted">{ formatList( facts.filter( Boolean ) ) }</span>
			{ tier && <TierBadge tier={ tier } /> }
			{ customer.case && (
				<Link to="case" of={ customer.case.id }>
					<StageBadge stage={ customer.case.stage } />
				</Link>
			) }
			{ customer.do_not_answer && (
				<Badge look="watch">{ __( 'Asked for no answer', 'amicable' ) }</Badge>
			) }
			{ customer.block && <Blocked customer={ customer } block={ customer.block } /> }
		</div>
	);
}
