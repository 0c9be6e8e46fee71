import { __ } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import { patternNames } from '../../format/words';
import { numberErrors, patternsOf } from './draft';
import { Group, type Field } from './group';
import { Preview } from './preview';
import type { SectionProps } from './section';
import { WordsGroups } from './words-section';

const docsFields = ( docs: SectionProps[ 'draft' ][ 'docs' ] ): Field[] => [
	{ name: 'watch', label: __( 'Tickets for “Watch”', 'amicable' ), value: docs.watch, min: 1 },
	{
		name: 'flag',
		label: __( 'Tickets for “Needs a look”', 'amicable' ),
		value: docs.flag,
		min: 1,
	},
	{
		name: 'days',
		label: __( 'Within how many days', 'amicable' ),
		value: docs.days,
		min: 1,
		max: 90,
	},
	{
		name: 'answered_percent',
		label: __( 'Percent answered in the docs', 'amicable' ),
		value: docs.percent,
		max: 100,
	},
	{
		name: 'known',
		label: __( 'Known answers it takes', 'amicable' ),
		value: docs.known,
		min: 1,
	},
];

const costFields = ( cost: SectionProps[ 'draft' ][ 'cost' ] ): Field[] => [
	{
		name: 'watch_millionths',
		label: __( '“Watch” above, times paid', 'amicable' ),
		value: cost.watch,
		isDecimal: true,
	},
	{
		name: 'flag_millionths',
		label: __( '“Needs a look” above, times paid', 'amicable' ),
		value: cost.flag,
		isDecimal: true,
	},
	{
		name: 'tickets',
		label: __( 'From how many tickets', 'amicable' ),
		value: cost.tickets,
		min: 1,
	},
	{ name: 'minutes', label: __( 'From how many minutes', 'amicable' ), value: cost.minutes },
];

const short = ( name: string ) => name.replace( '_millionths', '' ).replace( 'answered_', '' );

/** From when on something shows. A lower line shows more people and does nothing to them. */
export function PatternsSection( { draft, errors, onChange }: SectionProps ) {
	const patterns = patternsOf( draft );
	const isValid = Object.keys( numberErrors( patterns ) ).length === 0;
	return (
		<Panel
			id="amicable-settings-patterns"
			title={ __( 'When should something show?', 'amicable' ) }
		>
			<h3 className="amicable-settings__sub">{ patternNames().docs_questions }</h3>
			<Group
				path="patterns.docs_questions"
				fields={ docsFields( draft.docs ) }
				errors={ errors }
				onField={ ( name, value ) =>
					onChange( { ...draft, docs: { ...draft.docs, [ short( name ) ]: value } } )
				}
			/>
			<h3 className="amicable-settings__sub">{ patternNames().cost_over_paid }</h3>
			<Group
				path="patterns.cost_over_paid"
				fields={ costFields( draft.cost ) }
				errors={ errors }
				onField={ ( name, value ) =>
					onChange( { ...draft, cost: { ...draft.cost, [ short( name ) ]: value } } )
				}
			/>
			<WordsGroups draft={ draft } errors={ errors } onChange={ onChange } />
			<Preview patterns={ patterns } isValid={ isValid } />
		</Panel>
	);
}
