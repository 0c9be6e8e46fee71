import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import type { Step } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';
import { movesMoney } from './view';

/** A payout is looked up, never simply repeated; anything else is read again and then done again. */
const words = ( step: Step ) => {
	if ( step.state === 'failed' ) {
		return __( 'Try again', 'amicable' );
	}
	return movesMoney( step )
		? __( 'Look it up again', 'amicable' )
		: __( 'Read it again and try', 'amicable' );
};

/** One step once more, while the others stay as they are. */
export function Retry( { runId, step }: { runId: number; step: Step } ) {
	const { retry } = useDispatch( offboardingsStore );
	const [ busy, setBusy ] = useState( false );
	const [ error, setError ] = useState< unknown >();
	const label = words( step );
	const again = () => {
		setBusy( true );
		retry( runId, step.key )
			.catch( setError )
			.finally( () => setBusy( false ) );
	};

	return (
		<div className="amicable-run__retry">
			<Button
				variant="secondary"
				size="compact"
				onClick={ again }
				isBusy={ busy }
				disabled={ busy }
				accessibleWhenDisabled
				aria-label={ sprintf(
					/* translators: 1: what the button does, such as "Try again", 2: what it is about, "Order 123". */
					__( '%1$s: %2$s', 'amicable' ),
					label,
					step.label
				) }
			>
				{ label }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not done.', 'amicable' ) } error={ error } />
			) }
		</div>
	);
}
