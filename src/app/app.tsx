import { Suspense } from '@wordpress/element';
import { ErrorBoundary } from '../components/error-boundary';
import { inPractice } from '../data/boot';
import { useRoute } from '../router/use-route';
import { SCREENS } from '../screens';
import { Header } from './header';
import { PracticeFrame } from './practice-frame';
import { ScreenSkeleton } from './screen-skeleton';
import { UnknownScreen } from './unknown-screen';

export function App() {
	const { screen, id, params } = useRoute();
	const Screen = screen && SCREENS[ screen ];
	const practice = inPractice();

	return (
		<div className={ practice ? 'amicable-app amicable-app--practice' : 'amicable-app' }>
			{ practice && <PracticeFrame /> }
			<Header current={ screen } />
			<ErrorBoundary key={ `${ screen }:${ id }` }>
				<Suspense fallback={ <ScreenSkeleton /> }>
					{ Screen ? <Screen id={ id } params={ params } /> : <UnknownScreen /> }
				</Suspense>
			</ErrorBoundary>
		</div>
	);
}
