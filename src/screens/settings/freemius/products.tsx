import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { NumberField, SecretField, WordsField } from '../../../components/fields';
import { errorOf, type Errors } from '../../../data/field-errors';
import type { ProductDraft } from './draft';

type Props = {
	products: ProductDraft[];
	errors: Errors;
	onChange: ( products: ProductDraft[] ) => void;
};

/** A token opens one product. It goes in and is never shown again; another number needs another one. */
export function Products( { products, errors, onChange }: Props ) {
	const set = ( at: number, change: Partial< ProductDraft > ) =>
		onChange(
			products.map( ( product, index ) =>
				index === at ? { ...product, ...change } : product
			)
		);
	return (
		<>
			{ products.map( ( { id, name, token, kept }, at ) => (
				<fieldset key={ at } className="amicable-settings__agent is-product">
					<legend className="screen-reader-text">
						{ sprintf(
							/* translators: %d: number of a product in a list. */
							__( 'Product %d', 'amicable' ),
							at + 1
						) }
					</legend>
					<NumberField
						label={ __( 'Product ID', 'amicable' ) }
						min={ 1 }
						value={ id }
						error={ errorOf( errors, `products.${ at }.id` ) }
						onChange={ ( typed ) => set( at, { id: typed, kept: false } ) }
					/>
					<WordsField
						label={ __( 'Name', 'amicable' ) }
						value={ name }
						error={ errorOf( errors, `products.${ at }.name` ) }
						onChange={ ( typed ) => set( at, { name: typed } ) }
					/>
					<SecretField
						label={ __( 'Bearer token', 'amicable' ) }
						{ ...( kept && {
							help: __( 'Kept. Type another one to replace it.', 'amicable' ),
						} ) }
						value={ token }
						error={ errorOf( errors, `products.${ at }.token` ) }
						onChange={ ( typed ) => set( at, { token: typed } ) }
					/>
					<Button
						variant="tertiary"
						isDestructive
						onClick={ () =>
							onChange( products.filter( ( _, index ) => index !== at ) )
						}
					>
						{ __( 'Remove', 'amicable' ) }
					</Button>
				</fieldset>
			) ) }
			<div>
				<Button
					variant="secondary"
					onClick={ () =>
						onChange( [ ...products, { id: '', name: '', token: '', kept: false } ] )
					}
				>
					{ __( 'Add a product', 'amicable' ) }
				</Button>
			</div>
		</>
	);
}
