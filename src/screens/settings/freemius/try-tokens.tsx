import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import type { Freemius, Tried } from '../../../data/freemius/schema';
import { freemiusStore } from '../../../data/freemius/store';

const sentence = ( name: string, { works, why }: Tried[ 'products' ][ number ] ) =>
	works
		? sprintf(
				/* translators: %s: name of a product. */
				__( '%s: the token opens its licenses.', 'amicable' ),
				name
			)
		: sprintf(
				/* translators: 1: name of a product, 2: what went wrong, a sentence. */
				__( '%1$s: its licenses cannot be read. %2$s', 'amicable' ),
				name,
				why ?? ''
			);

/** Asks Freemius for one license of each product, as saved. Changes nothing there or here. */
export function TryTokens( { products }: Pick< Freemius, 'products' > ) {
	const { tryTokens } = useDispatch( freemiusStore );
	const { isBusy, error, act } = useAct();
	const [ lines, setLines ] = useState< string[] >( [] );
	const nameOf = ( id: number ) => products.find( ( product ) => product.id === id )?.name ?? '';
	const start = () =>
		act( async () => {
			setLines( [] );
			const tried: Tried = await tryTokens();
			const said = tried.products.map( ( one ) => sentence( nameOf( one.id ), one ) );
			setLines( said );
			speak( said.join( ' ' ) );
		} );
	return (
		<div className="amicable-settings__preview">
			<Button
				variant="secondary"
				isBusy={ isBusy }
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ start }
			>
				{ __( 'Try the saved tokens', 'amicable' ) }
			</Button>
			{ lines.map( ( line ) => (
				<p key={ line }>{ line }</p>
			) ) }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'Freemius was not asked.', 'amicable' ) }
					error={ error }
				/>
			) }
		</div>
	);
}
