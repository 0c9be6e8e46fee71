import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Arrived } from '../../data/locks/schema';
import { formatDateTime } from '../../format/dates';
import { CopyWords } from '../copy-words';

/** The person's own mail program: the shop sends nothing to counsel by itself. */
const mailTo = ( { to, note_subject: subject, note }: Arrived ) =>
	`mailto:${ to ?? '' }?subject=${ encodeURIComponent( subject ) }&body=${ encodeURIComponent( note ) }`;

const lineOf = ( { subject, at, to }: Arrived ) => {
	const what = subject || __( 'Without a subject', 'amicable' );
	const day = formatDateTime( at );
	return to
		? sprintf(
				/* translators: 1: subject of a message, 2: date and time, 3: email address of a lawyer. */
				__( '%1$s, %2$s: for %3$s', 'amicable' ),
				what,
				day,
				to
			)
		: sprintf(
				/* translators: 1: subject of a message, 2: date and time. */
				__( '%1$s, %2$s: for counsel', 'amicable' ),
				what,
				day
			);
};

const One = ( { mail }: { mail: Arrived } ) => (
	<li>
		<details>
			<summary>{ lineOf( mail ) }</summary>
			<p className="amicable-reply-lock__note">{ mail.note }</p>
			<div className="amicable-reply-lock__passages">
				<CopyWords words={ { subject: mail.note_subject, body: mail.note } } />
				{ mail.to && (
					<Button __next40pxDefaultSize variant="tertiary" href={ mailTo( mail ) }>
						{ __( 'Open as a mail', 'amicable' ) }
					</Button>
				) }
				{ mail.url && (
					<Button __next40pxDefaultSize variant="tertiary" href={ mail.url }>
						{ __( 'See the ticket', 'amicable' ) }
					</Button>
				) }
			</div>
		</details>
	</li>
);

/** What arrived since, with a note to send it on by. */
export const ForCounsel = ( { arrived }: { arrived: Arrived[] } ) =>
	arrived.length === 0 ? null : (
		<div>
			<h3 className="amicable-reply-lock__title">
				{ __( 'Arrived since, to be sent on', 'amicable' ) }
			</h3>
			<ul className="amicable-reply-lock__arrived">
				{ arrived.map( ( mail ) => (
					<One key={ mail.ticket_id } mail={ mail } />
				) ) }
			</ul>
		</div>
	);
