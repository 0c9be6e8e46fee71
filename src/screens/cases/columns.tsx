import { __, _x } from '@wordpress/i18n';
import { StageBadge } from '../../components/badge';
import type { Column } from '../../components/data-table';
import type { CaseRow } from '../../data/cases/schema';
import { formatDate } from '../../format/dates';
import { formatList } from '../../format/list';
import { patternNames } from '../../format/words';
import { Link } from '../../router/link';

const isLate = ( due: string ) => Date.parse( due ) < Date.now();

const Due = ( { due }: { due: string } ) => (
	<time dateTime={ due } className={ isLate( due ) ? 'amicable-cases__late' : undefined }>
		{ formatDate( due ) }
		{ isLate( due ) && ` (${ _x( 'late', 'a date has passed', 'amicable' ) })` }
	</time>
);

export const columns = (): Column< CaseRow >[] => [
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
		id: 'patterns',
		label: __( 'What happened', 'amicable' ),
		render: ( { patterns } ) =>
			formatList( patterns.map( ( slug ) => patternNames()[ slug ] ) ),
	},
	{
		id: 'assignee',
		label: __( 'Whose case', 'amicable' ),
		render: ( { assignee } ) => assignee?.name ?? __( 'Unassigned', 'amicable' ),
	},
	{
		id: 'due',
		label: _x( 'Due', 'day until which something has to be done', 'amicable' ),
		render: ( { next_due: due } ) => due && <Due due={ due } />,
	},
	{
		id: 'opened',
		label: _x( 'Opened', 'date of a case', 'amicable' ),
		render: ( { opened_at: at } ) => formatDate( at ),
	},
];
