import { __ } from '@wordpress/i18n';
import { DataTable, type Column } from '../../components/data-table';
import { Panel } from '../../components/panel';
import type { PublicPost, Report } from '../../data/reports/schema';
import { formatDate } from '../../format/dates';
import { starsOf } from '../../format/stars';
import { Cut, Who } from './listed';

const columns = (): Column< PublicPost >[] => [
	{
		id: 'customer',
		label: __( 'Customer', 'amicable' ),
		render: ( post ) => <Who { ...post } />,
	},
	{
		id: 'where',
		label: __( 'Where', 'amicable' ),
		render: ( { url } ) =>
			url && (
				<a className="amicable-reports__link" href={ url }>
					{ url }
				</a>
			),
	},
	{
		id: 'stars',
		label: __( 'Stars', 'amicable' ),
		render: ( { stars } ) => stars && starsOf( stars ),
	},
	{
		id: 'since',
		label: __( 'Written', 'amicable' ),
		render: ( { since } ) => formatDate( since ),
	},
];

/** Reviews and posts that somebody logged, while no answer of ours is known. */
export const Posts = ( { posts }: { posts: Report[ 'posts' ] } ) => (
	<Panel
		id="amicable-reports-posts"
		title={ __( 'Said in public, without an answer', 'amicable' ) }
	>
		{ posts.count === 0 ? (
			<p>
				{ __(
					'No public post waits for an answer. Reviews and posts appear here once somebody logs them as a contact with the channel “Public”.',
					'amicable'
				) }
			</p>
		) : (
			<>
				<p>
					{ __(
						'Logged in the last twelve months. A post leaves this list when a public answer goes out or somebody ticks that it was fixed there.',
						'amicable'
					) }
				</p>
				<DataTable
					caption={ __( 'Public posts that wait for an answer', 'amicable' ) }
					isCaptionHidden
					columns={ columns() }
					rows={ posts.rows }
					keyOf={ ( { id } ) => id }
				/>
				<Cut shown={ posts.rows.length } of={ posts.count } />
			</>
		) }
	</Panel>
);
