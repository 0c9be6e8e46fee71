import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Progress } from '../../components/progress';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { useInterval } from '../../components/use-interval';
import { useOverview } from '../../data/overview/hooks';
import type { Overview } from '../../data/overview/schema';
import { overviewStore } from '../../data/overview/store';
import { Dearest } from './dearest';
import { FirstSteps } from './first-steps';
import { OverviewFigures } from './figures';
import { LooseEnds } from './loose-ends';
import { Sentence } from './sentence';
import { Today } from './today';

const isEmpty = ( { figures, import: read }: Overview ) =>
	figures.customers === 0 && read.state !== 'running';

function Content( { overview }: { overview: Overview } ) {
	if ( isEmpty( overview ) ) {
		return <FirstSteps failed={ overview.import.state === 'failed' } />;
	}
	return (
		<>
			{ overview.import.state === 'running' && (
				<Progress
					label={ __( 'Reading your orders, newest first', 'amicable' ) }
					done={ overview.import.done }
					total={ overview.import.total }
				/>
			) }
			<LooseEnds overview={ overview } />
			<Sentence overview={ overview } />
			<div className="amicable-overview__columns">
				<Today today={ overview.today } />
				<Dearest rows={ overview.dearest } />
			</div>
			<OverviewFigures overview={ overview } />
		</>
	);
}

export function OverviewScreen() {
	const { overview, error, isLoading } = useOverview();
	const { invalidateResolution } = useDispatch( overviewStore );
	const again = () => invalidateResolution( 'getOverview', [] );
	useInterval( again, 3, overview?.import.state === 'running' );

	return (
		<section
			className="amicable-screen amicable-overview"
			aria-labelledby="amicable-overview"
			aria-busy={ isLoading }
		>
			<ScreenTitle id="amicable-overview" title={ __( 'Overview', 'amicable' ) } />
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The overview could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ again }
				/>
			) }
			{ overview && <Content overview={ overview } /> }
			{ ! overview && isLoading && <Skeleton lines={ 8 } height={ 24 } /> }
		</section>
	);
}
