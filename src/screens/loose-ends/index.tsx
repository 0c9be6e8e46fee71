import { SelectControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useMemo, useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import { EmptyState } from '../../components/empty-state';
import { ListRegion } from '../../components/list-region';
import { ScreenTitle } from '../../components/screen-title';
import { useLooseEnds } from '../../data/loose_ends/hooks';
import {
	looseEndKind,
	looseEndState,
	type LooseEndKind,
	type LooseEndState,
} from '../../data/loose_ends/schema';
import { looseEndsStore, type LooseEndQuery } from '../../data/loose_ends/store';
import { LooseEndsTable } from './table';
import { kindOptions, stateOptions } from './words';

type Filter = { state: LooseEndState; kind: LooseEndKind | undefined };

function Filters( { filter, onChange }: { filter: Filter; onChange: ( to: Filter ) => void } ) {
	return (
		<div className="amicable-loose-ends__filters">
			<SelectControl
				label={ __( 'Show', 'amicable' ) }
				value={ filter.state }
				options={ stateOptions() }
				onChange={ ( value: string ) =>
					onChange( { ...filter, state: looseEndState.parse( value ) } )
				}
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			<SelectControl
				label={ _x( 'What', 'kind of thing that was left open', 'amicable' ) }
				value={ filter.kind ?? '' }
				options={ kindOptions() }
				onChange={ ( value: string ) =>
					onChange( { ...filter, kind: looseEndKind.safeParse( value ).data } )
				}
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
		</div>
	);
}

/** What would stand here, and how it gets here. */
const Nothing = () => (
	<EmptyState title={ __( 'No refund left anything open', 'amicable' ) }>
		<p>
			{ __(
				'When an order is refunded in the shop alone, its license may go on working, its subscription may go on charging and its files may stay open. Whatever outlived a refund or a lost dispute is listed here, read from your store and looked at again every day.',
				'amicable'
			) }
		</p>
	</EmptyState>
);

export function LooseEndsScreen() {
	const [ filter, setFilter ] = useState< Filter >( { state: 'open', kind: undefined } );
	const [ at, setAt ] = useState( 1 );
	const query = useMemo< LooseEndQuery >(
		() => ( {
			state: filter.state,
			page: at,
			per_page: 25,
			...( filter.kind && { kind: filter.kind } ),
		} ),
		[ at, filter ]
	);
	const { page, error, isLoading } = useLooseEnds( query );
	const { invalidateResolution } = useDispatch( looseEndsStore );
	const isClean = page?.total === 0 && filter.state === 'open' && ! filter.kind;
	const choose = ( to: Filter ) => {
		setFilter( to );
		setAt( 1 );
	};
	return (
		<section
			className="amicable-screen amicable-loose-ends"
			aria-labelledby="amicable-loose-ends"
			aria-busy={ isLoading }
		>
			<ScreenTitle id="amicable-loose-ends" title={ __( 'Loose ends', 'amicable' ) } />
			<p>
				{ __(
					'What refunds and lost disputes left half done. Nothing here says anything about a customer.',
					'amicable'
				) }
			</p>
			<Filters filter={ filter } onChange={ choose } />
			{ isClean ? (
				<Nothing />
			) : (
				<div className="amicable-panel">
					<ListRegion
						page={ page }
						isLoading={ isLoading }
						error={ error }
						failed={ __( 'The loose ends could not be loaded.', 'amicable' ) }
						empty={ __( 'Nothing of this kind.', 'amicable' ) }
						at={ at }
						onPage={ setAt }
						onRetry={ () => invalidateResolution( 'getPage', [ query ] ) }
					>
						{ ( ends ) => <LooseEndsTable ends={ ends } /> }
					</ListRegion>
				</div>
			) }
		</section>
	);
}
