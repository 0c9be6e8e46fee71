import { Button, Notice } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { useAct } from '../../components/use-act';
import type { Verified } from '../../data/log/schema';
import { logStore } from '../../data/log/store';

const verdictOf = ( { rows, broken_at: broken }: Verified ) =>
	broken === null
		? sprintf(
				/* translators: %d: number of rows. */
				_n(
					'%d row, as it was written.',
					'All %d rows are as they were written.',
					rows,
					'amicable'
				),
				rows
			)
		: sprintf(
				/* translators: %d: number of a row. */
				__(
					'Row %d does not follow from the one before it: it or one beside it was changed or taken out.',
					'amicable'
				),
				broken
			);

/** Whether the log is as it was written, looked at now. */
export function Verify() {
	const { verify } = useDispatch( logStore );
	const [ verdict, setVerdict ] = useState< Verified >();
	const { act, isBusy, error } = useAct();
	const look = () => act( async () => setVerdict( await verify() ) );
	return (
		<>
			<p>
				{ __(
					'Rows are only ever added, and each follows from the one before it. What concerns a person can be erased; the row stays and says so.',
					'amicable'
				) }
			</p>
			<p>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ look }
				>
					{ __( 'Verify the log', 'amicable' ) }
				</Button>
			</p>
			{ verdict && ! isBusy && (
				<Notice status={ verdict.intact ? 'success' : 'error' } isDismissible={ false }>
					{ verdictOf( verdict ) }
				</Notice>
			) }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The log could not be verified.', 'amicable' ) }
					error={ error }
				/>
			) }
		</>
	);
}
