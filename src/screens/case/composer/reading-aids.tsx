import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Letter } from '../../../data/letters/schema';
import { BesideView } from './beside';
import { languageNames, readersLanguage } from '../../../format/languages';
import { MailPreview } from './mail-preview';
import type { Words } from './kept-words';
import { PublicViewPage } from './public-view';
import { Quotes } from './quotes';

type Aid = 'quotes' | 'beside' | 'mail' | 'public';
type Props = {
	letter: Letter;
	customer: number;
	words: Words;
	onInsert: ( text: string ) => void;
	/** Saves first: these are read from what the server has. */
	onSave: () => Promise< unknown >;
};

const labels = ( { language }: Letter ): Record< Aid, string > => ( {
	quotes: __( 'Quote their words', 'amicable' ),
	beside:
		readersLanguage() === language
			? __( 'Side by side', 'amicable' )
			: sprintf(
					/* translators: %s: name of a language. */
					__( 'Read it in %s', 'amicable' ),
					languageNames()[ readersLanguage() ]
				),
	mail: __( 'As a mail', 'amicable' ),
	public: __( 'If this were public', 'amicable' ),
} );

const aidsFor = ( { template, channel }: Letter ): Aid[] => [
	'quotes',
	...( template ? ( [ 'beside' ] as const ) : [] ),
	...( channel === 'letter' ? ( [ 'mail' ] as const ) : [] ),
	'public',
];

const NEEDS_SAVED: Aid[] = [ 'beside', 'public' ];

/** Ways to look at a draft; one at a time, below the buttons. */
export function ReadingAids( { letter, customer, words, onInsert, onSave }: Props ) {
	const [ open, setOpen ] = useState< Aid | undefined >();
	const choose = async ( aid: Aid ) => {
		if ( open !== aid && NEEDS_SAVED.includes( aid ) ) {
			await onSave().catch( () => undefined );
		}
		setOpen( open === aid ? undefined : aid );
	};
	return (
		<div className="amicable-aids">
			<div className="amicable-aids__buttons">
				{ aidsFor( letter ).map( ( aid ) => (
					<Button
						key={ aid }
						variant="secondary"
						size="compact"
						aria-expanded={ open === aid }
						aria-controls="amicable-aid"
						onClick={ () => choose( aid ) }
					>
						{ labels( letter )[ aid ] }
					</Button>
				) ) }
			</div>
			<div id="amicable-aid" className="amicable-aids__body" hidden={ ! open }>
				{ open === 'quotes' && <Quotes customer={ customer } onInsert={ onInsert } /> }
				{ open === 'beside' && <BesideView letter={ letter } /> }
				{ open === 'mail' && <MailPreview letter={ letter } words={ words } /> }
				{ open === 'public' && <PublicViewPage letter={ letter } /> }
			</div>
		</div>
	);
}
