import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { useAct } from '../../components/use-act';
import type { DisputeSheet, DisputeStatus } from '../../data/disputes/schema';
import { disputesStore } from '../../data/disputes/store';

const ends = (): { status: DisputeStatus; label: string }[] => [
	{ status: 'won', label: __( 'It was won or withdrawn', 'amicable' ) },
	{ status: 'lost', label: __( 'It was lost', 'amicable' ) },
];

/** Not every gateway tells how a dispute ended; the mail of the bank does. What the gateway says later counts over it. */
export function Say( { sheet: { order, status } }: { sheet: DisputeSheet } ) {
	const { say } = useDispatch( disputesStore );
	const { act, isBusy, error } = useAct();
	const tell = async ( end: DisputeStatus ) => {
		if ( await act( () => say( order.ref, { status: end } ) ) ) {
			speak( __( 'Noted.', 'amicable' ) );
		}
	};
	return (
		<div className="amicable-dispute__say">
			<p className="amicable-muted">
				{ __( 'If you know from elsewhere how it ended, say so:', 'amicable' ) }
			</p>
			<div className="amicable-actions">
				{ ends()
					.filter( ( end ) => end.status !== status )
					.map( ( end ) => (
						<Button
							__next40pxDefaultSize
							key={ end.status }
							variant="secondary"
							disabled={ isBusy }
							accessibleWhenDisabled
							onClick={ () => tell( end.status ) }
						>
							{ end.label }
						</Button>
					) ) }
			</div>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</div>
	);
}
