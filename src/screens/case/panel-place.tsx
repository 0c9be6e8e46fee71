import { Suspense } from '@wordpress/element';
import { Skeleton } from '../../components/skeleton';
import { PANELS, type CasePanel, type CasePanelProps } from './panels';

type Props = CasePanelProps & { place: CasePanel[ 'place' ] };

/** The parts of the page that are for this case, in one of its two columns. */
export const PanelPlace = ( { place, item, onStale }: Props ) =>
	PANELS.filter( ( panel ) => panel.place === place && panel.isFor( item ) ).map(
		( { id, Part } ) => (
			<Suspense key={ id } fallback={ <Skeleton lines={ 3 } /> }>
				<Part item={ item } onStale={ onStale } />
			</Suspense>
		)
	);
