import { __, _x } from '@wordpress/i18n';
import type { Letter } from '../../../data/letters/schema';
import type { Words } from './kept-words';

type Props = { letter: Pick< Letter, 'language' >; words: Words };

/** As it arrives. Plain text: nothing in it can act. */
export const MailPreview = ( { letter: { language }, words: { to, subject, body } }: Props ) => (
	<article className="amicable-mail" aria-label={ __( 'The mail as it arrives', 'amicable' ) }>
		<dl className="amicable-mail__head">
			<dt>{ _x( 'To', 'recipient of a mail', 'amicable' ) }</dt>
			<dd>{ to || __( 'no address yet', 'amicable' ) }</dd>
			<dt>{ _x( 'Subject', 'of a mail', 'amicable' ) }</dt>
			<dd lang={ language } dir="auto">
				{ subject || __( 'no subject yet', 'amicable' ) }
			</dd>
		</dl>
		<div className="amicable-mail__body" lang={ language } dir="auto">
			{ body }
		</div>
	</article>
);
