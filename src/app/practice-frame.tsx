import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../components/error-notice';
import { useMode } from '../components/use-mode';

/** Stays in sight, so that nobody takes the sample shop for their own. */
export function PracticeFrame() {
	const { enter, isBusy, error } = useMode();
	return (
		<aside className="amicable-practice" aria-label={ __( 'Practice', 'amicable' ) }>
			<p className="amicable-practice__text">
				<strong>{ __( 'Practice', 'amicable' ) }</strong>{ ' ' }
				{ __( 'Nothing here is real. No customer, no mail, no money.', 'amicable' ) }
			</p>
			<Button
				variant="secondary"
				size="compact"
				isBusy={ isBusy }
				onClick={ () => enter( 'live' ) }
			>
				{ __( 'Leave Practice', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'You are still in Practice.', 'amicable' ) }
					error={ error }
				/>
			) }
		</aside>
	);
}
