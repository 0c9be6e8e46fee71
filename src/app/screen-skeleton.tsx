import { __ } from '@wordpress/i18n';
import { Skeleton } from '../components/skeleton';

/** Stands where a screen will stand. */
export const ScreenSkeleton = () => (
	<section
		className="amicable-screen"
		aria-busy="true"
		aria-label={ __( 'Loading', 'amicable' ) }
	>
		<div className="amicable-screen__header">
			<Skeleton height={ 28 } />
		</div>
		<Skeleton lines={ 6 } height={ 20 } />
	</section>
);
