import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { messageOf } from '../data/api-error';

type Props = {
	/** What did not work, in words. */
	message: string;
	/** What was thrown: says why. */
	error?: unknown;
	onRetry?: () => void;
};

/** The screen stays where it is; what was typed is not lost. */
export function ErrorNotice( { message, error, onRetry }: Props ) {
	return (
		<Notice className="amicable-error" status="error" isDismissible={ false }>
			<p className="amicable-error__message">{ message }</p>
			{ Boolean( error ) && <p className="amicable-error__why">{ messageOf( error ) }</p> }
			{ onRetry && (
				<Button variant="secondary" onClick={ onRetry }>
					{ __( 'Try again', 'amicable' ) }
				</Button>
			) }
		</Notice>
	);
}
