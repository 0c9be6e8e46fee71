import { __, _n, sprintf } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import type { Queue } from '../../data/review/schema';
import { formatNumber } from '../../format/numbers';

const people = ( count: number, days: number ) =>
	sprintf(
		/* translators: 1: number of customers, 2: number of days. */
		_n(
			'%1$s customer was sent there within %2$s days.',
			'%1$s different customers were sent there within %2$s days.',
			count,
			'amicable'
		),
		formatNumber( count ),
		formatNumber( days )
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
			{ gaps.map( ( { url, customers, days } ) => (
				<li key={ url } className="amicable-review__item">
					<a href={ url }>{ url }</a>
					{ people( customers, days ) }
				</li>
			) ) }
		</ul>
	</Panel>
);
