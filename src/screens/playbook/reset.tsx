import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

type Props = { isBusy: boolean; onReset: () => Promise< unknown > };

/** Own words are let go: asked first. */
export function Reset( { isBusy, onReset }: Props ) {
	const [ isAsking, setAsking ] = useState( false );
	const close = () => setAsking( false );
	return (
		<>
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				isDestructive
				onClick={ () => setAsking( true ) }
			>
				{ __( 'Back to the shipped text…', 'amicable' ) }
			</Button>
			{ isAsking && (
				<Modal
					className="amicable-confirm"
					title={ __( 'Back to the shipped text?', 'amicable' ) }
					onRequestClose={ close }
				>
					<p>
						{ __(
							'Your own words for it are removed. Messages that were sent stay as they are.',
							'amicable'
						) }
					</p>
					<div className="amicable-actions">
						<Button variant="tertiary" onClick={ close }>
							{ __( 'Cancel', 'amicable' ) }
						</Button>
						<Button
							variant="primary"
							isBusy={ isBusy }
							onClick={ () => onReset().then( close ) }
						>
							{ __( 'Remove own words', 'amicable' ) }
						</Button>
					</div>
				</Modal>
			) }
		</>
	);
}
