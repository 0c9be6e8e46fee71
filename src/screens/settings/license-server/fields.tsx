import { CheckboxControl, SelectControl, TextareaControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { describe, WordsField } from '../../../components/fields';
import { errorOf, type Errors } from '../../../data/field-errors';
import { BackFields } from './back-fields';
import type { ServerDraft } from './draft';
import { Headers } from './headers';

type Props = { draft: ServerDraft; errors: Errors; onChange: ( draft: ServerDraft ) => void };
type TextName = Exclude<
	{
		[ K in keyof ServerDraft ]: ServerDraft[ K ] extends string ? K : never;
	}[ keyof ServerDraft ],
	'store' | 'end_method' | 'back_method'
>;

const words = (): Array< [ TextName, string, string? ] > => [
	[ 'read_path', __( 'Path that shows the license of an order', 'amicable' ) ],
	[
		'status_path',
		__( 'Where the answer has the status', 'amicable' ),
		__( 'With dots between the levels, such as data.status.', 'amicable' ),
	],
	[
		'ended',
		__( 'Status of a license that has ended', 'amicable' ),
		__( 'Several words with commas between them.', 'amicable' ),
	],
	[
		'ends_at_path',
		__( 'Where the answer has the end of the paid time', 'amicable' ),
		__( 'May be left empty.', 'amicable' ),
	],
];

const endWords = (): Array< [ TextName, string, string? ] > => [
	[ 'end_path', __( 'Path that ends the license of an order', 'amicable' ) ],
	[
		'success_path',
		__( 'Where the answer says that it worked', 'amicable' ),
		__( 'May be left empty. The license is read again either way.', 'amicable' ),
	],
	[ 'success_value', __( 'What it says there', 'amicable' ) ],
];

export function Fields( { draft, errors, onChange }: Props ) {
	const field = ( [ name, label, help ]: [ TextName, string, string? ] ) => (
		<WordsField
			key={ name }
			label={ label }
			{ ...( help && { help } ) }
			spellCheck={ false }
			value={ draft[ name ] }
			error={ errorOf( errors, name ) }
			onChange={ ( typed ) => onChange( { ...draft, [ name ]: typed } ) }
		/>
	);
	return (
		<>
			<div className="amicable-settings__grid is-wide">
				{ field( [ 'name', __( 'Your name for this server', 'amicable' ) ] ) }
				{ field( [ 'host', __( 'Server', 'amicable' ), 'licenses.yourshop.com' ] ) }
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Whose orders it knows', 'amicable' ) }
					value={ draft.store }
					options={ [
						{ value: 'woocommerce', label: 'WooCommerce' },
						{ value: 'edd', label: 'Easy Digital Downloads' },
					] }
					onChange={ ( store ) => onChange( { ...draft, store } ) }
				/>
			</div>
			<Headers
				headers={ draft.headers }
				errors={ errors }
				onChange={ ( headers ) => onChange( { ...draft, headers } ) }
			/>
			<h3 className="amicable-settings__sub">{ __( 'Reading', 'amicable' ) }</h3>
			<div className="amicable-settings__grid is-wide">{ words().map( field ) }</div>
			<h3 className="amicable-settings__sub">{ __( 'Ending', 'amicable' ) }</h3>
			<div className="amicable-settings__grid is-wide">
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Method', 'amicable' ) }
					value={ draft.end_method }
					options={ ( [ 'POST', 'PUT', 'PATCH', 'DELETE' ] as const ).map(
						( value ) => ( { value, label: value } )
					) }
					onChange={ ( method ) => onChange( { ...draft, end_method: method } ) }
				/>
				{ endWords().map( field ) }
			</div>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'What is sent with it, as JSON', 'amicable' ) }
				{ ...describe(
					__(
						'May be left empty. {order_id}, {order_number} and {email} are filled in, here and in both paths.',
						'amicable'
					),
					errorOf( errors, 'end_body' )
				) }
				rows={ 3 }
				value={ draft.end_body }
				onChange={ ( body ) => onChange( { ...draft, end_body: body } ) }
			/>
			<BackFields draft={ draft } errors={ errors } onChange={ onChange } />
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'End licenses at this server', 'amicable' ) }
				help={ __( 'Try it before you switch it on.', 'amicable' ) }
				checked={ draft.enabled }
				onChange={ ( enabled ) => onChange( { ...draft, enabled } ) }
			/>
		</>
	);
}
