import { Button, Notice } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import { can } from '../../../data/boot';
import type { Letter } from '../../../data/letters/schema';
import { lettersStore } from '../../../data/letters/store';
import { MailPreview } from './mail-preview';

/** Somebody's send is under way; it ends by itself. */
export function OnItsWay( { letter }: { letter: Letter } ) {
	const { invalidateResolution } = useDispatch( lettersStore );
	return (
		<div className="amicable-composer__frozen">
			<p>{ __( 'This message is being sent.', 'amicable' ) }</p>
			<MailPreview letter={ letter } words={ letter } />
			<Button
				__next40pxDefaultSize
				variant="secondary"
				onClick={ () => invalidateResolution( 'getLetter', [ letter.case_id, letter.id ] ) }
			>
				{ __( 'Look again', 'amicable' ) }
			</Button>
		</div>
	);
}

/** Nobody knows whether it went out: a person looks, and says. It is never sent again by itself. */
export function Unsettled( { letter }: { letter: Letter } ) {
	const { settle } = useDispatch( lettersStore );
	const { act, isBusy, error } = useAct();
	const say = ( outcome: 'sent' | 'not_sent' ) =>
		act( () => settle( letter, { version: letter.version, outcome } ) );
	return (
		<div className="amicable-composer__frozen">
			<Notice status="warning" isDismissible={ false }>
				<p>
					<strong>
						{ __( 'It is not known whether this message went out.', 'amicable' ) }
					</strong>
				</p>
				<p>
					{ __(
						'The site stopped in the middle of sending. Nothing is sent twice by itself. Please look:',
						'amicable'
					) }
				</p>
				<ul className="amicable-composer__checks">
					{ letter.desk ? (
						<li>
							{ sprintf(
								/* translators: %s: name of a help desk. */
								__( 'the ticket in %s', 'amicable' ),
								letter.desk
							) }
						</li>
					) : (
						<>
							<li>
								{ __( 'the sent folder or log of your mail service', 'amicable' ) }
							</li>
							<li>
								{ __( 'the log of a mail plugin, if you have one', 'amicable' ) }
							</li>
						</>
					) }
					<li>{ __( 'whether the customer has answered it', 'amicable' ) }</li>
				</ul>
				{ can( 'amicable_send' ) && (
					<div className="amicable-composer__buttons">
						<Button
							variant="secondary"
							isBusy={ isBusy }
							disabled={ isBusy }
							onClick={ () => say( 'sent' ) }
						>
							{ __( 'It went out', 'amicable' ) }
						</Button>
						<Button
							variant="secondary"
							disabled={ isBusy }
							onClick={ () => say( 'not_sent' ) }
						>
							{ __( 'It did not go out', 'amicable' ) }
						</Button>
					</div>
				) }
				{ Boolean( error ) && (
					<ErrorNotice
						message={ __( 'That was not saved.', 'amicable' ) }
						error={ error }
					/>
				) }
			</Notice>
			<MailPreview letter={ letter } words={ letter } />
		</div>
	);
}
