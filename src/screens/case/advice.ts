import type { OffboardingCase, Stage } from '../../data/cases/schema';
import type { Chance } from '../../data/chances/schema';
import type { Letter } from '../../data/letters/schema';

type Said = Chance[ 'advice' ];

/** The one next thing to do in a case. */
export type Advice =
	/** Somebody has to say whether it went out. */
	| { kind: 'settle'; letter: Letter }
	| { kind: 'go_on'; letter: Letter }
	/** It went out; the case does not say so yet. */
	| { kind: 'move_on'; letter: Letter }
	/** `why`: the server's reason, where it has one. */
	| { kind: 'write'; to: Stage; why?: string }
	/** A gate is shut: why, in words of the server. */
	| { kind: 'wait'; to: Stage; why: string }
	/** What the facts suggest, with the server's reason. */
	| { kind: 'suggested'; reason: string; to: Stage | null; why: string }
	/** The payment this is about is disputed, and that was said. */
	| { kind: 'bank' }
	| { kind: 'part' }
	| { kind: 'run'; run: number }
	| { kind: 'over' };

export type Of< Kind > = Extract< Advice, { kind: Kind } >;

/** What is written in a stage, and thereby leads to the next. */
const WRITTEN: Partial< Record< Stage, Stage > > = {
	open: 'warned',
	second_chance: 'warned',
	warned: 'explained',
	counsel: 'counsel',
};

/** What is reached by a message. */
const WRITTEN_TO: Stage[] = [ 'second_chance', 'warned', 'explained' ];

/** Said by the stage alone. */
const OF_STAGE = [ 'end_it', 'with_counsel', 'run_goes_on', 'over' ];

export const writtenNext = ( { stage }: OffboardingCase ) => WRITTEN[ stage ];

/** Written since the case came to where it stands. */
const isOfNow = ( { events }: OffboardingCase, { sent_at: at, updated_at: touched }: Letter ) => {
	const here = events.at( -1 )?.at;
	return here === undefined || ( at ?? touched ) >= here;
};

const wayTo = ( { next }: OffboardingCase, stage: Stage ) =>
	next.find( ( { to } ) => to === stage );

/** Open to the letter alone: nothing else has to be given. */
const isOpen = ( way: OffboardingCase[ 'next' ][ number ] | undefined ) =>
	way?.allowed === true && ! way.why;

/** What went out for a stage since the case stands where it stands. */
export const sentFor = ( item: OffboardingCase, to: Stage, letters: Letter[] ) =>
	letters.find(
		( letter ) => letter.state === 'sent' && letter.stage === to && isOfNow( item, letter )
	);

function ofLetters( item: OffboardingCase, letters: Letter[] ): Advice | undefined {
	const open = letters.find( ( { state } ) => state === 'unknown' || state === 'sending' );
	if ( open ) {
		return { kind: 'settle', letter: open };
	}
	const draft = letters.find( ( { state } ) => state === 'draft' );
	if ( draft ) {
		return { kind: 'go_on', letter: draft };
	}
	const sent = letters.find(
		( letter ) =>
			letter.state === 'sent' &&
			isOfNow( item, letter ) &&
			isOpen( wayTo( item, letter.stage ) )
	);
	return sent && { kind: 'move_on', letter: sent };
}

/** Where a message leads, unless a gate is shut. */
function writeTo( item: OffboardingCase, to: Stage, reason?: string ): Advice {
	const way = wayTo( item, to );
	return way && ! way.allowed
		? { kind: 'wait', to, why: way.why ?? '' }
		: { kind: 'write', to, ...( reason && { why: reason } ) };
}

/** Why they are angry is asked beside it; until somebody says so, the short path leads on, where there is a text for what was noticed. */
const toFirstWords = ( item: OffboardingCase, suits: boolean, why: string ): Advice =>
	suits ? writeTo( item, 'warned' ) : { kind: 'write', to: 'second_chance', why };

/** What the server says comes next, from what is known and what a person noted; the one source of it. */
function ofFacts(
	item: OffboardingCase,
	suits: boolean,
	said: Said | undefined
): Advice | undefined {
	if ( ! said || OF_STAGE.includes( said.reason ) ) {
		return undefined;
	}
	const { reason, to, why } = said;
	if ( reason === 'ask_why' ) {
		return toFirstWords( item, suits, why );
	}
	return to && WRITTEN_TO.includes( to )
		? writeTo( item, to, why )
		: { kind: 'suggested', reason, to, why };
}

/** While a bank looks at the payment this is about, there is one thing to say, once. */
function ofCharge( { charge }: OffboardingCase, letters: Letter[] ): Advice | undefined {
	if ( ! charge?.holds ) {
		return undefined;
	}
	const said = letters.some( ( { state, stage } ) => state === 'sent' && stage === 'open' );
	return said ? { kind: 'bank' } : { kind: 'write', to: 'open' };
}

function ofStage( item: OffboardingCase, letters: Letter[], suits: boolean ): Advice {
	const to = writtenNext( item );
	const said = letters.some( ( { state, stage } ) => state === 'sent' && stage === 'counsel' );
	if ( item.stage === 'explained' || ( item.stage === 'counsel' && said ) ) {
		return { kind: 'part' };
	}
	if ( item.stage === 'offboarding' && item.run_id ) {
		return { kind: 'run', run: item.run_id };
	}
	if ( ! to ) {
		return { kind: 'over' };
	}
	if ( item.stage === 'open' && ! suits ) {
		return { kind: 'write', to: 'second_chance' };
	}
	return writeTo( item, to );
}

/**
 * Letters come newest first. `said`: the server's advice on this case. `suits`: there is a text for what was noticed; what has none, such as a dispute or a mere
 * expectation, is never warned.
 */
export const adviceFor = (
	item: OffboardingCase,
	letters: Letter[],
	suits: boolean,
	said?: Said
): Advice =>
	ofLetters( item, letters ) ??
	ofCharge( item, letters ) ??
	ofFacts( item, suits, said ) ??
	ofStage( item, letters, suits );
