import { __ } from '@wordpress/i18n';
import { useReviewQueue } from '../../data/review/hooks';
import { patternNames } from '../../format/words';
import { Coverage } from '../review/languages';
import { Group, type Field } from './group';
import type { SectionProps } from './section';
import type { WordsDraft } from './words-draft';

type Name = keyof WordsDraft;
type Labels = Record< string, string >;

const within = () => __( 'Within how many days', 'amicable' );

const labels = (): Record< Name, Labels > => ( {
	hostile_messages: {
		severe: __( 'Messages with grave words', 'amicable' ),
		mild: __( 'Or messages with milder ones', 'amicable' ),
		mild_days: __( 'On so many different days', 'amicable' ),
		days: within(),
		half_life: __( 'Weighs half as much after how many days', 'amicable' ),
	},
	threat_with_demand: {
		messages: __( 'Messages with threat and demand', 'amicable' ),
		days: within(),
		fades_after: __( 'Fades to “Watch” after how many days', 'amicable' ),
	},
	payment_dispute: { disputes: __( 'Disputes', 'amicable' ), days: within() },
	repeat_refunds: {
		times: __( 'Late refunds and free requests together', 'amicable' ),
		days: within(),
	},
	expectations: { messages: __( 'Messages for “Watch”', 'amicable' ), days: within() },
	early_signs: {
		questions: __( 'Questions for “Watch”', 'amicable' ),
		strained: __( 'Or messages with strained words', 'amicable' ),
		times: __( 'So many times as many as before', 'amicable' ),
		days: __( 'Days on either side', 'amicable' ),
		ahead: __( 'Days ahead that costs are reckoned', 'amicable' ),
	},
	docs_gaps: {
		people: __( 'Different people sent to one article', 'amicable' ),
		days: within(),
	},
} );

const NAMES: Name[] = [
	'hostile_messages',
	'threat_with_demand',
	'payment_dispute',
	'repeat_refunds',
	'expectations',
	'early_signs',
	'docs_gaps',
];

const nameOf = ( name: Name ) =>
	name === 'docs_gaps' ? __( 'Articles that want work', 'amicable' ) : patternNames()[ name ];

const DAYS = [ 'days', 'half_life', 'fades_after', 'ahead' ];

function limits( pattern: Name, name: string ) {
	const early = pattern === 'early_signs';
	if ( ( early || pattern === 'docs_gaps' ) && name === 'days' ) {
		return { min: 7, max: 90 };
	}
	if ( DAYS.includes( name ) ) {
		return { min: 1, max: 365 };
	}
	return { min: name === 'people' || ( early && name === 'times' ) ? 2 : 1 };
}

const fieldsOf = ( pattern: Name, values: Record< string, string > ): Field[] =>
	Object.entries( labels()[ pattern ] ).map( ( [ name, label ] ) => ( {
		name,
		label,
		value: values[ name ] ?? '',
		...limits( pattern, name ),
	} ) );

/** How much of what customers write is read at all stands beside the numbers. */
function ReadShare() {
	const { queue } = useReviewQueue();
	return queue && queue.reading.messages > 0 ? <Coverage reading={ queue.reading } /> : null;
}

/** Patterns that look at words, refunds and disputes, and at which way things go; and when it is an article that is at fault. */
export const WordsGroups = ( { draft, errors, onChange }: SectionProps ) => (
	<>
		{ NAMES.map( ( pattern ) => (
			<div key={ pattern }>
				<h3 className="amicable-settings__sub">{ nameOf( pattern ) }</h3>
				<Group
					path={ `patterns.${ pattern }` }
					fields={ fieldsOf( pattern, draft.words[ pattern ] ) }
					errors={ errors }
					onField={ ( name, value ) =>
						onChange( {
							...draft,
							words: {
								...draft.words,
								[ pattern ]: { ...draft.words[ pattern ], [ name ]: value },
							},
						} )
					}
				/>
			</div>
		) ) }
		<p className="amicable-muted">
			{ __(
				'A legal step shows with the first word of it, whatever the numbers. Only messages in languages that have a pack are read.',
				'amicable'
			) }
		</p>
		<p className="amicable-muted">
			{ __(
				'What somebody asked about an article that wants work counts in no number of questions.',
				'amicable'
			) }
		</p>
		<ReadShare />
	</>
);
