import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Preview } from '../../data/imports/schema';
import type { Look } from '../../data/imports/store';
import { delimiterNames, deskNames, encodingNames } from './words';

type Props = { preview: Preview; onChange: ( look: Look ) => void };

const optionsOf = ( names: Record< string, string > ) =>
	Object.entries( names ).map( ( [ value, label ] ) => ( { value, label } ) );

/** How the file is written down: guessed, and shown so that a wrong guess is seen. */
export function FormatSection( { preview, onChange }: Props ) {
	const { encoding, delimiter, desk } = preview;
	const look = { encoding, delimiter, desk };
	return (
		<div className="amicable-import__grid">
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Where the file comes from', 'amicable' ) }
				value={ desk }
				options={ optionsOf( deskNames() ) }
				onChange={ ( value: string ) => onChange( { ...look, desk: value } ) }
			/>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Encoding', 'amicable' ) }
				help={ __( 'Another one, if letters look wrong below.', 'amicable' ) }
				value={ encoding }
				options={ optionsOf( encodingNames() ) }
				onChange={ ( value: string ) => onChange( { ...look, encoding: value } ) }
			/>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Between two columns stands', 'amicable' ) }
				value={ delimiter }
				options={ optionsOf( delimiterNames() ) }
				onChange={ ( value: string ) => onChange( { ...look, delimiter: value } ) }
			/>
		</div>
	);
}
