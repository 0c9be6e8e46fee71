import { useDispatch } from '@wordpress/data';
import { __, _x } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { useReport } from '../../data/reports/hooks';
import { reportsStore } from '../../data/reports/store';
import { Answers } from './answers';
import { Concessions } from './concessions';
import { Posts } from './posts';
import { Recovered } from './recovered';
import { Waiting } from './waiting';

/** How the shop did: what it gave, whom it kept waiting, who came back. Never who did it. */
export function ReportsScreen() {
	const { report, error, isLoading } = useReport();
	const { invalidateResolution } = useDispatch( reportsStore );
	return (
		<section
			className="amicable-screen amicable-reports"
			aria-labelledby="amicable-reports"
			aria-busy={ isLoading }
		>
			<ScreenTitle
				id="amicable-reports"
				title={ _x( 'Reports', 'screen with figures by month', 'amicable' ) }
			/>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The reports could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getReport', [] ) }
				/>
			) }
			{ report && (
				<>
					<Concessions report={ report } />
					<Waiting report={ report } />
					<Answers report={ report } />
					<Posts posts={ report.posts } />
					<Recovered recovered={ report.recovered } />
				</>
			) }
			{ ! report && isLoading && <Skeleton lines={ 8 } height={ 24 } /> }
		</section>
	);
}
