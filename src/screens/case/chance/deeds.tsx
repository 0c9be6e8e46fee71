import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import { moveKind, type Chance, type MoveKind } from '../../../data/chances/schema';
import { chancesStore } from '../../../data/chances/store';
import { MoveDialog } from './move-dialog';
import { OutcomeDialog } from './outcome-dialog';
import { PlainDialog } from './plain-dialog';
import { moveNames } from './words';

type Open = MoveKind | 'promise' | 'outcome' | 'contest' | 'objection';

const OPEN = [ 'open', 'second_chance', 'warned', 'explained', 'counsel', 'offboarding' ];

const gives = ( kind: MoveKind ) => kind === 'coupon' || kind === 'free_product';

/** Those that suit the cause come first; a gift shows to whoever can make one. */
export const movesOf = ( { route, shops }: Chance ): MoveKind[] => {
	const first = route?.moves ?? [];
	return [ ...first, ...moveKind.options.filter( ( kind ) => ! first.includes( kind ) ) ].filter(
		( kind ) => ! gives( kind ) || shops.length > 0
	);
};

function Opened( { chance, open, onClose }: { chance: Chance; open: Open; onClose: () => void } ) {
	if ( open === 'outcome' ) {
		return <OutcomeDialog chance={ chance } onClose={ onClose } />;
	}
	if ( open === 'promise' || open === 'contest' || open === 'objection' ) {
		return <PlainDialog chance={ chance } of={ open } onClose={ onClose } />;
	}
	return <MoveDialog chance={ chance } kind={ open } onClose={ onClose } />;
}

/** Another pair of eyes, before hard words go out. */
function Read( { chance }: { chance: Chance } ) {
	const { write } = useDispatch( chancesStore );
	const { act, isBusy, error } = useAct();
	return (
		<>
			<Button
				variant="tertiary"
				size="compact"
				isBusy={ isBusy }
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ () => act( () => write( chance, { kind: 'read' } ) ) }
			>
				{ __( 'I have read the words: fine', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</>
	);
}

const Beside = ( { chance, onOpen }: { chance: Chance; onOpen: ( open: Open ) => void } ) => (
	<div className="amicable-chance__deeds">
		{ OPEN.includes( chance.stage ) && (
			<>
				<Button variant="tertiary" size="compact" onClick={ () => onOpen( 'promise' ) }>
					{ __( 'Promise something…', 'amicable' ) }
				</Button>
				<Read chance={ chance } />
			</>
		) }
		{ chance.warning && (
			<Button variant="tertiary" size="compact" onClick={ () => onOpen( 'outcome' ) }>
				{ __( 'How did they take the warning?', 'amicable' ) }
			</Button>
		) }
		<Button variant="tertiary" size="compact" onClick={ () => onOpen( 'contest' ) }>
			{ __( 'They say that a fact is wrong…', 'amicable' ) }
		</Button>
		<Button variant="tertiary" size="compact" onClick={ () => onOpen( 'objection' ) }>
			{ __( 'They object to pattern reading…', 'amicable' ) }
		</Button>
	</div>
);

/** What can be done for them, and what is to be written down. */
export function Deeds( { chance }: { chance: Chance } ) {
	const [ open, setOpen ] = useState< Open >();
	return (
		<div>
			{ OPEN.includes( chance.stage ) && (
				<>
					<h3>{ __( 'What you can do', 'amicable' ) }</h3>
					<div className="amicable-chance__deeds">
						{ movesOf( chance ).map( ( kind ) => (
							<Button
								key={ kind }
								variant={
									chance.route?.moves.includes( kind ) ? 'secondary' : 'tertiary'
								}
								size="compact"
								onClick={ () => setOpen( kind ) }
							>
								{ moveNames()[ kind ] }
							</Button>
						) ) }
					</div>
				</>
			) }
			<Beside chance={ chance } onOpen={ setOpen } />
			{ open && (
				<Opened chance={ chance } open={ open } onClose={ () => setOpen( undefined ) } />
			) }
		</div>
	);
}
