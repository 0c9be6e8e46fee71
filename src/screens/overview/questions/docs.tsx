import { CheckboxControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Setup } from '../../../data/setup/schema';
import { formatNumber } from '../../../format/numbers';
import { QuestionForm } from './form';

/** Kept with https; addresses are compared without it. Undefined: this is no address. */
export function addressOf( typed: string ): string | undefined {
	const bare = typed.trim().replace( /^https?:\/\//i, '' );
	return /^[^\s<>"/]+\.[^\s<>"]+$|^localhost[^\s<>"]*$/.test( bare )
		? `https://${ bare }`
		: undefined;
}

const label = ( { name, pages, url }: Setup[ 'docs' ][ number ] ) =>
	sprintf(
		/* translators: 1: name of a kind of page, "Docs", 2: number of pages, 3: web address. */
		_n( '%1$s: %2$s page at %3$s', '%1$s: %2$s pages at %3$s', pages, 'amicable' ),
		name,
		formatNumber( pages ),
		url
	);

/** What this site seems to have is ticked already; everything else is an address. */
export function Docs( { setup: { docs } }: { setup: Setup } ) {
	const [ chosen, setChosen ] = useState( docs.map( ( { url } ) => url ) );
	const [ typed, setTyped ] = useState( '' );
	const address = addressOf( typed );
	const isBroken = typed.trim() !== '' && ! address;
	const all = [ ...chosen, ...( address ? [ address ] : [] ) ];
	return (
		<QuestionForm
			question="docs"
			save={ __( 'These are our docs', 'amicable' ) }
			answer={ all.length > 0 && ! isBroken ? { docs_urls: all } : undefined }
		>
			{ docs.map( ( found ) => (
				<CheckboxControl
					__nextHasNoMarginBottom
					key={ found.url }
					label={ label( found ) }
					checked={ chosen.includes( found.url ) }
					onChange={ ( isOn ) =>
						setChosen(
							isOn
								? [ ...chosen, found.url ]
								: chosen.filter( ( url ) => url !== found.url )
						)
					}
				/>
			) ) }
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				type="url"
				dir="ltr"
				label={
					docs.length > 0
						? __( 'Another address', 'amicable' )
						: __( 'Address of your docs', 'amicable' )
				}
				help={ __(
					'When a reply links to a page below it, the docs had the answer.',
					'amicable'
				) }
				aria-invalid={ isBroken }
				value={ typed }
				onChange={ setTyped }
			/>
		</QuestionForm>
	);
}
