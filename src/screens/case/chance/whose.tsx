import { speak } from '@wordpress/a11y';
import { Button, CheckboxControl, SelectControl, TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { DayField } from '../../../components/fields';
import { Panel } from '../../../components/panel';
import { useAct } from '../../../components/use-act';
import type { OffboardingCase } from '../../../data/cases/schema';
import { casesStore } from '../../../data/cases/store';
import { useChance } from '../../../data/chances/hooks';
import { errorOf, errorsOf } from '../../../data/field-errors';
import { formatDate } from '../../../format/dates';
import type { CasePanelProps } from '../panels';
import { dayOf, timeOf } from './days';

type Draft = {
	assignee: string;
	due: string;
	checkIn: string;
	neverPromised: string;
	silent: boolean;
};

const draftOf = ( item: OffboardingCase ): Draft => ( {
	assignee: item.assignee ? String( item.assignee.id ) : '',
	due: dayOf( item.due_at ),
	checkIn: dayOf( item.check_in_at ),
	neverPromised: item.never_promised,
	silent: item.do_not_answer !== null,
} );

const updateOf = ( draft: Draft ) => ( {
	assignee: draft.assignee ? Number( draft.assignee ) : null,
	due_at: timeOf( draft.due ),
	check_in_at: timeOf( draft.checkIn ),
	never_promised: draft.neverPromised,
	do_not_answer: draft.silent,
} );

const useStaff = ( item: OffboardingCase ) => {
	const people = useChance( item ).chance?.people ?? ( item.assignee ? [ item.assignee ] : [] );
	return [
		{ value: '', label: __( 'Nobody yet', 'amicable' ) },
		...people.map( ( { id, name } ) => ( { value: String( id ), label: name } ) ),
	];
};

/** Whose case it is and until when, and what to keep in mind about it. */
export const Whose = ( props: CasePanelProps ) => <Form key={ props.item.version } { ...props } />;

function Form( { item, onStale }: CasePanelProps ) {
	const { note } = useDispatch( casesStore );
	const { act, isBusy, error } = useAct();
	const [ draft, setDraft ] = useState( () => draftOf( item ) );
	const staff = useStaff( item );
	const change = ( part: Partial< Draft > ) => setDraft( { ...draft, ...part } );
	const save = async () => {
		if ( await act( () => note( item, updateOf( draft ) ) ) ) {
			speak( __( 'Saved.', 'amicable' ) );
		}
	};
	return (
		<Panel id="amicable-case-whose" title={ __( 'Whose case', 'amicable' ) }>
			<div className="amicable-form">
				<SelectControl
					label={ __( 'Assigned to', 'amicable' ) }
					value={ draft.assignee }
					options={ staff }
					onChange={ ( assignee ) => change( { assignee } ) }
					__next40pxDefaultSize
					__nextHasNoMarginBottom
				/>
				<DayField
					label={ __( 'Due', 'amicable' ) }
					value={ draft.due }
					error={ errorOf( errorsOf( error ), 'due_at' ) }
					onChange={ ( due ) => change( { due } ) }
				/>
				<DayField
					label={ __( 'Ask how they are on', 'amicable' ) }
					value={ draft.checkIn }
					error={ errorOf( errorsOf( error ), 'check_in_at' ) }
					onChange={ ( checkIn ) => change( { checkIn } ) }
				/>
				<TextareaControl
					label={ __( 'Demanded, but never promised', 'amicable' ) }
					value={ draft.neverPromised }
					onChange={ ( neverPromised ) => change( { neverPromised } ) }
					rows={ 2 }
					maxLength={ 500 }
					__nextHasNoMarginBottom
				/>
				<CheckboxControl
					label={ __( 'They asked for no answer', 'amicable' ) }
					help={
						item.do_not_answer
							? sprintf(
									/* translators: %s: a date. */
									__( 'Since %s. It stays with the customer.', 'amicable' ),
									formatDate( item.do_not_answer )
								)
							: __( 'It stays with the customer.', 'amicable' )
					}
					checked={ draft.silent }
					onChange={ ( silent ) => change( { silent } ) }
					__nextHasNoMarginBottom
				/>
				{ Boolean( error ) && (
					<ErrorNotice
						message={ __( 'That was not saved.', 'amicable' ) }
						error={ error }
						onRetry={ onStale }
					/>
				) }
				<Button
					variant="secondary"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ save }
					__next40pxDefaultSize
				>
					{ __( 'Save', 'amicable' ) }
				</Button>
			</div>
		</Panel>
	);
}
