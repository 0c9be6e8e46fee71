import { __, _n, sprintf } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import type { Queue } from '../../data/review/schema';
import { formatNumber } from '../../format/numbers';

const people = ( count: number ) =>
	sprintf(
		/* translators: %s: number of customers. */
		_n(
			'%s customer was sent there within 30 days.',
			'%s different customers were sent there within 30 days.',
			count,
			'amicable'
		),
		formatNumber( count )
	);

/** Where many ask the same, the article is at fault and not the people. */
export const DocsGaps = ( { gaps }: { gaps: Queue[ 'docs_gaps' ] } ) => (
	<Panel id="amicable-review-docs" title={ __( 'Articles that want work', 'amicable' ) }>
		<p className="amicable-muted">
			{ __(
				'So many different people asked what these articles answer that it cannot be the people.',
				'amicable'
			) }
		</p>
		<ul className="amicable-review__list">
			{ gaps.map( ( { url, customers } ) => (
				<li key={ url } className="amicable-review__item">
					<a href={ url }>{ url }</a>
					{ people( customers ) }
				</li>
			) ) }
		</ul>
	</Panel>
);
