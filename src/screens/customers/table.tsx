import { DataViews, type View } from '@wordpress/dataviews';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { Page } from '../../data/api';
import type { CustomerQuery } from '../../data/customers/query';
import type { CustomerRow } from '../../data/customers/schema';
import { fields } from './fields';
import { PER_PAGE_SIZES, type Prefs, type Size } from './prefs';
import { toView } from './view';

type Props = {
	query: CustomerQuery;
	prefs: Prefs;
	size: Size;
	page: Page< CustomerRow > | undefined;
	isLoading: boolean;
	empty: ReactNode;
	onChange: ( view: View ) => void;
};

const NOBODY: CustomerRow[] = [];

export function Table( { query, prefs, size, page, isLoading, empty, onChange }: Props ) {
	const columns = useMemo( () => fields( size ), [ size ] );
	// A filter that was added and has no value yet lives here only: the address holds what is asked.
	const [ draft, setDraft ] = useState< View[ 'filters' ] >( [] );
	const view = toView( query, prefs );
	const chosen = view.filters ?? [];
	const started = ( draft ?? [] ).filter( ( { field } ) =>
		chosen.every( ( filter ) => filter.field !== field )
	);
	return (
		<DataViews
			data={ page?.items ?? NOBODY }
			fields={ columns }
			view={ { ...view, filters: [ ...chosen, ...started ] } }
			onChangeView={ ( next ) => {
				setDraft( next.filters?.filter( ( { value } ) => value === undefined ) );
				onChange( next );
			} }
			isLoading={ isLoading }
			defaultLayouts={ { table: {} } }
			config={ { perPageSizes: PER_PAGE_SIZES } }
			getItemId={ ( { id } ) => String( id ) }
			paginationInfo={ { totalItems: page?.total ?? 0, totalPages: page?.totalPages ?? 0 } }
			empty={ empty }
		>
			<div className="amicable-customers__tools">
				<DataViews.Search
					label={ __( 'Search by name, email, order or key', 'amicable' ) }
				/>
				<DataViews.FiltersToggle />
				<span className="amicable-customers__gap" />
				<DataViews.ViewConfig />
			</div>
			<DataViews.FiltersToggled className="amicable-customers__filters" />
			<DataViews.Layout />
		</DataViews>
	);
}
