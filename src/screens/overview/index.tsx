import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Progress } from '../../components/progress';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { useOverview } from '../../data/overview/hooks';
import type { Overview } from '../../data/overview/schema';
import { overviewStore } from '../../data/overview/store';
import { Best } from './best';
import { CurvePanel } from './curve-panel';
import { Dearest } from './dearest';
import { FirstSteps } from './first-steps';
import { OverviewFigures } from './figures';
import { LooseEnds } from './loose-ends';
import { Questions } from './questions';
import { RatesMissing } from './rates-missing';
import { Sentence } from './sentence';
import { Stories } from './stories';
import { Today } from './today';
import { useReading } from './use-reading';

const isEmpty = ( { figures, import: read }: Overview ) =>
	figures.customers === 0 && read.state !== 'running';

/** Support is estimated, and what was paid in several currencies is converted. */
const isAbout = ( { curve, figures: { paid = [] } }: Overview ) =>
	curve?.kind === 'margin' || paid.length > 1;

/** What is known so far, complete or not. */
const Known = ( { overview }: { overview: Overview } ) => (
	<>
		<Sentence overview={ overview } />
		<Stories />
		<RatesMissing missing={ overview.rates_missing } base={ overview.currency } />
		<div className="amicable-overview__columns">
			<Today today={ overview.today } />
			{ overview.support ? (
				<Dearest rows={ overview.dearest } />
			) : (
				<Best rows={ overview.best } />
			) }
		</div>
		<OverviewFigures overview={ overview } />
		{ overview.curve && (
			<CurvePanel curve={ overview.curve } approximate={ isAbout( overview ) } />
		) }
	</>
);

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
			<Questions />
			{ overview.figures.customers > 0 && <Known overview={ overview } /> }
		</>
	);
}

export function OverviewScreen() {
	const { overview, error, isLoading } = useOverview();
	const { invalidateResolution } = useDispatch( overviewStore );
	const again = () => invalidateResolution( 'getOverview', [] );
	useReading( overview?.import.state === 'running' );

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
