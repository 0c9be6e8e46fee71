import { Button, SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import type { Settings } from '../../data/settings/schema';
import { AmountField, DayField, describe } from '../../components/fields';
import { errorOf } from '../../data/field-errors';
import type { AgentDraft } from './draft';
import type { SectionProps } from './section';

type Props = SectionProps & { staff: Settings[ 'staff' ] };

const today = () => new Date().toISOString().slice( 0, 10 );

/** Whoever costs another sum, from a day on: what was counted before that day stays as it was. */
export function AgentsSection( { draft, errors, staff, onChange }: Props ) {
	const { agents } = draft;
	const set = ( at: number, change: Partial< AgentDraft > ) =>
		onChange( {
			...draft,
			agents: agents.map( ( agent, index ) =>
				index === at ? { ...agent, ...change } : agent
			),
		} );
	const remove = ( at: number ) =>
		onChange( { ...draft, agents: agents.filter( ( _, index ) => index !== at ) } );
	const add = () =>
		onChange( {
			...draft,
			agents: [
				...agents,
				{
					user: String( staff[ 0 ]?.user_id ?? '' ),
					cost: draft.hourlyCost,
					from: today(),
				},
			],
		} );

	return (
		<Panel id="amicable-settings-agents" title={ __( 'Who costs another sum', 'amicable' ) }>
			<p>
				{ __(
					'Only for people whose hour differs from the one above. Nobody without access to these settings sees single costs.',
					'amicable'
				) }
			</p>
			{ agents.map( ( agent, at ) => (
				<fieldset key={ at } className="amicable-settings__agent">
					<legend className="screen-reader-text">
						{ staff.find( ( one ) => String( one.user_id ) === agent.user )?.name }
					</legend>
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Person', 'amicable' ) }
						{ ...describe( undefined, errorOf( errors, `agents.${ at }.user_id` ) ) }
						value={ agent.user }
						options={ staff.map( ( { user_id: id, name } ) => ( {
							value: String( id ),
							label: name,
						} ) ) }
						onChange={ ( user ) => set( at, { user } ) }
					/>
					<AmountField
						label={ __( 'An hour costs', 'amicable' ) }
						value={ agent.cost }
						error={ errorOf( errors, `agents.${ at }.hourly_cost` ) }
						onChange={ ( cost ) => set( at, { cost } ) }
					/>
					<DayField
						label={ __( 'From', 'amicable' ) }
						value={ agent.from }
						error={ errorOf( errors, `agents.${ at }.from` ) }
						onChange={ ( from ) => set( at, { from } ) }
					/>
					<Button variant="tertiary" isDestructive onClick={ () => remove( at ) }>
						{ __( 'Remove', 'amicable' ) }
					</Button>
				</fieldset>
			) ) }
			{ staff.length > 0 && (
				<Button variant="secondary" onClick={ add }>
					{ __( 'Add a person', 'amicable' ) }
				</Button>
			) }
		</Panel>
	);
}
