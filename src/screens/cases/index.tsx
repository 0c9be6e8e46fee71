import { SelectControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { DataTable } from '../../components/data-table';
import { ListRegion } from '../../components/list-region';
import { ScreenTitle } from '../../components/screen-title';
import { useCases } from '../../data/cases/hooks';
import { caseView, stage as stageSchema } from '../../data/cases/schema';
import { casesStore } from '../../data/cases/store';
import { stageNames } from '../../format/words';
import { replaceParams } from '../../router/history';
import { useRoute } from '../../router/use-route';
import { columns } from './columns';
import { nothing, paramsOf, seenOf, viewNames, type Seen } from './views';

const stages = () => [
	{ label: __( 'All stages', 'amicable' ), value: '' },
	...stageSchema.options.map( ( value ) => ( { label: stageNames()[ value ], value } ) ),
];

const views = () => [
	{ label: __( 'All cases', 'amicable' ), value: '' },
	...caseView.options.map( ( value ) => ( { label: viewNames()[ value ], value } ) ),
];

function Filters( { seen, onChange }: { seen: Seen; onChange: ( seen: Seen ) => void } ) {
	return (
		<div className="amicable-cases__filters">
			<SelectControl
				label={ __( 'Show', 'amicable' ) }
				value={ seen.view ?? '' }
				options={ views() }
				onChange={ ( value: string ) =>
					onChange( { ...seen, at: 1, view: caseView.safeParse( value ).data } )
				}
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			<SelectControl
				label={ __( 'Stage', 'amicable' ) }
				value={ seen.stage ?? '' }
				options={ stages() }
				onChange={ ( value: string ) =>
					onChange( { ...seen, at: 1, stage: stageSchema.safeParse( value ).data } )
				}
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
		</div>
	);
}

/** The cases, newest first. What is shown stands in the address, so that a view can be kept as a bookmark. */
export function CasesScreen() {
	const route = useRoute();
	const seen = useMemo( () => seenOf( route.params ), [ route ] );
	const query = useMemo(
		() => ( { page: seen.at, per_page: 50, stage: seen.stage, view: seen.view } ),
		[ seen ]
	);
	const { page, error, isLoading } = useCases( query );
	const { invalidateResolution } = useDispatch( casesStore );
	const see = ( to: Seen ) => replaceParams( route, paramsOf( to ) );
	return (
		<section
			className="amicable-screen amicable-cases"
			aria-labelledby="amicable-cases"
			aria-busy={ isLoading }
		>
			<ScreenTitle id="amicable-cases" title={ __( 'Cases', 'amicable' ) } />
			<Filters seen={ seen } onChange={ see } />
			<div className="amicable-panel">
				<ListRegion
					page={ page }
					isLoading={ isLoading }
					error={ error }
					failed={ __( 'The cases could not be loaded.', 'amicable' ) }
					empty={ nothing( seen ) }
					at={ seen.at }
					onPage={ ( at ) => see( { ...seen, at } ) }
					onRetry={ () => invalidateResolution( 'getPage', [ query ] ) }
				>
					{ ( items ) => (
						<DataTable
							caption={ __( 'Cases', 'amicable' ) }
							isCaptionHidden
							columns={ columns() }
							rows={ items }
							keyOf={ ( { id } ) => id }
						/>
					) }
				</ListRegion>
			</div>
		</section>
	);
}
