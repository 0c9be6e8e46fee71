import fixture from '../../../../tests/fixtures/rest/chances.chance.json';
import { chanceSchema } from '../../../data/chances/schema';
import { groupsOf, suggestedOf } from './deeds';
import { emptyMove, moveOf } from './move-draft';

const chance = chanceSchema.parse( fixture );

it( 'takes what a code takes off as its cost, where both are in one currency', () => {
	const draft = { ...emptyMove( chance ), amount: '10', note: 'For the trouble' };
	expect( moveOf( 'coupon', draft, chance ) ).toEqual( {
		kind: 'move',
		what: 'coupon',
		note: 'For the trouble',
		store: 'sample',
		amount: { minor: 1000, currency: 'USD' },
		cost: { minor: 1000, currency: 'USD' },
	} );
} );

it( 'sends of a move only what belongs to it', () => {
	const draft = { ...emptyMove( chance ), amount: '10', contact: '555', note: 'Sorry' };
	expect( moveOf( 'apologize', draft, chance ) ).toEqual( {
		kind: 'move',
		what: 'apologize',
		note: 'Sorry',
	} );
	expect( moveOf( 'call', draft, chance ) ).toMatchObject( { contact: '555' } );
} );

it( 'exchanges by a code for the other product, or by the order in which it was done', () => {
	const draft = { ...emptyMove( chance ), note: 'The other one', cost: '12', product: '3' };
	const by = { kind: 'move', what: 'exchange', note: 'The other one' };
	const cost = { minor: 1200, currency: 'USD' };
	expect( moveOf( 'exchange', draft, chance ) ).toEqual( {
		...by,
		store: 'sample',
		product: 3,
		cost,
	} );
	expect( moveOf( 'exchange', { ...draft, byHand: true, order: ' S-7 ' }, chance ) ).toEqual( {
		...by,
		order: 'S-7',
		cost,
	} );
} );

it( 'asks by which day what was agreed is kept', () => {
	const draft = { ...emptyMove( chance ), note: 'Half the sites', day: '2030-01-02' };
	expect( moveOf( 'renegotiate', draft, chance ) ).toHaveProperty( 'due_at' );
	expect( moveOf( 'explain', draft, chance ) ).not.toHaveProperty( 'due_at' );
} );

it( 'suggests what suits the cause and was not done yet, and gifts only to whoever can make one', () => {
	const help = { reason: 'make_good', to: 'second_chance' as const, why: '' };
	const none = { ...chance, advice: help, entries: [] };
	expect( suggestedOf( none ) ).toBe( 'apologize' );
	expect( suggestedOf( { ...none, advice: { ...help, to: 'explained' } } ) ).toBeUndefined();
	const [ entry ] = chance.entries;
	expect(
		suggestedOf( { ...none, entries: entry ? [ { ...entry, what: 'apologize' } ] : [] } )
	).toBe( 'fix' );
	expect( suggestedOf( { ...none, route: null } ) ).toBeUndefined();
	const deeds = groupsOf( { ...chance, shops: [] } ).flatMap( ( group ) => group.deeds );
	expect( deeds ).not.toContain( 'coupon' );
	expect( groupsOf( { ...chance, stage: 'closed' } ) ).toHaveLength( 1 );
} );
