import { __, sprintf } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import type { OffboardingCase } from '../../data/cases/schema';
import { formatDateTime } from '../../format/dates';
import { stageNames } from '../../format/words';

type Event = OffboardingCase[ 'events' ][ number ];

const line = ( { who, from, to }: Event ) => {
	const name = who ?? __( 'Amicable', 'amicable' );
	return from
		? sprintf(
				/* translators: 1: name of a person, 2 and 3: stages of a case. */
				__( '%1$s: from %2$s to %3$s', 'amicable' ),
				name,
				stageNames()[ from ],
				stageNames()[ to ]
			)
		: sprintf(
				/* translators: 1: name of a person, 2: stage of a case. */
				__( '%1$s: %2$s', 'amicable' ),
				name,
				stageNames()[ to ]
			);
};

/** Who did what, when and why. */
export const History = ( { item }: { item: OffboardingCase } ) => (
	<Panel id="amicable-case-history" title={ __( 'History', 'amicable' ) }>
		<ol className="amicable-case__history">
			{ item.events.map( ( event ) => (
				<li key={ `${ event.at }-${ event.to }` }>
					<time dateTime={ event.at }>{ formatDateTime( event.at ) }</time>
					<span>{ line( event ) }</span>
					{ event.reason && <blockquote>{ event.reason }</blockquote> }
				</li>
			) ) }
		</ol>
	</Panel>
);
