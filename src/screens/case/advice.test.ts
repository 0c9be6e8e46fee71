import aCase from '../../../tests/fixtures/rest/cases.case.json';
import aCharge from '../../../tests/fixtures/rest/disputes.charge.json';
import aLetter from '../../../tests/fixtures/rest/letters.letter.json';
import { caseSchema } from '../../data/cases/schema';
import { chanceSchema } from '../../data/chances/schema';
import { chargeOf } from '../../data/disputes/charge';
import { letterSchema } from '../../data/letters/schema';
import { adviceFor } from './advice';

const way = ( to: string, allowed = true, why: string | null = null ) => ( { to, allowed, why } );
const item = ( change: object ) =>
	caseSchema.parse( {
		...aCase,
		events: [
			{ at: '2026-03-03T08:00:00Z', who: 'Ada', from: null, to: 'open', reason: null },
		],
		...change,
	} );
const letter = ( change: object ) => letterSchema.parse( { ...aLetter, ...change } );

it( 'warns where there is a text for what was noticed, and helps where there is none', () => {
	const open = item( { stage: 'open', next: [ way( 'warned' ), way( 'second_chance' ) ] } );
	expect( adviceFor( open, [], true ) ).toEqual( { kind: 'write', to: 'warned' } );
	expect( adviceFor( open, [], false ) ).toEqual( { kind: 'write', to: 'second_chance' } );
} );

it( 'says which gate is shut', () => {
	const warned = item( {
		stage: 'warned',
		next: [ way( 'explained', false, 'Nothing happened since.' ) ],
	} );
	expect( adviceFor( warned, [], true ) ).toEqual( {
		kind: 'wait',
		to: 'explained',
		why: 'Nothing happened since.',
	} );
} );

it( 'asks about a message that may have gone out before anything else', () => {
	const open = item( { stage: 'open', next: [ way( 'warned' ) ] } );
	const draft = letter( { id: 2 } );
	const unknown = letter( { id: 1, state: 'unknown' } );
	expect( adviceFor( open, [ draft, unknown ], true ) ).toMatchObject( {
		kind: 'settle',
		letter: { id: 1 },
	} );
	expect( adviceFor( open, [ draft ], true ) ).toMatchObject( { kind: 'go_on' } );
} );

it( 'lets the case follow what went out since it came here, and nothing older', () => {
	const open = item( { stage: 'open', next: [ way( 'warned' ) ] } );
	const sent = ( at: string ) => letter( { state: 'sent', sent_at: at } );
	expect( adviceFor( open, [ sent( '2026-03-03T09:00:00Z' ) ], true ).kind ).toBe( 'move_on' );
	expect( adviceFor( open, [ sent( '2026-02-01T09:00:00Z' ) ], true ).kind ).toBe( 'write' );
} );

it( 'takes what a person noted over the usual way, once nothing is left half written', () => {
	const warned = item( { stage: 'warned', next: [ way( 'explained' ), way( 'recovered' ) ] } );
	const said = ( reason: string, to: string | null ) =>
		chanceSchema.shape.advice.parse( { reason, to, why: 'They said sorry.' } );
	expect( adviceFor( warned, [], true, said( 'apologized', 'recovered' ) ) ).toMatchObject( {
		kind: 'suggested',
		to: 'recovered',
		why: 'They said sorry.',
	} );
	expect( adviceFor( warned, [], true, said( 'took_refund', 'agreed' ) ).kind ).toBe(
		'suggested'
	);
	expect( adviceFor( warned, [], true, said( 'doubled_down', 'explained' ) ) ).toEqual( {
		kind: 'write',
		to: 'explained',
		why: 'They said sorry.',
	} );
	const draft = letter( { id: 2 } );
	expect( adviceFor( warned, [ draft ], true, said( 'apologized', 'recovered' ) ).kind ).toBe(
		'go_on'
	);
} );

it.each( [
	[ 'open', 'answer_first', null ],
	[ 'open', 'make_good', 'second_chance' ],
	[ 'open', 'help', 'second_chance' ],
	[ 'open', 'let_lapse', 'lapsed' ],
	[ 'open', 'counsel', 'counsel' ],
	[ 'second_chance', 'keep_promises', null ],
	[ 'second_chance', 'give_time', null ],
	[ 'second_chance', 'again', 'warned' ],
	[ 'second_chance', 'quiet', 'recovered' ],
	[ 'warned', 'took_refund', 'agreed' ],
	[ 'warned', 'say_how', 'explained' ],
	[ 'warned', 'carried_out', null ],
	[ 'warned', 'warning_old', null ],
	[ 'warned', 'wait', null ],
] )( 'in %s names the step that the server names: %s', ( stage, reason, to ) => {
	const said = chanceSchema.shape.advice.parse( { reason, to, why: 'So it is.' } );
	const open = item( { stage, next: to && to !== stage ? [ way( to ) ] : [] } );
	const advice = adviceFor( open, [], true, said );
	expect( [ 'write', 'suggested' ] ).toContain( advice.kind );
	expect( advice ).toMatchObject( { to, why: 'So it is.' } );
} );

it( 'leads on by the short path until somebody says why they are angry', () => {
	const said = chanceSchema.shape.advice.parse( {
		reason: 'ask_why',
		to: 'second_chance',
		why: 'Find out why.',
	} );
	const open = item( { stage: 'open', next: [ way( 'warned' ), way( 'second_chance' ) ] } );
	expect( adviceFor( open, [], true, said ) ).toEqual( { kind: 'write', to: 'warned' } );
	expect( adviceFor( open, [], false, said ) ).toMatchObject( { to: 'second_chance' } );
} );

it( 'says once that the bank decides while the payment is disputed, and then waits for it', () => {
	const charge = chargeOf.parse( aCharge );
	const open = item( { stage: 'open', charge, next: [ way( 'warned' ) ] } );
	const sent = letter( { state: 'sent', stage: 'open', sent_at: '2026-03-03T09:00:00Z' } );
	expect( adviceFor( open, [], false ) ).toEqual( { kind: 'write', to: 'open' } );
	expect( adviceFor( open, [ sent ], false ) ).toEqual( { kind: 'bank' } );
	const inquiry = item( { ...open, charge: { ...charge, holds: false } } );
	expect( adviceFor( inquiry, [], false ) ).toEqual( { kind: 'write', to: 'second_chance' } );
} );
