import { Button, Modal, TextControl } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent, ReactNode } from 'react';
import type { Money } from '../data/common';
import { formatMoney, parseMoney } from '../format/money';
import { formatNumber } from '../format/numbers';
import { Submit } from './submit';

type Props = {
	title: string;
	/** What will happen, and how much. */
	children: ReactNode;
	/** Anything else that is asked for is there. */
	isReady?: boolean;
	orders: number;
	/** The first total of the plan; undefined where no money moves. */
	total: Money | undefined;
	confirmLabel: string;
	isBusy: boolean;
	onConfirm: () => void;
	onCancel: () => void;
};

type Field = { label: string; value: string; onChange: ( value: string ) => void };

const Typed = ( { label, value, onChange }: Field ) => (
	<TextControl
		__next40pxDefaultSize
		__nextHasNoMarginBottom
		label={ label }
		inputMode="decimal"
		autoComplete="off"
		value={ value }
		onChange={ onChange }
	/>
);

const isCount = ( typed: string, orders: number ) => parseMoney( typed, 'JPY' )?.minor === orders;
const isTotal = ( typed: string, total: Money | undefined ) =>
	! total || parseMoney( typed, total.currency )?.minor === total.minor;

const ordersLabel = ( orders: number ) =>
	/* translators: %s: number. */
	sprintf( __( 'Number of orders: type %s', 'amicable' ), formatNumber( orders ) );

const totalLabel = ( total: Money ) =>
	/* translators: %s: amount of money. */
	sprintf( __( 'Total: type %s', 'amicable' ), formatMoney( total ) );

/** The person types the number of orders and the first total: nobody does that by accident. */
export function ConfirmTyped( props: Props ) {
	const { title, children, isReady = true, orders, total } = props;
	const { confirmLabel, isBusy, onConfirm, onCancel } = props;
	const [ number, setNumber ] = useState( '' );
	const [ amount, setAmount ] = useState( '' );
	const form = useId();
	const isRight = isReady && isCount( number, orders ) && isTotal( amount, total );
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		if ( isRight && ! isBusy ) {
			onConfirm();
		}
	};
	return (
		<Modal
			className="amicable-confirm"
			title={ title }
			onRequestClose={ onCancel }
			isDismissible={ ! isBusy }
			focusOnMount="firstInputElement"
			shouldCloseOnClickOutside={ false }
			shouldCloseOnEsc={ ! isBusy }
		>
			<form id={ form } className="amicable-form" onSubmit={ submit }>
				{ children }
				<Typed label={ ordersLabel( orders ) } value={ number } onChange={ setNumber } />
				{ total && (
					<Typed label={ totalLabel( total ) } value={ amount } onChange={ setAmount } />
				) }
			</form>
			<div className="amicable-actions">
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ onCancel }
					disabled={ isBusy }
				>
					{ __( 'Cancel', 'amicable' ) }
				</Button>
				<Submit form={ form } isBusy={ isBusy } mayGo={ isRight }>
					{ confirmLabel }
				</Submit>
			</div>
		</Modal>
	);
}
