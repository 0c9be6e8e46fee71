import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { Panel } from '../../../components/panel';
import { useAct } from '../../../components/use-act';
import { freeId, type OwnRule } from '../../../data/settings/own-rules';
import type { Settings } from '../../../data/settings/schema';
import { settingsStore } from '../../../data/settings/store';
import { levelNames } from '../../../format/words';
import { newDraft, toDraft, type Draft } from './draft';
import { RuleEditor } from './editor';

type RowProps = {
	rule: OwnRule;
	isBusy: boolean;
	onEdit: () => void;
	onSilence: () => void;
	onRemove: () => void;
};

const Row = ( { rule, isBusy, onEdit, onSilence, onRemove }: RowProps ) => (
	<li className="amicable-settings__deeds">
		<strong>{ rule.name }</strong>
		<span className="amicable-muted">
			{ rule.silent ? __( 'Silent', 'amicable' ) : levelNames()[ rule.level ] }
		</span>
		<Button variant="link" disabled={ isBusy } onClick={ onEdit }>
			{ __( 'Change', 'amicable' ) }
		</Button>
		<Button variant="link" disabled={ isBusy } onClick={ onSilence }>
			{ rule.silent ? __( 'Use it again', 'amicable' ) : __( 'Silence it', 'amicable' ) }
		</Button>
		<Button variant="link" isDestructive disabled={ isBusy } onClick={ onRemove }>
			{ __( 'Remove', 'amicable' ) }
		</Button>
	</li>
);

/** What this shop wants to see besides. It may suggest a talk; nothing is ever locked by it. */
export function OwnRulesSection( { settings }: { settings: Settings } ) {
	const { own_rules: rules, version, base_currency: currency } = settings;
	const [ draft, setDraft ] = useState< Draft | undefined >();
	const { save } = useDispatch( settingsStore );
	const { act, isBusy, error } = useAct();
	const free = freeId( rules );
	const keep = ( changed: OwnRule[] ) => save( { version, own_rules: changed } );
	const without = ( id: number ) => rules.filter( ( rule ) => rule.id !== id );
	const replace = ( rule: OwnRule ) => keep( [ ...without( rule.id ), rule ] );
	return (
		<Panel id="amicable-settings-own-rules" title={ __( 'Rules of your own', 'amicable' ) }>
			<p>
				{ __(
					'What you want to see besides. A rule shows a customer and suggests a talk; it never locks or ends anything.',
					'amicable'
				) }
			</p>
			{ rules.length > 0 && (
				<ul>
					{ rules.map( ( rule ) => (
						<Row
							key={ rule.id }
							rule={ rule }
							isBusy={ isBusy }
							onEdit={ () => setDraft( toDraft( rule, currency ) ) }
							onSilence={ () =>
								act( () => replace( { ...rule, silent: ! rule.silent } ) )
							}
							onRemove={ () => act( () => keep( without( rule.id ) ) ) }
						/>
					) ) }
				</ul>
			) }
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
			{ draft ? (
				<RuleEditor
					key={ draft.id }
					start={ draft }
					currency={ currency }
					onKeep={ async ( rule ) => {
						await replace( rule );
						setDraft( undefined );
					} }
					onCancel={ () => setDraft( undefined ) }
				/>
			) : (
				free && (
					<Button variant="secondary" onClick={ () => setDraft( newDraft( free ) ) }>
						{ __( 'Make a rule', 'amicable' ) }
					</Button>
				)
			) }
		</Panel>
	);
}
