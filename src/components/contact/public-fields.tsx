import { SelectControl, TextareaControl, TextControl } from '@wordpress/components';
import { __, _x } from '@wordpress/i18n';
import { errorOf } from '../../data/field-errors';
import { starsOf } from '../../format/stars';
import { describe } from '../fields';
import type { Props } from './contact-fields';
import type { Entry } from './entry';

const choices = (): { label: string; value: Entry[ 'stars' ] }[] => [
	{ label: _x( 'None', 'stars of a review', 'amicable' ), value: '' },
	{ label: starsOf( 1 ), value: '1' },
	{ label: starsOf( 2 ), value: '2' },
	{ label: starsOf( 3 ), value: '3' },
	{ label: starsOf( 4 ), value: '4' },
	{ label: starsOf( 5 ), value: '5' },
];

/** What everybody can read: where it is, what it says. It joins the open case; of itself it is never held against anybody. */
export const PublicFields = ( { entry, errors = {}, onChange }: Props ) => (
	<>
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Link to it', 'amicable' ) }
			{ ...describe(
				__( 'Without a demand it is never held against the customer.', 'amicable' ),
				errorOf( errors, 'url' )
			) }
			type="url"
			required
			maxLength={ 500 }
			value={ entry.url }
			onChange={ ( url ) => onChange( { ...entry, url } ) }
		/>
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Stars', 'amicable' ) }
			value={ entry.stars }
			options={ choices() }
			onChange={ ( stars ) => onChange( { ...entry, stars } ) }
		/>
		<TextareaControl
			__nextHasNoMarginBottom
			label={ __( 'What they wrote', 'amicable' ) }
			{ ...describe( undefined, errorOf( errors, 'text' ) ) }
			rows={ 3 }
			maxLength={ 5000 }
			value={ entry.text }
			onChange={ ( text ) => onChange( { ...entry, text } ) }
		/>
	</>
);
