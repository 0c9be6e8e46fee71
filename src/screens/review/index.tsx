import { useDispatch } from '@wordpress/data';
import { __, _x } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { useReviewQueue } from '../../data/review/hooks';
import { reviewStore } from '../../data/review/store';
import { DocsGaps } from './docs-gaps';
import { Incidents } from './incidents';
import { Languages } from './languages';
import { Rights } from './rights';
import { SilentRules } from './silent';
import { WaitingFlags } from './waiting';

/** Everything that waits for a person's word. Nothing follows by itself, whatever is said. */
export function ReviewScreen() {
	const { queue, error, isLoading } = useReviewQueue();
	const { invalidateResolution } = useDispatch( reviewStore );
	return (
		<section
			className="amicable-screen amicable-review"
			aria-labelledby="amicable-review"
			aria-busy={ isLoading }
		>
			<ScreenTitle
				id="amicable-review"
				title={ _x( 'Review', 'list of what waits for a person’s word', 'amicable' ) }
			/>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'This list could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getQueue', [] ) }
				/>
			) }
			{ queue && (
				<>
					{ queue.rights.length > 0 && <Rights rights={ queue.rights } /> }
					<WaitingFlags queue={ queue } />
					<Incidents />
					{ queue.docs_gaps.length > 0 && <DocsGaps gaps={ queue.docs_gaps } /> }
					{ queue.silent.length > 0 && <SilentRules rules={ queue.silent } /> }
					<Languages reading={ queue.reading } />
				</>
			) }
			{ ! queue && isLoading && <Skeleton lines={ 8 } height={ 24 } /> }
		</section>
	);
}
