import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { useAct } from '../../components/use-act';
import type { CustomerDetail, Flag, ReviewRequest } from '../../data/customers/schema';
import { customersStore } from '../../data/customers/store';
import { dismissals } from './dismissals';
import { DismissDialog, SnoozeDialog } from './review-dialogs';

type Props = { flag: Flag; customer: Pick< CustomerDetail, 'id' >; onSaved?: () => void };
type Answer = Omit< ReviewRequest, 'version' >;

function useReview( { flag, customer, onSaved }: Props ) {
	const { review } = useDispatch( customersStore );
	const { act, ...state } = useAct();
	const send = async ( answer: Answer ) => {
		const saved = await act( () =>
			review( customer, flag.pattern, { ...answer, version: flag.version } )
		);
		if ( saved ) {
			speak( __( 'Saved.', 'amicable' ) );
			onSaved?.();
		}
		return saved;
	};
	return { ...state, send };
}

type NotSoProps = {
	flag: Flag;
	isBusy: boolean;
	onDismiss: ( reason: string ) => void;
	onOwnWords: () => void;
};

/** The reason is the button: one click says that it is not so, and why. */
function NotSo( { flag, isBusy, onDismiss, onOwnWords }: NotSoProps ) {
	const label = _x( 'Not so:', 'before reasons to dismiss a pattern', 'amicable' );
	return (
		<div className="amicable-customer__not-so" role="group" aria-label={ label }>
			<span aria-hidden="true">{ label }</span>
			{ dismissals( flag ).map( ( reason ) => (
				<Button
					key={ reason }
					variant="tertiary"
					size="compact"
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => onDismiss( reason ) }
				>
					{ reason }
				</Button>
			) ) }
			<Button
				variant="tertiary"
				size="compact"
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ onOwnWords }
			>
				{ _x( 'In your own words…', 'why a pattern is not so', 'amicable' ) }
			</Button>
		</div>
	);
}

/** A person says whether it is so. Confirming only says "yes, that is how it is": nothing follows by itself. */
export function Review( props: Props ) {
	const { flag } = props;
	const { isBusy, error, send } = useReview( props );
	const [ dialog, setDialog ] = useState< 'dismiss' | 'snooze' | undefined >();
	const close = () => setDialog( undefined );
	const answer = async ( what: Answer ) => ( await send( what ) ) && close();
	const common = { isBusy, error, onCancel: close };

	return (
		<div className="amicable-customer__review">
			{ flag.state !== 'confirmed' && (
				<Button
					variant="secondary"
					size="compact"
					isBusy={ isBusy && ! dialog }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => answer( { action: 'confirm' } ) }
				>
					{ __( 'Confirm', 'amicable' ) }
				</Button>
			) }
			{ flag.state !== 'dismissed' && (
				<NotSo
					flag={ flag }
					isBusy={ isBusy }
					onDismiss={ ( reason ) => answer( { action: 'dismiss', reason } ) }
					onOwnWords={ () => setDialog( 'dismiss' ) }
				/>
			) }
			<Button variant="tertiary" size="compact" onClick={ () => setDialog( 'snooze' ) }>
				{ __( 'Snooze…', 'amicable' ) }
			</Button>
			{ ! dialog && Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The review was not saved.', 'amicable' ) }
					error={ error }
				/>
			) }
			{ dialog === 'dismiss' && (
				<DismissDialog
					{ ...common }
					onSend={ ( reason ) => answer( { action: 'dismiss', reason } ) }
				/>
			) }
			{ dialog === 'snooze' && (
				<SnoozeDialog
					{ ...common }
					onSend={ ( until ) => answer( { action: 'snooze', until } ) }
				/>
			) }
		</div>
	);
}
