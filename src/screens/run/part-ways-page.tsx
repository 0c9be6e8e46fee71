import { useDispatch } from '@wordpress/data';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Skeleton } from '../../components/skeleton';
import { usePlan } from '../../data/offboardings/hooks';
import type { PlanRequest } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';
import { PlanPage } from './plan-page';
import { ScopeChoice } from './scope-choice';
import { preselected, type WholeScope } from './view';

type Props = {
	customerId: number;
	caseId?: number | undefined;
	onStarted: ( runId: number ) => void;
};

const requestOf = ( customerId: number, scope: WholeScope ): PlanRequest => ( {
	customer_id: customerId,
	kind: 'part_ways',
	scope,
} );

/** Both plans are made; the one that fits better is chosen until somebody chooses otherwise. */
export function PartWaysPage( { customerId, caseId, onStarted }: Props ) {
	const [ said, setSaid ] = useState< WholeScope >();
	const everything = useMemo( () => requestOf( customerId, 'all' ), [ customerId ] );
	const alive = useMemo( () => requestOf( customerId, 'running' ), [ customerId ] );
	const { plan: all, error: allError } = usePlan( everything );
	const { plan: running, error: runningError } = usePlan( alive );
	const { invalidateResolutionForStoreSelector: forget } = useDispatch( offboardingsStore );
	const error = allError ?? runningError;

	if ( ! all || ! running ) {
		return error ? (
			<ErrorNotice
				message={ __( 'The plan could not be made.', 'amicable' ) }
				error={ error }
				onRetry={ () => forget( 'getPlan' ) }
			/>
		) : (
			<Skeleton lines={ 6 } />
		);
	}
	const chosen = said ?? preselected( all, running );
	return (
		<PlanPage
			request={ chosen === 'all' ? everything : alive }
			caseId={ caseId }
			reasonNeeded
			onStarted={ onStarted }
		>
			<ScopeChoice plans={ { all, running } } chosen={ chosen } onChoose={ setSaid } />
		</PlanPage>
	);
}
