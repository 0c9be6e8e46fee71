import { __ } from '@wordpress/i18n';
import { EmptyState } from '../components/empty-state';
import { Link } from '../router/link';

/** An old bookmark, or a link typed by hand. */
export const UnknownScreen = () => (
	<EmptyState
		title={ __( 'There is no such screen', 'amicable' ) }
		actions={ <Link to="overview">{ __( 'To the overview', 'amicable' ) }</Link> }
	>
		<p>
			{ __( 'The address may come from an older version or may be incomplete.', 'amicable' ) }
		</p>
	</EmptyState>
);
