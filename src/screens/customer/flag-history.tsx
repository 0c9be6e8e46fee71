import { __, sprintf } from '@wordpress/i18n';
import type { Flag } from '../../data/customers/schema';
import { formatDate, formatDateTime } from '../../format/dates';
import { flagStateNames, levelNames } from '../../format/words';

type Step = Flag[ 'history' ][ number ];

const became = ( { level, state, reason }: Step ) => {
	const name =
		state === 'expired'
			? flagStateNames().expired
			: `${ levelNames()[ level ] } · ${ flagStateNames()[ state ] }`;
	return reason
		? sprintf(
				/* translators: 1: what became of a pattern, "Watch · Dismissed", 2: why, in a person's own words. */
				__( '%1$s: %2$s', 'amicable' ),
				name,
				reason
			)
		: name;
};

/** How a pattern came to be what it is. One that never changed has nothing to tell. */
export const FlagHistory = ( { steps }: { steps: Step[] } ) =>
	steps.length > 1 ? (
		<details>
			<summary>{ __( 'How it changed', 'amicable' ) }</summary>
			<ol className="amicable-customer__list">
				{ steps.map( ( step ) => (
					<li key={ `${ step.at } ${ step.level } ${ step.state }` }>
						<time dateTime={ step.at } title={ formatDateTime( step.at ) }>
							{ formatDate( step.at ) }
						</time>
						{ ' · ' }
						{ became( step ) }
					</li>
				) ) }
			</ol>
		</details>
	) : null;
