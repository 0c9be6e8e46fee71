import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Letter } from '../../../data/letters/schema';
import { formatDateTime } from '../../../format/dates';
import { CopyWords } from '../../../components/copy-words';
import { dropWords, keptWords } from './kept-words';
import { MailPreview } from './mail-preview';
import { Aside } from './saving';
import { sentWords } from './sent-words';

const litmus = ( { read_by: by, read_at: at }: Letter ) =>
	by && at
		? sprintf(
				/* translators: 1: name of a colleague, 2: date and time. */
				__( '%1$s was fine with everybody reading it (%2$s).', 'amicable' ),
				by.name,
				formatDateTime( at )
			)
		: undefined;

/** What the customer got. It can be read and copied, nothing else. */
export function Frozen( { letter }: { letter: Letter } ) {
	const [ aside, setAside ] = useState( () => keptWords( letter )?.words );
	return (
		<div className="amicable-composer__frozen">
			<p>
				{ sentWords( letter ) } { litmus( letter ) }{ ' ' }
				{ __( 'It is kept as it went out.', 'amicable' ) }
			</p>
			{ aside && (
				<Aside
					words={ aside }
					onClose={ () => {
						dropWords( letter );
						setAside( undefined );
					} }
				/>
			) }
			{ letter.erased ? (
				<p>
					{ __( 'The customer’s data was erased, and the words with it.', 'amicable' ) }
				</p>
			) : (
				<>
					<MailPreview letter={ letter } words={ letter } />
					<div className="amicable-composer__buttons">
						<CopyWords words={ letter } />
					</div>
				</>
			) }
		</div>
	);
}
