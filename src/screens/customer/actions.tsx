import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ContactDialog } from '../../components/contact/contact-dialog';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { ReasonForm } from '../../components/reason-form';
import { useAct } from '../../components/use-act';
import { can } from '../../data/boot';
import { casesStore } from '../../data/cases/store';
import type { OrderRef } from '../../data/common';
import type { CustomerDetail } from '../../data/customers/schema';
import { errorOf, errorsOf } from '../../data/field-errors';
import { navigate } from '../../router/history';
import { ExtraTime, LeaveOut } from './leave-out';
import { MergeDialog } from './merge-dialog';

type Props = { customer: CustomerDetail };

/** The open case, opened where there is none: nothing happens to the customer by that. */
function useCase( { id: customer }: CustomerDetail, order: OrderRef | undefined ) {
	const { open } = useDispatch( casesStore );
	const { act, ...state } = useAct();
	const start = ( reason?: string ) =>
		act( async () => {
			const more = { ...( order && { order } ), ...( reason && { reason } ) };
			navigate( 'case', ( await open( customer, more ) ).id );
		} );
	return { ...state, start };
}

/** What is written down or put right, without a word to the customer. */
function Notes( { customer }: Props ) {
	const [ dialog, setDialog ] = useState< 'contact' | 'merge' | undefined >();
	const close = () => setDialog( undefined );
	return (
		<>
			{ can( 'amicable_log' ) && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => setDialog( 'contact' ) }
				>
					{ __( 'Log a contact…', 'amicable' ) }
				</Button>
			) }
			{ can( 'amicable_cases' ) && (
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ () => setDialog( 'merge' ) }
				>
					{ __( 'Merge…', 'amicable' ) }
				</Button>
			) }
			{ can( 'amicable_cases' ) && <ExtraTime customer={ customer } /> }
			{ can( 'amicable_cases' ) && <LeaveOut customer={ customer } /> }
			{ dialog === 'contact' && (
				<ContactDialog about={ { customer_id: customer.id } } onClose={ close } />
			) }
			{ dialog === 'merge' && <MergeDialog customer={ customer } onClose={ close } /> }
		</>
	);
}

/** Whoever has a case that came to its end is not begun with anew by one click. */
function Again( { error, onStart }: { error: unknown; onStart: ( reason: string ) => unknown } ) {
	return (
		<div className="amicable-customer__again">
			<p>{ errorOf( errorsOf( error ), 'reason' ) }</p>
			<ReasonForm
				label={ __( 'Why it is opened again', 'amicable' ) }
				button={ __( 'Open it again', 'amicable' ) }
				variant="secondary"
				done={ __( 'The case is open again.', 'amicable' ) }
				onSave={ async ( reason ) => onStart( reason ) }
			/>
		</div>
	);
}

export function Actions( { customer, order }: Props & { order: OrderRef | undefined } ) {
	const { start, isBusy, error } = useCase( customer, order );
	const wantsReason = errorOf( errorsOf( error ), 'reason' ) !== undefined;
	return (
		<div className="amicable-customer__actions">
			{ can( 'amicable_offboard' ) && customer.orders > 0 && (
				<LinkButton
					variant="primary"
					to="customer"
					of={ customer.id }
					params={ { tab: 'orders' } }
				>
					{ __( 'Refund…', 'amicable' ) }
				</LinkButton>
			) }
			{ can( 'amicable_cases' ) && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => start() }
				>
					{ can( 'amicable_offboard' )
						? __( 'Part ways…', 'amicable' )
						: __( 'Propose a case', 'amicable' ) }
				</Button>
			) }
			<Notes customer={ customer } />
			{ wantsReason && <Again error={ error } onStart={ start } /> }
			{ Boolean( error ) && ! wantsReason && (
				<ErrorNotice
					message={ __( 'The case could not be opened.', 'amicable' ) }
					error={ error }
					onRetry={ () => start() }
				/>
			) }
		</div>
	);
}
