import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { PracticeLoader } from '../../components/practice-loader';
import { useInterval } from '../../components/use-interval';
import { inPractice } from '../../data/boot';
import { usePractice } from '../../data/practice/hooks';
import { practiceStore } from '../../data/practice/store';

function Remove() {
	const { remove, refresh } = useDispatch( practiceStore );
	const { practice } = usePractice();
	const [ error, setError ] = useState< unknown >();
	const isLeaving = practice?.state === 'removing';
	useInterval( () => refresh().catch( setError ), 1, isLeaving );

	const start = () => {
		setError( undefined );
		remove().then( () => speak( __( 'Practice is removed.', 'amicable' ) ), setError );
	};
	if ( practice?.state !== 'ready' && ! isLeaving && practice?.state !== 'failed' ) {
		return null;
	}
	return (
		<>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				isDestructive
				isBusy={ isLeaving }
				disabled={ isLeaving }
				accessibleWhenDisabled
				onClick={ start }
			>
				{ __( 'Remove Practice', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'Practice was not removed.', 'amicable' ) }
					error={ error }
					onRetry={ start }
				/>
			) }
		</>
	);
}

/** A sample shop inside this site, for trying what one would not dare to try. */
export const PracticeSection = () => (
	<Panel id="amicable-settings-practice" title={ __( 'Practice', 'amicable' ) }>
		<p>
			{ __(
				'A sample shop with its own customers, orders and tickets. It is never part of your figures. Removing it leaves nothing behind.',
				'amicable'
			) }
		</p>
		<div className="amicable-settings__practice">
			{ ! inPractice() && <PracticeLoader /> }
			<Remove />
		</div>
	</Panel>
);
