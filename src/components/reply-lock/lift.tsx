import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import type { Lock } from '../../data/locks/schema';
import { locksStore } from '../../data/locks/store';
import { ReasonForm } from '../reason-form';

/** One reason and one click, and the customer is answered like anybody else. The case stays where it is. */
export function Lift( { customer, lock }: { customer: number; lock: Lock } ) {
	const { lift } = useDispatch( locksStore );
	return (
		<ReasonForm
			label={ __( 'Why answer again', 'amicable' ) }
			button={ __( 'Answer again', 'amicable' ) }
			done={ __( 'This customer may be answered again.', 'amicable' ) }
			onSave={ ( reason ) => lift( customer, lock.version, reason ) }
		/>
	);
}
