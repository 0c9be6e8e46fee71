import { Button, TextControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import type { SettleRequest, Step } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';
import { movesMoney } from './view';

type Outcome = SettleRequest[ 'outcome' ];
type Words = { question: string; help: string; yes: string; no: string | undefined };

const moneyWords = ( { label }: Step ): Words => ( {
	/* translators: %s: what is refunded, "Order 123". */
	question: sprintf( __( 'Was the customer paid? (%s)', 'amicable' ), label ),
	help: __( 'For example the refund’s number at your gateway, or where you looked.', 'amicable' ),
	yes: __( 'The customer was paid', 'amicable' ),
	no: __( 'Not paid', 'amicable' ),
} );

/** What is unknown and not done is looked up again by its own button; only what a person had to do by hand may be left undone. */
const otherWords = ( { label, state }: Step ): Words => ( {
	/* translators: %s: what it is about, such as the name of a subscription or license. */
	question: sprintf( __( 'Is it done? (%s)', 'amicable' ), label ),
	help: __( 'For example where you looked, or what you did there.', 'amicable' ),
	yes: __( 'It is done', 'amicable' ),
	no: state === 'manual' ? __( 'Not done', 'amicable' ) : undefined,
} );

/** Nobody can know from here how it ended. A person looks where it can be seen, and says so. */
export function Settle( { runId, step }: { runId: number; step: Step } ) {
	const { settle } = useDispatch( offboardingsStore );
	const [ note, setNote ] = useState( '' );
	const [ busy, setBusy ] = useState( false );
	const [ error, setError ] = useState< unknown >();
	const words = movesMoney( step ) ? moneyWords( step ) : otherWords( step );
	const say = ( outcome: Outcome ) => {
		setBusy( true );
		settle( runId, step.key, { outcome, note: note.trim() } )
			.catch( setError )
			.finally( () => setBusy( false ) );
	};
	const off = busy || note.trim() === '';

	return (
		<fieldset className="amicable-run__settle">
			<legend>{ words.question }</legend>
			<TextControl
				label={ __( 'How do you know?', 'amicable' ) }
				help={ words.help }
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
					{ words.yes }
				</Button>
				{ words.no && (
					<Button
						variant="secondary"
						onClick={ () => say( 'not_paid' ) }
						disabled={ off }
						accessibleWhenDisabled
					>
						{ words.no }
					</Button>
				) }
			</div>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</fieldset>
	);
}
