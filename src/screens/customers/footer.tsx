import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Page, Step } from '../../data/api';
import { knownSince } from '../../format/known-since';
import { formatNumber } from '../../format/numbers';

type Props = {
	page: Pick< Page< unknown >, 'total' | 'about' | 'next' | 'prev' | 'last' >;
	isLoading: boolean;
	onStep: ( step: Step ) => void;
	/** Since when support is known; not there for whoever may not see cost. */
	since?: string | null | undefined;
};

export function totalText( { total, about }: Pick< Page< unknown >, 'total' | 'about' > ): string {
	return about
		? sprintf(
				/* translators: %s: number of customers, counted roughly. */
				_n( 'about %s customer', 'about %s customers', total, 'amicable' ),
				formatNumber( total )
			)
		: sprintf(
				/* translators: %s: number of customers. */
				_n( '%s customer', '%s customers', total, 'amicable' ),
				formatNumber( total )
			);
}

/** There may be 40,000 pages: nobody wants to choose one from a list. */
export function Footer( { page, isLoading, onStep, since }: Props ) {
	const steps: [ string, Step | undefined ][] = [
		[ __( 'First page', 'amicable' ), page.prev && { page: 1 } ],
		[ __( 'Previous page', 'amicable' ), page.prev ],
		[ __( 'Next page', 'amicable' ), page.next ],
		[ __( 'Last page', 'amicable' ), page.next && page.last ],
	];
	return (
		<nav className="amicable-customers__footer" aria-label={ __( 'Pages', 'amicable' ) }>
			<span className="amicable-muted">
				{ [ totalText( page ), since && knownSince( since, false ) ]
					.filter( Boolean )
					.join( ' · ' ) }
			</span>
			<span className="amicable-customers__steps">
				{ steps.map( ( [ label, step ] ) => (
					<Button
						key={ label }
						variant="secondary"
						size="compact"
						disabled={ ! step || isLoading }
						accessibleWhenDisabled
						onClick={ () => step && onStep( step ) }
					>
						{ label }
					</Button>
				) ) }
			</span>
		</nav>
	);
}
