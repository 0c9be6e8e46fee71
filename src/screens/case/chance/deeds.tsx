import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { can } from '../../../data/boot';
import { moveKind, type Chance, type MoveKind } from '../../../data/chances/schema';
import { ClaimDialog } from './claim-dialog';
import { MoveDialog } from './move-dialog';
import { OutcomeDialog } from './outcome-dialog';
import { PlainDialog } from './plain-dialog';
import { moveNames } from './words';

export type Open = MoveKind | 'promise' | 'outcome' | 'claim' | 'contest' | 'objection';
type Group = { title: string; deeds: Open[] };

const OPEN = [ 'open', 'second_chance', 'warned', 'explained', 'counsel', 'offboarding' ];

const gives = ( kind: Open ) => kind === 'coupon' || kind === 'free_product';

/** What is exchanged by hand needs no shop that makes codes. */
const mayCost = ( kind: Open ) => kind !== 'exchange' || can( 'amicable_offboard' );

const isMove = ( deed: Open ): deed is MoveKind => moveKind.safeParse( deed ).success;

/** A gift shows to whoever can make one. */
const isThere =
	( { shops }: Chance ) =>
	( kind: Open ) =>
		mayCost( kind ) && ( ! gives( kind ) || shops.length > 0 );

/** Where help comes next: what usually helps with this cause and was not done yet. Where something else does, nothing here speaks against it. */
export const suggestedOf = ( chance: Chance ): Open | undefined =>
	chance.advice.to === 'second_chance'
		? chance.route?.moves
				.filter( isThere( chance ) )
				.find( ( kind ) => ! chance.entries.some( ( { what } ) => what === kind ) )
		: undefined;

const names = (): Record< Open, string > => ( {
	...moveNames(),
	promise: __( 'Promise something…', 'amicable' ),
	outcome: __( 'How did they take the warning?', 'amicable' ),
	claim: __( 'What they say happened…', 'amicable' ),
	contest: __( 'They say that a fact is wrong…', 'amicable' ),
	objection: __( 'They object to pattern reading…', 'amicable' ),
} );

/** By what they are for. What is over takes no more deeds, but still what the customer says. */
export function groupsOf( chance: Chance ): Group[] {
	const said: Open[] = [ 'claim', 'contest', 'objection' ];
	const groups: Group[] = [
		{
			title: __( 'Make it right', 'amicable' ),
			deeds: [ 'apologize', 'fix', 'exchange', 'coupon', 'free_product', 'promise' ],
		},
		{
			title: __( 'Talk', 'amicable' ),
			deeds: [ 'explain', 'call', 'public_answer', 'boss' ],
		},
		{
			title: __( 'Find another way', 'amicable' ),
			deeds: [ 'renegotiate', 'other_product' ],
		},
		{
			title: __( 'Write down', 'amicable' ),
			deeds: chance.warning ? [ 'outcome', ...said ] : said,
		},
	];
	return ( OPEN.includes( chance.stage ) ? groups : groups.slice( -1 ) ).map( ( group ) => ( {
		...group,
		deeds: group.deeds.filter( isThere( chance ) ),
	} ) );
}

type OpenedProps = { chance: Chance; open: Open; onClose: () => void };

function Opened( { chance, open, onClose }: OpenedProps ) {
	if ( open === 'outcome' ) {
		return <OutcomeDialog chance={ chance } onClose={ onClose } />;
	}
	if ( open === 'claim' ) {
		return <ClaimDialog chance={ chance } onClose={ onClose } />;
	}
	return isMove( open ) ? (
		<MoveDialog chance={ chance } kind={ open } onClose={ onClose } />
	) : (
		<PlainDialog chance={ chance } of={ open } onClose={ onClose } />
	);
}

/** What can be done for them, and what is to be written down: the suggested thing first, the others by what they are for. */
export function Deeds( { chance }: { chance: Chance } ) {
	const [ open, setOpen ] = useState< Open >();
	const suggested = suggestedOf( chance );
	return (
		<div>
			<h3>{ __( 'What you can do', 'amicable' ) }</h3>
			<dl className="amicable-chance__groups">
				{ OPEN.includes( chance.stage ) && suggested && (
					<>
						<dt>{ __( 'Suggested', 'amicable' ) }</dt>
						<dd>
							<Button
								variant="primary"
								size="compact"
								onClick={ () => setOpen( suggested ) }
							>
								{ names()[ suggested ] }
							</Button>
						</dd>
					</>
				) }
				{ groupsOf( chance ).map( ( { title, deeds } ) => (
					<Group
						key={ title }
						title={ title }
						deeds={ deeds.filter( ( deed ) => deed !== suggested ) }
						onOpen={ setOpen }
					/>
				) ) }
			</dl>
			{ open && (
				<Opened chance={ chance } open={ open } onClose={ () => setOpen( undefined ) } />
			) }
		</div>
	);
}

const Group = ( { title, deeds, onOpen }: Group & { onOpen: ( open: Open ) => void } ) => (
	<>
		<dt>{ title }</dt>
		<dd>
			{ deeds.map( ( deed ) => (
				<Button
					key={ deed }
					variant="secondary"
					size="compact"
					onClick={ () => onOpen( deed ) }
				>
					{ names()[ deed ] }
				</Button>
			) ) }
		</dd>
	</>
);
