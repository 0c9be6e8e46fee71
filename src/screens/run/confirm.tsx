import { Button, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ConfirmTyped } from '../../components/confirm-typed';
import type { Plan } from '../../data/offboardings/schema';
import { formatMoneyList } from '../../format/money-list';
import { runKindNames } from './words';

type Props = {
	plan: Plan;
	/** Stages of a case are skipped: why is asked for and kept. */
	reasonNeeded: boolean;
	busy: boolean;
	onStart: ( reason: string ) => void;
};

const what = ( { orders, totals }: Plan ) =>
	sprintf(
		/* translators: 1: amounts of money, 2: number of orders. */
		_n(
			'%1$s goes back for %2$d order. This cannot be taken back.',
			'%1$s goes back for %2$d orders. This cannot be taken back.',
			orders,
			'amicable'
		),
		formatMoneyList( totals ),
		orders
	);

const isApproval = () =>
	__( 'Nobody else has to approve it: what you confirm here is approved by you.', 'amicable' );

const Reason = ( { value, onChange }: { value: string; onChange: ( value: string ) => void } ) => (
	<TextareaControl
		label={ __( 'Why, in your words', 'amicable' ) }
		help={ __( 'Kept with the case for ever.', 'amicable' ) }
		value={ value }
		onChange={ onChange }
		rows={ 2 }
		maxLength={ 500 }
		__nextHasNoMarginBottom
	/>
);

/** Money leaves after this: the person types what they saw. Where nothing leaves and nothing new ends, the plan above is what they agree to. */
export function Confirm( { plan, reasonNeeded, busy, onStart }: Props ) {
	const [ isOpen, setOpen ] = useState( false );
	const [ reason, setReason ] = useState( '' );
	const name = runKindNames()[ plan.kind ];
	const isSimple = plan.kind === 'finish' && plan.orders === 0;

	return (
		<div className="amicable-run__confirm">
			<Button
				variant="primary"
				onClick={ () => ( isSimple ? onStart( '' ) : setOpen( true ) ) }
				disabled={ busy }
				accessibleWhenDisabled
				__next40pxDefaultSize
			>
				{ isSimple ? name : `${ name }…` }
			</Button>
			{ isOpen && (
				<ConfirmTyped
					title={ name }
					isReady={ ! reasonNeeded || reason.trim() !== '' }
					orders={ plan.orders }
					total={ plan.totals[ 0 ] }
					confirmLabel={ name }
					isBusy={ busy }
					onConfirm={ () => onStart( reason.trim() ) }
					onCancel={ () => setOpen( false ) }
				>
					<p>{ what( plan ) }</p>
					{ plan.approves && <p>{ isApproval() }</p> }
					{ reasonNeeded && <Reason value={ reason } onChange={ setReason } /> }
				</ConfirmTyped>
			) }
		</div>
	);
}
