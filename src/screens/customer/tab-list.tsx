import { useState } from '@wordpress/element';
import type { ReactNode } from 'react';
import { ListRegion } from '../../components/list-region';
import type { Page } from '../../data/api';

type Props< Item > = {
	customer: number;
	/** A page of the list, from its number. */
	useList: (
		customer: number,
		at: number
	) => { page: Page< Item > | undefined; isLoading: boolean; error: unknown };
	/** Reads that page again. */
	onRetry: ( of: [ customer: number, at: number ] ) => void;
	failed: string;
	empty: string;
	children: ( items: Item[] ) => ReactNode;
};

/** What is listed on a tab of a customer's page, a page at a time. */
export function TabList< Item >( props: Props< Item > ) {
	const { customer, useList, onRetry, failed, empty, children } = props;
	const [ at, setAt ] = useState( 1 );
	const { page, isLoading, error } = useList( customer, at );
	return (
		<ListRegion
			page={ page }
			isLoading={ isLoading }
			error={ error }
			failed={ failed }
			empty={ empty }
			at={ at }
			onPage={ setAt }
			onRetry={ () => onRetry( [ customer, at ] ) }
		>
			{ children }
		</ListRegion>
	);
}
