import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { SecretField, WordsField } from '../../../components/fields';
import { errorOf, type Errors } from '../../../data/field-errors';
import type { HeaderDraft } from './draft';

type Props = {
	headers: HeaderDraft[];
	errors: Errors;
	onChange: ( headers: HeaderDraft[] ) => void;
};

/** Keys and tokens: they go in and are never shown again. */
export function Headers( { headers, errors, onChange }: Props ) {
	const set = ( at: number, change: Partial< HeaderDraft > ) =>
		onChange(
			headers.map( ( header, index ) => ( index === at ? { ...header, ...change } : header ) )
		);
	return (
		<>
			<h3 className="amicable-settings__sub">{ __( 'Headers', 'amicable' ) }</h3>
			{ headers.map( ( { name, value, kept }, at ) => (
				<fieldset key={ at } className="amicable-settings__agent is-header">
					<legend className="screen-reader-text">
						{ sprintf(
							/* translators: %d: number of a header in a list. */
							__( 'Header %d', 'amicable' ),
							at + 1
						) }
					</legend>
					<WordsField
						label={ __( 'Name of the header', 'amicable' ) }
						placeholder="Authorization"
						value={ name }
						error={ errorOf( errors, `headers.${ at }.name` ) }
						onChange={ ( typed ) => set( at, { name: typed, kept: false } ) }
					/>
					<SecretField
						label={ __( 'Secret value', 'amicable' ) }
						{ ...( kept && {
							help: __( 'Kept. Type another one to replace it.', 'amicable' ),
						} ) }
						value={ value }
						error={ errorOf( errors, `headers.${ at }.value` ) }
						onChange={ ( typed ) => set( at, { value: typed } ) }
					/>
					<Button
						variant="tertiary"
						isDestructive
						onClick={ () => onChange( headers.filter( ( _, index ) => index !== at ) ) }
					>
						{ __( 'Remove', 'amicable' ) }
					</Button>
				</fieldset>
			) ) }
			<Button
				variant="secondary"
				onClick={ () => onChange( [ ...headers, { name: '', value: '', kept: false } ] ) }
			>
				{ __( 'Add a header', 'amicable' ) }
			</Button>
		</>
	);
}
