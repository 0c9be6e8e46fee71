import { Notice } from '@wordpress/components';
import { __, _n, _x, sprintf } from '@wordpress/i18n';
import { Badge } from '../../components/badge';
import type { Found, Hit } from '../../data/customers/schema';
import { nameOf } from '../../format/customer-name';
import { formatList } from '../../format/list';
import { formatNumber } from '../../format/numbers';
import { Link } from '../../router/link';

const byNames = (): Record< Hit[ 'by' ][ number ], string > => ( {
	email: _x( 'Email', 'found by', 'amicable' ),
	order: _x( 'Order number', 'found by', 'amicable' ),
	ticket: _x( 'Ticket number', 'found by', 'amicable' ),
	site: _x( 'Site', 'found by', 'amicable' ),
	license: _x( 'License key', 'found by', 'amicable' ),
	name: _x( 'Name', 'found by', 'amicable' ),
} );

const counts = ( { orders, tickets }: Hit ) =>
	formatList( [
		orders === 0
			? __( 'no purchase known', 'amicable' )
			: sprintf(
					/* translators: %s: number of orders. */
					_n( '%s order', '%s orders', orders, 'amicable' ),
					formatNumber( orders )
				),
		sprintf(
			/* translators: %s: number of tickets. */
			_n( '%s ticket', '%s tickets', tickets, 'amicable' ),
			formatNumber( tickets )
		),
	] );

const One = ( { hit }: { hit: Hit } ) => (
	<li className="amicable-find__hit">
		<Link to="customer" of={ hit.id } className="amicable-find__name">
			{ nameOf( hit ) }
		</Link>
		{ hit.name && <span className="amicable-muted">{ hit.email }</span> }
		<span className="amicable-muted">{ counts( hit ) }</span>
		<span className="amicable-badges">
			{ hit.by.map( ( by ) => (
				<Badge key={ by }>{ byNames()[ by ] }</Badge>
			) ) }
		</span>
	</li>
);

/** Who it may be, and by what they were found. */
export const Hits = ( { found: { found, not_read: notRead } }: { found: Found } ) => (
	<>
		{ notRead.map( ( sentence ) => (
			<Notice key={ sentence } status="warning" isDismissible={ false }>
				{ sentence }
			</Notice>
		) ) }
		<ul className="amicable-find__hits">
			{ found.map( ( hit ) => (
				<One key={ hit.id } hit={ hit } />
			) ) }
		</ul>
	</>
);
