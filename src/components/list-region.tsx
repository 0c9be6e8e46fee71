import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { Page } from '../data/api';
import { ErrorNotice } from './error-notice';
import { Skeleton } from './skeleton';

type Props< Item > = {
	page: Page< Item > | undefined;
	isLoading: boolean;
	error: unknown;
	/** What could not be loaded. */
	failed: string;
	empty: string;
	at: number;
	onPage: ( page: number ) => void;
	onRetry: () => void;
	children: ( items: Item[] ) => ReactNode;
};

/** A list below something else: loading, failed, empty and filled are four different things. */
export function ListRegion< Item >( props: Props< Item > ) {
	const { page, isLoading, error, failed, empty, at, onPage, onRetry, children } = props;
	return (
		<div className="amicable-list" aria-busy={ isLoading }>
			{ Boolean( error ) && (
				<ErrorNotice message={ failed } error={ error } onRetry={ onRetry } />
			) }
			{ ! page && isLoading && <Skeleton lines={ 5 } height={ 24 } /> }
			{ page && page.items.length === 0 && <p>{ empty }</p> }
			{ page && page.items.length > 0 && children( page.items ) }
			{ page && page.totalPages > 1 && (
				<div className="amicable-actions">
					<Button
						variant="secondary"
						size="compact"
						disabled={ at <= 1 }
						accessibleWhenDisabled
						onClick={ () => onPage( at - 1 ) }
					>
						{ __( 'Newer', 'amicable' ) }
					</Button>
					<Button
						variant="secondary"
						size="compact"
						disabled={ at >= page.totalPages }
						accessibleWhenDisabled
						onClick={ () => onPage( at + 1 ) }
					>
						{ __( 'Older', 'amicable' ) }
					</Button>
				</div>
			) }
		</div>
	);
}
