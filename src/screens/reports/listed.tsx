import { __, sprintf } from '@wordpress/i18n';
import { formatNumber } from '../../format/numbers';
import { Link } from '../../router/link';

type Someone = { customer_id: number; name: string };

export const Who = ( { customer_id: id, name }: Someone ) => (
	<Link to="customer" of={ id }>
		{ name || __( 'Without a name', 'amicable' ) }
	</Link>
);

/** Says so where a list is cut. */
export const Cut = ( { shown, of }: { shown: number; of: number } ) =>
	shown < of ? (
		<p className="amicable-muted">
			{ sprintf(
				/* translators: 1: how many are listed, 2: how many there are. */
				__( 'The first %1$s of %2$s are listed.', 'amicable' ),
				formatNumber( shown ),
				formatNumber( of )
			) }
		</p>
	) : null;
