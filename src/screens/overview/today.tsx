import { __ } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import { Shape } from '../../components/shape';
import { can } from '../../data/boot';
import type { Todo } from '../../data/overview/schema';
import { formatDateTime, formatRelative } from '../../format/dates';
import type { ScreenName } from '../../router/history';
import { Link } from '../../router/link';

const kinds = (): Record< Todo[ 'kind' ], string > => ( {
	run_broken: __( 'Something that was closed is open again', 'amicable' ),
	run_attention: __( 'A refund needs a person', 'amicable' ),
	run_approval: __( 'Waits for approval', 'amicable' ),
	dispute: __( 'The bank waits for your answer', 'amicable' ),
	right: __( 'Asks for something that the law grants', 'amicable' ),
	case_due: __( 'A case is due', 'amicable' ),
	check_in: __( 'Ask how they are', 'amicable' ),
	promise: __( 'Something was promised', 'amicable' ),
	task: __( 'Something has to be done by hand', 'amicable' ),
	flag: __( 'A pattern to look at', 'amicable' ),
	unmatched: __( 'Wrote, but no purchase is known', 'amicable' ),
} );

const screens: Record< Todo[ 'kind' ], ScreenName > = {
	run_broken: 'run',
	run_attention: 'run',
	run_approval: 'run',
	dispute: 'dispute',
	right: 'review',
	case_due: 'case',
	check_in: 'case',
	promise: 'case',
	task: 'case',
	flag: 'customer',
	unmatched: 'customer',
};

const isUrgent = ( { kind }: Todo ) => screens[ kind ] !== 'customer';

function Item( { todo }: { todo: Todo } ) {
	return (
		<li className="amicable-today__item">
			<Shape look={ isUrgent( todo ) ? 'flag' : 'watch' } />
			<span className="amicable-today__what">
				<Link to={ screens[ todo.kind ] } of={ todo.id }>
					{ todo.label }
				</Link>
				<span className="amicable-muted">{ kinds()[ todo.kind ] }</span>
			</span>
			<time
				className="amicable-muted"
				dateTime={ todo.since }
				title={ formatDateTime( todo.since ) }
			>
				{ formatRelative( todo.since ) }
			</time>
		</li>
	);
}

/** What cannot go on without somebody. */
export const Today = ( { today }: { today: Todo[] } ) => (
	<Panel id="amicable-today" title={ __( 'Needs a person today', 'amicable' ) }>
		{ today.length === 0 ? (
			<p>{ __( 'Nothing waits for you.', 'amicable' ) }</p>
		) : (
			<ul className="amicable-today">
				{ today.map( ( todo ) => (
					<Item key={ `${ todo.kind }:${ todo.id }:${ todo.since }` } todo={ todo } />
				) ) }
			</ul>
		) }
		{ can( 'amicable_cases' ) && today.some( ( { kind } ) => kind === 'flag' ) && (
			<p>
				<Link to="review">{ __( 'Look at all of it, the words first', 'amicable' ) }</Link>
			</p>
		) }
	</Panel>
);
