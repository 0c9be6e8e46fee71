import { SelectControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useMemo, useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import { StageBadge } from '../../components/badge';
import { DataTable, type Column } from '../../components/data-table';
import { ListRegion } from '../../components/list-region';
import { ScreenTitle } from '../../components/screen-title';
import { useCases } from '../../data/cases/hooks';
import { stage as stageSchema, type OffboardingCase, type Stage } from '../../data/cases/schema';
import { casesStore } from '../../data/cases/store';
import { formatDate } from '../../format/dates';
import { Link } from '../../router/link';
import { stageNames } from '../../format/words';

const columns = (): Column< OffboardingCase >[] => [
	{
		id: 'customer',
		label: __( 'Customer', 'amicable' ),
		render: ( { id, customer_name: name } ) => (
			<Link to="case" of={ id }>
				{ name }
			</Link>
		),
	},
	{
		id: 'stage',
		label: __( 'Stage', 'amicable' ),
		render: ( item ) => <StageBadge stage={ item.stage } />,
	},
	{
		id: 'assignee',
		label: __( 'Whose case', 'amicable' ),
		render: ( { assignee } ) => assignee?.name ?? __( 'Unassigned', 'amicable' ),
	},
	{
		id: 'opened',
		label: _x( 'Opened', 'date of a case', 'amicable' ),
		render: ( { opened_at: at } ) => formatDate( at ),
	},
];

const options = () => [
	{ label: __( 'All stages', 'amicable' ), value: '' },
	...stageSchema.options.map( ( value ) => ( {
		label: stageNames()[ value ],
		value: String( value ),
	} ) ),
];

const isStage = ( value: string ): value is Stage => stageSchema.safeParse( value ).success;

const nothing = ( stage: Stage | undefined ) =>
	stage
		? __( 'No case stands at this stage.', 'amicable' )
		: __(
				'No cases. A case opens when somebody decides to, from a customer or an order; never by itself.',
				'amicable'
			);

/** The cases, newest first. */
export function CasesScreen() {
	const [ stage, setStage ] = useState< Stage >();
	const [ at, setAt ] = useState( 1 );
	const query = useMemo( () => ( { page: at, per_page: 50, stage } ), [ at, stage ] );
	const { page, error, isLoading } = useCases( query );
	const { invalidateResolution } = useDispatch( casesStore );
	const choose = ( value: string ) => {
		setStage( isStage( value ) ? value : undefined );
		setAt( 1 );
	};
	return (
		<section
			className="amicable-screen amicable-cases"
			aria-labelledby="amicable-cases"
			aria-busy={ isLoading }
		>
			<ScreenTitle id="amicable-cases" title={ __( 'Cases', 'amicable' ) } />
			<SelectControl
				label={ __( 'Stage', 'amicable' ) }
				value={ stage ?? '' }
				options={ options() }
				onChange={ choose }
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			<div className="amicable-panel">
				<ListRegion
					page={ page }
					isLoading={ isLoading }
					error={ error }
					failed={ __( 'The cases could not be loaded.', 'amicable' ) }
					empty={ nothing( stage ) }
					at={ at }
					onPage={ setAt }
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
