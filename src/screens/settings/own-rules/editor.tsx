import { Button, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { WordsField } from '../../../components/fields';
import type { OwnRule } from '../../../data/settings/own-rules';
import { levelNames } from '../../../format/words';
import { NEW_LINE, toRule, type Draft, type Line } from './draft';
import { RuleLine } from './line';
import { Trial } from './trial';

const MOST_LINES = 5;

const levels = () =>
	Object.entries( levelNames() ).map( ( [ value, label ] ) => ( { value, label } ) );

const matches = () => [
	{ value: 'all', label: __( 'All conditions have to hold', 'amicable' ) },
	{ value: 'any', label: __( 'One condition is enough', 'amicable' ) },
];

const Head = ( { draft, onChange }: { draft: Draft; onChange: ( draft: Draft ) => void } ) => (
	<div className="amicable-settings__grid">
		<WordsField
			label={ __( 'Name', 'amicable' ) }
			help={ __(
				'Say what happens, not who somebody is: the customer may ask to read it.',
				'amicable'
			) }
			value={ draft.name }
			error={ undefined }
			onChange={ ( name ) => onChange( { ...draft, name } ) }
		/>
		<SelectControl
			label={ __( 'Shows as', 'amicable' ) }
			value={ draft.level }
			options={ levels() }
			onChange={ ( level: string ) =>
				onChange( { ...draft, level: level === 'flag' ? 'flag' : 'watch' } )
			}
			__next40pxDefaultSize
			__nextHasNoMarginBottom
		/>
		<SelectControl
			label={ __( 'Lines', 'amicable' ) }
			value={ draft.match }
			options={ matches() }
			onChange={ ( match: string ) =>
				onChange( { ...draft, match: match === 'any' ? 'any' : 'all' } )
			}
			__next40pxDefaultSize
			__nextHasNoMarginBottom
		/>
	</div>
);

type Props = {
	start: Draft;
	currency: string;
	onKeep: ( rule: OwnRule ) => Promise< unknown >;
	onCancel: () => void;
};

/** A rule is tried on what is known before it can be kept. */
export function RuleEditor( { start, currency, onKeep, onCancel }: Props ) {
	const [ draft, setDraft ] = useState( start );
	const setLine = ( at: number, ...lines: Line[] ) =>
		setDraft( {
			...draft,
			lines: [ ...draft.lines.slice( 0, at ), ...lines, ...draft.lines.slice( at + 1 ) ],
		} );
	return (
		<div className="amicable-settings__rule">
			<Head draft={ draft } onChange={ setDraft } />
			{ draft.lines.map( ( line, at ) => (
				<RuleLine
					key={ at }
					line={ line }
					onChange={ ( changed ) => setLine( at, changed ) }
					onRemove={ draft.lines.length > 1 ? () => setLine( at ) : undefined }
				/>
			) ) }
			{ draft.lines.length < MOST_LINES && (
				<div>
					<Button
						variant="link"
						onClick={ () =>
							setDraft( { ...draft, lines: [ ...draft.lines, NEW_LINE ] } )
						}
					>
						{ __( 'Add a condition', 'amicable' ) }
					</Button>
				</div>
			) }
			<Trial rule={ toRule( draft, currency ) } onKeep={ onKeep } onCancel={ onCancel } />
		</div>
	);
}
