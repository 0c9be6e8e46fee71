import { Button, TextControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import type { Step } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';

type Outcome = 'paid' | 'not_paid';

/** Nobody can know from here whether the money left. A person looks in the bank and says so. */
export function Settle( { runId, step }: { runId: number; step: Step } ) {
	const { settle } = useDispatch( offboardingsStore );
	const [ note, setNote ] = useState( '' );
	const [ busy, setBusy ] = useState( false );
	const [ error, setError ] = useState< unknown >();
	const say = ( outcome: Outcome ) => {
		setBusy( true );
		settle( runId, step.key, { outcome, note: note.trim() } )
			.catch( setError )
			.finally( () => setBusy( false ) );
	};
	const off = busy || note.trim() === '';

	return (
		<fieldset className="amicable-run__settle">
			<legend>
				{ sprintf(
					/* translators: %s: what is refunded, "Order 123". */
					__( 'Was the customer paid? (%s)', 'amicable' ),
					step.label
				) }
			</legend>
			<TextControl
				label={ __( 'How do you know?', 'amicable' ) }
				help={ __(
					'For example the refund’s number at your gateway, or where you looked.',
					'amicable'
				) }
				value={ note }
				onChange={ setNote }
				maxLength={ 500 }
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			<div className="amicable-run__buttons">
				<Button
					variant="primary"
					onClick={ () => say( 'paid' ) }
					disabled={ off }
					accessibleWhenDisabled
				>
					{ __( 'The customer was paid', 'amicable' ) }
				</Button>
				<Button
					variant="secondary"
					onClick={ () => say( 'not_paid' ) }
					disabled={ off }
					accessibleWhenDisabled
				>
					{ __( 'Not paid', 'amicable' ) }
				</Button>
			</div>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</fieldset>
	);
}
