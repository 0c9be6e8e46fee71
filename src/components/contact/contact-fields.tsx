import { SelectControl, TextareaControl, TextControl } from '@wordpress/components';
import { __, _x } from '@wordpress/i18n';
import { errorOf, type Errors } from '../../data/field-errors';
import { describe } from '../fields';
import { isPublic, type Entry } from './entry';
import { PublicFields } from './public-fields';

export type Props = { entry: Entry; errors?: Errors; onChange: ( entry: Entry ) => void };

const channels = (): { label: string; value: Entry[ 'channel' ] }[] => [
	{ label: __( 'Email', 'amicable' ), value: 'email' },
	{ label: __( 'Phone', 'amicable' ), value: 'phone' },
	{ label: __( 'Chat', 'amicable' ), value: 'chat' },
	{ label: __( 'Forum', 'amicable' ), value: 'forum' },
	{ label: __( 'Social media', 'amicable' ), value: 'social' },
	{
		label: _x( 'Public', 'a review or post that anybody can read', 'amicable' ),
		value: 'public',
	},
	{ label: _x( 'Other', 'way in which somebody wrote', 'amicable' ), value: 'other' },
];

const answers = (): { label: string; value: Entry[ 'inDocs' ] }[] => [
	{ label: __( 'Not known', 'amicable' ), value: '' },
	{ label: __( 'Yes', 'amicable' ), value: 'yes' },
	{ label: __( 'No', 'amicable' ), value: 'no' },
];

const common = { __next40pxDefaultSize: true, __nextHasNoMarginBottom: true } as const;

export const ContactFields = ( { entry, errors = {}, onChange }: Props ) => (
	<>
		<SelectControl
			{ ...common }
			label={ _x( 'By', 'email, phone, chat', 'amicable' ) }
			value={ entry.channel }
			options={ channels() }
			onChange={ ( channel ) => onChange( { ...entry, channel } ) }
		/>
		{ isPublic( entry ) && (
			<PublicFields entry={ entry } errors={ errors } onChange={ onChange } />
		) }
		<TextControl
			{ ...common }
			label={ __( 'Minutes', 'amicable' ) }
			{ ...describe( undefined, errorOf( errors, 'minutes' ) ) }
			type="number"
			min={ 0 }
			max={ 1440 }
			step={ 1 }
			value={ entry.minutes }
			onChange={ ( minutes ) => onChange( { ...entry, minutes } ) }
		/>
		<TextareaControl
			__nextHasNoMarginBottom
			label={ __( 'Note', 'amicable' ) }
			{ ...describe(
				__( 'Facts only: the customer may ask to read it.', 'amicable' ),
				errorOf( errors, 'note' )
			) }
			rows={ 2 }
			maxLength={ 500 }
			value={ entry.note }
			onChange={ ( note ) => onChange( { ...entry, note } ) }
		/>
		<SelectControl
			{ ...common }
			label={ __( 'Answered in the docs?', 'amicable' ) }
			value={ entry.inDocs }
			options={ answers() }
			onChange={ ( inDocs ) => onChange( { ...entry, inDocs } ) }
		/>
	</>
);
