import { speak } from '@wordpress/a11y';
import { SelectControl, TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useLock } from '../../data/locks/hooks';
import { lockLanguage, type LockLanguage, type Passage } from '../../data/locks/schema';
import { locksStore } from '../../data/locks/store';
import { FormDialog } from '../form-dialog';
import { Skeleton } from '../skeleton';
import { useAct } from '../use-act';

type Props = {
	customer: number;
	kind: Passage[ 'kind' ];
	first: LockLanguage;
	onClose: () => void;
};

const languages = (): { value: LockLanguage; label: string }[] => [
	{ value: 'en', label: __( 'English', 'amicable' ) },
	{ value: 'ko', label: __( 'Korean', 'amicable' ) },
	{ value: 'tr', label: __( 'Turkish', 'amicable' ) },
];

/** The text to send where the customer wrote; that it was used is written down when it is copied. */
export function PassageDialog( { customer, kind, first, onClose }: Props ) {
	const [ language, setLanguage ] = useState< LockLanguage >( first );
	const { locked } = useLock( customer, language );
	const { answered } = useDispatch( locksStore );
	const { act, isBusy, error } = useAct();
	const passage = locked?.passages.find( ( one ) => one.kind === kind );
	const use = async () => {
		const isDone = await act( async () => {
			await answered( customer, kind );
			await window.navigator.clipboard.writeText( passage?.text ?? '' );
		} );
		if ( isDone ) {
			speak( __( 'Copied, and written down.', 'amicable' ) );
			onClose();
		}
	};
	return (
		<FormDialog
			title={ passage?.label ?? __( 'A neutral answer', 'amicable' ) }
			label={ __( 'Copy and write down', 'amicable' ) }
			failed={ __( 'This was not copied.', 'amicable' ) }
			mayGo={ passage !== undefined }
			isBusy={ isBusy }
			error={ error }
			onSubmit={ use }
			onCancel={ onClose }
		>
			<SelectControl
				label={ __( 'Language', 'amicable' ) }
				value={ language }
				options={ languages() }
				onChange={ ( value: string ) => setLanguage( lockLanguage.parse( value ) ) }
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			{ passage ? (
				<>
					<p>
						<strong>{ passage.subject }</strong>
					</p>
					<TextareaControl
						label={ __( 'Text', 'amicable' ) }
						help={ __( 'Send it where the customer wrote to you.', 'amicable' ) }
						value={ passage.text }
						rows={ 10 }
						readOnly
						onChange={ () => undefined }
						__nextHasNoMarginBottom
					/>
				</>
			) : (
				<Skeleton lines={ 6 } />
			) }
		</FormDialog>
	);
}
