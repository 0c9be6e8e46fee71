import { Button, TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { FormDialog } from '../../../components/form-dialog';
import { useAct } from '../../../components/use-act';
import type { Chance } from '../../../data/chances/schema';
import { chancesStore } from '../../../data/chances/store';
import { formatDate } from '../../../format/dates';

type Ticket = Chance[ 'waiting' ][ number ];

function Answered( {
	chance,
	ticket,
	onClose,
}: {
	chance: Chance;
	ticket: Ticket;
	onClose: () => void;
} ) {
	const { write } = useDispatch( chancesStore );
	const { act, isBusy, error } = useAct();
	const [ note, setNote ] = useState( '' );
	const submit = async () => {
		const entry = { kind: 'answered', ticket_id: ticket.ticket_id, note } as const;
		if ( await act( () => write( chance, entry ) ) ) {
			onClose();
		}
	};
	return (
		<FormDialog
			title={ __( 'Answered elsewhere', 'amicable' ) }
			label={ __( 'Save', 'amicable' ) }
			failed={ __( 'That was not saved.', 'amicable' ) }
			mayGo={ note.trim() !== '' }
			isBusy={ isBusy }
			error={ error }
			onSubmit={ submit }
			onCancel={ onClose }
		>
			<p>{ ticket.subject }</p>
			<TextareaControl
				label={ __( 'Where, and what you answered', 'amicable' ) }
				value={ note }
				onChange={ setNote }
				rows={ 3 }
				maxLength={ 2000 }
				__nextHasNoMarginBottom
			/>
		</FormDialog>
	);
}

const lineOf = ( { subject, since }: Ticket ) =>
	sprintf(
		/* translators: 1: subject of a ticket, 2: a date. */
		__( '%1$s, waiting since %2$s', 'amicable' ),
		subject || __( 'Without a subject', 'amicable' ),
		formatDate( since )
	);

/** Tickets that wait for us: whoever waits is answered before they are warned. */
export function Waiting( { chance }: { chance: Chance } ) {
	const [ ticket, setTicket ] = useState< Ticket >();
	if ( chance.waiting.length === 0 ) {
		return null;
	}
	return (
		<div>
			<h3>{ __( 'They wait for an answer', 'amicable' ) }</h3>
			<ul className="amicable-chance__waiting">
				{ chance.waiting.map( ( waiting ) => (
					<li key={ waiting.ticket_id }>
						{ waiting.url ? (
							<a href={ waiting.url }>{ lineOf( waiting ) }</a>
						) : (
							<span>{ lineOf( waiting ) }</span>
						) }
						<Button
							variant="secondary"
							size="compact"
							onClick={ () => setTicket( waiting ) }
						>
							{ __( 'Answered elsewhere…', 'amicable' ) }
						</Button>
					</li>
				) ) }
			</ul>
			{ ticket && (
				<Answered
					chance={ chance }
					ticket={ ticket }
					onClose={ () => setTicket( undefined ) }
				/>
			) }
		</div>
	);
}
