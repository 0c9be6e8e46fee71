import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { EmptyState } from '../../components/empty-state';
import type { CustomerQuery } from '../../data/customers/query';
import { navigate } from '../../router/history';
import { Link } from '../../router/link';
import { isFiltered } from './view';

/** No match is not the same as nothing yet. */
export function Empty( { query }: { query: CustomerQuery } ) {
	if ( isFiltered( query ) ) {
		return (
			<EmptyState
				title={ __( 'Nobody matches', 'amicable' ) }
				actions={
					<Button variant="secondary" onClick={ () => navigate( 'customers' ) }>
						{ __( 'Show all customers', 'amicable' ) }
					</Button>
				}
			>
				<p>
					{ __(
						'The search looks at the beginning of names and emails, and at whole order numbers and license keys.',
						'amicable'
					) }
				</p>
			</EmptyState>
		);
	}
	return (
		<EmptyState
			title={ __( 'No customers yet', 'amicable' ) }
			actions={ <Link to="overview">{ __( 'To the overview', 'amicable' ) }</Link> }
		>
			<p>
				{ __(
					'Everybody who ordered or wrote to you shows here, with what they paid and what helping them took.',
					'amicable'
				) }
			</p>
		</EmptyState>
	);
}
