import { ComboboxControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useDelayed } from '../../../components/use-delayed';
import { findProducts } from '../../../data/chances/store';
import { errorOf } from '../../../data/field-errors';
import type { MoveFieldsProps } from './move-dialog';
import { shopOf } from './move-draft';

type Product = { id: number; name: string };

/** Products of a shop by the words of their name. The latest words win, whichever answer comes first. */
function useProducts( { chance, draft }: MoveFieldsProps, typed: string ) {
	const store = shopOf( chance, draft )?.store;
	const search = useDelayed( typed );
	const [ products, setProducts ] = useState< Product[] >( [] );
	const [ failed, setFailed ] = useState( false );
	useEffect( () => {
		let isLatest = true;
		const show = ( found: Product[], isFailure: boolean ) => {
			if ( isLatest ) {
				setProducts( found );
				setFailed( isFailure );
			}
		};
		if ( store ) {
			findProducts( store, search ).then(
				( found ) => show( found, false ),
				() => show( [], true )
			);
		}
		return () => {
			isLatest = false;
		};
	}, [ store, search ] );
	return { products, failed };
}

/** The shop is searched while somebody types; the twenty nearest show. */
export function ProductField( props: MoveFieldsProps ) {
	const { draft, errors, onChange } = props;
	const [ typed, setTyped ] = useState( '' );
	const [ chosen, setChosen ] = useState< Product >();
	const { products, failed } = useProducts( props, typed );
	// What was chosen stays to be seen, whatever is looked for next.
	const shown =
		chosen && ! products.some( ( { id } ) => id === chosen.id )
			? [ chosen, ...products ]
			: products;
	return (
		<ComboboxControl
			label={ __( 'Product', 'amicable' ) }
			help={
				failed
					? __( 'The products of this shop could not be read.', 'amicable' )
					: ( errorOf( errors, 'product' ) ??
						__( 'Type a part of its name.', 'amicable' ) )
			}
			value={ draft.product || null }
			options={ shown.map( ( { id, name } ) => ( { value: String( id ), label: name } ) ) }
			onFilterValueChange={ setTyped }
			onChange={ ( product ) => {
				setChosen( shown.find( ( { id } ) => String( id ) === product ) );
				onChange( { product: product ?? '' } );
			} }
			__next40pxDefaultSize
			__nextHasNoMarginBottom
		/>
	);
}
