import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useDispatch } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useMode } from './use-mode';
import { usePractice } from '../data/practice/hooks';
import { practiceStore } from '../data/practice/store';
import { ErrorNotice } from './error-notice';
import { Progress } from './progress';
import { useInterval } from './use-interval';

/** Loads the sample shop and opens it once it is there. */
export function PracticeLoader() {
	const { practice, error: unread } = usePractice();
	const { load, invalidateResolution } = useDispatch( practiceStore );
	const { enter, isBusy, error: notEntered } = useMode();
	const [ error, setError ] = useState< unknown >();
	const [ wanted, setWanted ] = useState( false );
	const isLoading = practice?.state === 'loading';
	const isReady = practice?.state === 'ready';

	// Asking again to load drives it, so that it goes on where no queue runs.
	useInterval( () => load().catch( setError ), 2, isLoading );
	useEffect( () => {
		if ( wanted && isReady ) {
			setWanted( false );
			speak( __( 'Practice is ready.', 'amicable' ) );
			enter( 'practice' );
		}
	}, [ wanted, isReady, enter ] );

	const start = () => {
		setWanted( true );
		setError( undefined );
		if ( ! isReady ) {
			load().catch( setError );
		}
	};
	const failed = error ?? unread ?? notEntered;

	return (
		<div className="amicable-loader">
			<Button
				__next40pxDefaultSize
				variant="primary"
				isBusy={ isBusy || isLoading }
				disabled={ isBusy || isLoading }
				accessibleWhenDisabled
				onClick={ start }
			>
				{ isReady ? __( 'Open Practice', 'amicable' ) : __( 'Load Practice', 'amicable' ) }
			</Button>
			{ isLoading && (
				<Progress
					label={ __( 'Setting up the sample shop', 'amicable' ) }
					done={ practice.done }
					total={ practice.total }
				/>
			) }
			{ Boolean( failed ) && (
				<ErrorNotice
					message={ __( 'Practice could not be loaded.', 'amicable' ) }
					error={ failed }
					onRetry={ unread ? () => invalidateResolution( 'getPractice', [] ) : start }
				/>
			) }
		</div>
	);
}
