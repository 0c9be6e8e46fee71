import { RadioControl, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Field, FileShape, Preview } from '../../data/imports/schema';
import { fieldsOf, isNeeded, type Draft } from './draft';
import { fieldNames } from './words';

export type SectionProps = {
	preview: Preview;
	draft: Draft;
	errors: Record< string, string >;
	onChange: ( draft: Draft ) => void;
};

const NONE = '';

function choices( preview: Preview ) {
	return [
		{ value: NONE, label: __( 'Not in this file', 'amicable' ) },
		...preview.header.map( ( name, at ) => {
			const example = preview.rows.map( ( row ) => row[ at ] ).find( Boolean );
			return {
				value: String( at ),
				label: example
					? sprintf(
							/* translators: 1: name of a column, 2: what stands in it, as an example. */
							__( '%1$s (such as %2$s)', 'amicable' ),
							name,
							example.slice( 0, 30 )
						)
					: name,
			};
		} ),
	];
}

const labelOf = ( field: Field, shape: FileShape ) =>
	isNeeded( field, shape )
		? sprintf(
				/* translators: %s: what a column means, such as the email of the customer. */
				__( '%s (needed)', 'amicable' ),
				fieldNames()[ field ]
			)
		: fieldNames()[ field ];

/** Which column means what. */
export function ColumnsSection( { preview, draft, errors, onChange }: SectionProps ) {
	const { shape, columns } = draft;
	const set = ( field: Field, value: string ) => {
		const { [ field ]: _, ...rest } = columns;
		const chosen = value === NONE ? rest : { ...rest, [ field ]: Number( value ) };
		onChange( { ...draft, columns: chosen } );
	};
	return (
		<>
			<RadioControl
				label={ __( 'Each row is', 'amicable' ) }
				selected={ shape }
				options={ [
					{ value: 'tickets', label: __( 'a whole ticket', 'amicable' ) },
					{ value: 'messages', label: __( 'one message of a ticket', 'amicable' ) },
				] }
				onChange={ ( value: string ) =>
					onChange( { ...draft, shape: value === 'messages' ? 'messages' : 'tickets' } )
				}
			/>
			<div className="amicable-import__grid">
				{ fieldsOf( shape ).map( ( field ) => {
					const error = errors[ `columns.${ field }` ];
					return (
						<SelectControl
							key={ field }
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							label={ labelOf( field, shape ) }
							value={ String( columns[ field ] ?? NONE ) }
							options={ choices( preview ) }
							help={
								error && <span className="amicable-import__error">{ error }</span>
							}
							aria-invalid={ Boolean( error ) }
							onChange={ ( value: string ) => set( field, value ) }
						/>
					);
				} ) }
			</div>
		</>
	);
}
