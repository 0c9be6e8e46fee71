import { SelectControl, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import { FormDialog } from '../../components/form-dialog';

type Common = {
	isBusy: boolean;
	error: unknown;
	onCancel: () => void;
	onSend: ( value: string ) => void;
};

export function DismissDialog( { onSend, ...common }: Common ) {
	const [ reason, setReason ] = useState( '' );
	return (
		<FormDialog
			{ ...common }
			failed={ __( 'The review was not saved.', 'amicable' ) }
			title={ __( 'This is not how it is', 'amicable' ) }
			label={ _x( 'Dismiss', 'say that a pattern is not so', 'amicable' ) }
			mayGo={ reason.trim() !== '' }
			onSubmit={ () => onSend( reason.trim() ) }
		>
			<p>
				{ __(
					'What was noticed so far will not show again. Something new may.',
					'amicable'
				) }
			</p>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'Reason', 'amicable' ) }
				help={ __( 'Facts only: the customer may ask to read it.', 'amicable' ) }
				maxLength={ 500 }
				required
				value={ reason }
				onChange={ setReason }
			/>
		</FormDialog>
	);
}

const DAY = 86_400_000;
const inDays = ( days: string ) =>
	`${ new Date( Date.now() + Number( days ) * DAY ).toISOString().slice( 0, 19 ) }Z`;

export function SnoozeDialog( { onSend, ...common }: Common ) {
	const [ days, setDays ] = useState< '7' | '14' | '30' | '90' >( '14' );
	return (
		<FormDialog
			{ ...common }
			failed={ __( 'The review was not saved.', 'amicable' ) }
			title={ __( 'Look again later', 'amicable' ) }
			label={ __( 'Snooze', 'amicable' ) }
			mayGo
			onSubmit={ () => onSend( inDays( days ) ) }
		>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Show it again', 'amicable' ) }
				value={ days }
				onChange={ setDays }
				options={ [
					{ value: '7', label: __( 'in a week', 'amicable' ) },
					{ value: '14', label: __( 'in two weeks', 'amicable' ) },
					{ value: '30', label: __( 'in a month', 'amicable' ) },
					{ value: '90', label: __( 'in three months', 'amicable' ) },
				] }
			/>
		</FormDialog>
	);
}
