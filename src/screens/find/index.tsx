import { speak } from '@wordpress/a11y';
import { SearchControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { useDelayed } from '../../components/use-delayed';
import { useFound } from '../../data/customers/hooks';
import type { Found } from '../../data/customers/schema';
import { customersStore } from '../../data/customers/store';
import { formatNumber } from '../../format/numbers';
import { replaceParams } from '../../router/history';
import type { ScreenProps } from '../../screens';
import { Hits } from './hits';

const HERE = { screen: 'find', id: undefined } as const;

const said = ( { found: { length } }: Found ) =>
	length === 0
		? __( 'Nobody is found by that.', 'amicable' )
		: sprintf(
				/* translators: %s: number of customers. */
				_n( '%s customer found', '%s customers found', length, 'amicable' ),
				formatNumber( length )
			);

/** What is typed rests a moment, then stands in the address, so that the way back from a customer leads here. */
function useAsked( q: string | undefined, params: ScreenProps[ 'params' ] ) {
	const [ typed, setTyped ] = useState( q ?? '' );
	const asked = useDelayed( typed.trim() );
	useEffect( () => {
		if ( asked !== ( q ?? '' ) ) {
			replaceParams( { ...HERE, params }, { q: asked || undefined } );
		}
		// Only what was typed moves the address; the address moves nothing back while somebody types.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [ asked ] );
	return { typed, setTyped, asked };
}

/** Where a support agent's day begins: one box for whatever the customer has at hand. */
export function FindScreen( { params }: ScreenProps ) {
	const { typed, setTyped, asked } = useAsked( params.q, params );
	const { found, error, isLoading } = useFound( asked );
	const { invalidateResolution } = useDispatch( customersStore );
	const box = useRef< HTMLInputElement >( null );

	useEffect( () => box.current?.focus(), [] );
	useEffect( () => {
		if ( found ) {
			speak( said( found ) );
		}
	}, [ found ] );

	return (
		<section
			className="amicable-screen amicable-find"
			aria-labelledby="amicable-find"
			aria-busy={ isLoading }
		>
			<ScreenTitle id="amicable-find" title={ __( 'Find a customer', 'amicable' ) } />
			<SearchControl
				ref={ box }
				__nextHasNoMarginBottom
				className="amicable-find__box"
				label={ __(
					'Name, email, order number, ticket number, license key or site',
					'amicable'
				) }
				hideLabelFromVision={ false }
				placeholder={ __( 'Anything they told you', 'amicable' ) }
				value={ typed }
				onChange={ setTyped }
			/>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The search did not work.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getFound', [ asked ] ) }
				/>
			) }
			{ isLoading && ! found && <Skeleton lines={ 3 } height={ 56 } /> }
			{ found && (
				<>
					<p className="amicable-muted">{ said( found ) }</p>
					<Hits found={ found } />
				</>
			) }
			{ asked === '' && (
				<p className="amicable-muted">
					{ __(
						'Names and addresses are found by their beginning; numbers, keys and sites as a whole.',
						'amicable'
					) }
				</p>
			) }
		</section>
	);
}
