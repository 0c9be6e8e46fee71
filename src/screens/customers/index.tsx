import { speak } from '@wordpress/a11y';
import { useDispatch } from '@wordpress/data';
import type { View } from '@wordpress/dataviews';
import { useEffect, useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { ScreenTitle } from '../../components/screen-title';
import { useNarrow } from '../../components/use-narrow';
import type { Step } from '../../data/api';
import { useCustomers } from '../../data/customers/hooks';
import { customersStore } from '../../data/customers/store';
import { navigate, replaceParams } from '../../router/history';
import type { ScreenProps } from '../../screens';
import { Empty } from './empty';
import { Footer, totalText } from './footer';
import { readPrefs, savePrefs, type Prefs, type Size } from './prefs';
import { Table } from './table';
import { readQuery, toParams, toPrefs } from './view';

const HERE = { screen: 'customers', id: undefined } as const;

/** What somebody chose on a phone says nothing about a wide screen. */
function usePrefs( size: Size ) {
	const [ chosen, setChosen ] = useState< Partial< Record< Size, Prefs > > >( {} );
	const prefs = useMemo( () => chosen[ size ] ?? readPrefs( size ), [ chosen, size ] );
	const change = ( next: Prefs ) => {
		setChosen( { ...chosen, [ size ]: next } );
		savePrefs( next, size );
	};
	return [ prefs, change ] as const;
}

export function CustomersScreen( { params }: ScreenProps ) {
	const size = useNarrow() ? 'narrow' : 'wide';
	const [ prefs, setPrefs ] = usePrefs( size );
	const query = useMemo( () => readQuery( params, prefs ), [ params, prefs ] );
	const { page, isLoading, error } = useCustomers( query );
	const { invalidateResolution } = useDispatch( customersStore );

	useEffect( () => {
		if ( page && ! isLoading ) {
			speak( totalText( page ) );
		}
	}, [ page, isLoading ] );

	const change = ( view: View ) => {
		setPrefs( toPrefs( view, prefs ) );
		replaceParams( { ...HERE, params }, toParams( view ) );
	};
	const step = ( to: Step ) => {
		const { paged: _paged, cursor: _cursor, ...rest } = params;
		const at = 'cursor' in to ? { cursor: to.cursor } : { paged: String( to.page ) };
		navigate( 'customers', undefined, { ...rest, ...at } );
	};

	return (
		<section
			className="amicable-screen amicable-customers"
			aria-labelledby="amicable-customers"
			aria-busy={ isLoading }
		>
			<ScreenTitle id="amicable-customers" title={ __( 'Customers', 'amicable' ) } />
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The customers could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getPage', [ query ] ) }
				/>
			) }
			<div className="amicable-customers__card">
				<Table
					query={ query }
					prefs={ prefs }
					size={ size }
					page={ page }
					isLoading={ isLoading }
					empty={ error ? null : <Empty query={ query } /> }
					onChange={ change }
				/>
				{ page && (
					<Footer
						page={ page }
						isLoading={ isLoading }
						onStep={ step }
						since={ page.items[ 0 ]?.money?.support_known_since }
					/>
				) }
			</div>
		</section>
	);
}
