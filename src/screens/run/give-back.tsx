import { speak } from '@wordpress/a11y';
import { Button, TextControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, _x, sprintf } from '@wordpress/i18n';
import { FormDialog } from '../../components/form-dialog';
import { useAct } from '../../components/use-act';
import type { Run, Step } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';
import { formatDateTime } from '../../format/dates';
import { isReturnable } from './view';

type Props = { run: Run; steps: Step[]; onClose: () => void };

/** Asks why, and says what stays as it is. One after the other; what was given back before one of them failed stays given back. */
function Dialog( { run, steps, onClose }: Props ) {
	const { undo } = useDispatch( offboardingsStore );
	const [ reason, setReason ] = useState( '' );
	const { act, isBusy, error } = useAct();
	const go = async () => {
		let { version } = run;
		for ( const { key } of steps ) {
			( { version } = await undo( run.id, key, { version, reason: reason.trim() } ) );
		}
	};
	const submit = async () => {
		if ( await act( go ) ) {
			speak( __( 'Looked after. The page says what came of it.', 'amicable' ) );
			onClose();
		}
	};
	return (
		<FormDialog
			title={ _x( 'Give back', 'what a run had ended', 'amicable' ) }
			label={ _x( 'Give back', 'what a run had ended', 'amicable' ) }
			failed={ __( 'That was not done.', 'amicable' ) }
			mayGo={ reason.trim() !== '' }
			isBusy={ isBusy }
			error={ error }
			onSubmit={ submit }
			onCancel={ onClose }
		>
			<ul>
				{ steps.map( ( { key, label } ) => (
					<li key={ key }>{ label }</li>
				) ) }
			</ul>
			<p>
				{ __(
					'It is made as it was before this run. The money stays with the customer, and no mail is sent. Sites register themselves again.',
					'amicable'
				) }
			</p>
			<TextControl
				label={ __( 'Why?', 'amicable' ) }
				help={ __( 'It is kept in the log.', 'amicable' ) }
				value={ reason }
				maxLength={ 500 }
				onChange={ setReason }
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
		</FormDialog>
	);
}

function GiveButton( { run, steps, label }: { run: Run; steps: Step[]; label: string } ) {
	const [ asks, setAsks ] = useState( false );
	return (
		<>
			<Button
				variant="secondary"
				size="compact"
				onClick={ () => setAsks( true ) }
				description={ steps.map( ( step ) => step.label ).join( ', ' ) }
			>
				{ label }
			</Button>
			{ asks && <Dialog run={ run } steps={ steps } onClose={ () => setAsks( false ) } /> }
		</>
	);
}

const doneLine = ( { by, at, reason }: NonNullable< Step[ 'undo' ] > ) =>
	sprintf(
		/* translators: 1: date and time, 2: name of a person, 3: their reason. */
		__( 'Given back on %1$s by %2$s: %3$s', 'amicable' ),
		at ? formatDateTime( at ) : '',
		by ?? __( 'somebody who has left', 'amicable' ),
		reason ?? ''
	);

/** Beside one step of a run that has ended: the way back, or why there is none. */
export function GiveBack( { run, step }: { run: Run; step: Step } ) {
	const { undo } = step;
	if ( ! undo ) {
		return null;
	}
	const lines = {
		possible: '',
		open: undo.text ?? __( 'It was not given back.', 'amicable' ),
		under_way: __( 'Somebody is giving it back.', 'amicable' ),
		done: doneLine( undo ),
		impossible: sprintf(
			/* translators: %s: why, a sentence. */
			__( 'Cannot be undone: %s', 'amicable' ),
			undo.text ?? ''
		),
	};
	return (
		<>
			{ lines[ undo.state ] && <p className="amicable-run__why">{ lines[ undo.state ] }</p> }
			{ isReturnable( step ) && (
				<div className="amicable-run__retry">
					<GiveButton
						run={ run }
						steps={ [ step ] }
						label={ _x( 'Give back…', 'what a run had ended', 'amicable' ) }
					/>
				</div>
			) }
		</>
	);
}

/** All of it with one reason. */
export function GiveAllBack( { run }: { run: Run } ) {
	const steps = run.steps.filter( isReturnable );
	return steps.length > 1 ? (
		<GiveButton
			run={ run }
			steps={ steps }
			label={ sprintf(
				/* translators: %d: how many things. */
				_n( 'Give %d thing back…', 'Give %d things back…', steps.length, 'amicable' ),
				steps.length
			) }
		/>
	) : null;
}
