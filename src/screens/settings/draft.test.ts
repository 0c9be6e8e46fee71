import fixture from '../../../tests/fixtures/rest/settings.settings.json';
import { settingsSchema, settingsUpdate } from '../../data/settings/schema';
import { errorOf } from '../../data/field-errors';
import { draftOf, updateOf } from './draft';

const settings = settingsSchema.parse( fixture );

beforeEach( () => document.documentElement.setAttribute( 'lang', 'en-US' ) );

it( 'sends back what it was given when nobody changed anything', () => {
	const { update, errors } = updateOf( draftOf( settings ), settings.version );
	// The first run asks and keeps these two; the form leaves them alone.
	const {
		staff: _staff,
		answered: _answered,
		channels: _channels,
		own_rules: _own,
		site_language: _site,
		agents,
		...rest
	} = settings;
	expect( errors ).toEqual( {} );
	expect( update ).toEqual( {
		...rest,
		agents: agents.map( ( { name: _name, ...agent } ) => agent ),
	} );
	expect( settingsUpdate.safeParse( update ).success ).toBe( true );
} );

it( 'reads amounts in the separators of the language', () => {
	document.documentElement.setAttribute( 'lang', 'tr-TR' );
	const draft = { ...draftOf( settings ), currency: 'TRY', hourlyCost: '1.450,50' };
	expect( updateOf( draft, 1 ).update.hourly_cost ).toEqual( { minor: 145050, currency: 'TRY' } );
} );

it( 'names the field of an amount that cannot be read', () => {
	const draft = { ...draftOf( settings ), hourlyCost: 'thirty' };
	expect( updateOf( draft, 1 ).errors ).toHaveProperty( 'hourly_cost' );
} );

it( 'names the field of a number that is none', () => {
	const draft = draftOf( settings );
	const { errors } = updateOf( { ...draft, docs: { ...draft.docs, flag: '' } }, 1 );
	expect( Object.keys( errors ) ).toEqual( [ 'patterns.docs_questions.flag' ] );
} );

it( 'sends when an article is at fault, and names a number of it that is none', () => {
	const draft = draftOf( settings );
	const typed = ( people: string ) =>
		updateOf( { ...draft, words: { ...draft.words, docs_gaps: { people, days: '14' } } }, 1 );
	expect( typed( '25' ).update.patterns?.docs_gaps ).toEqual( { people: 25, days: 14 } );
	expect( Object.keys( typed( 'many' ).errors ) ).toEqual( [ 'patterns.docs_gaps.people' ] );
} );

it( 'takes an empty hour for not known, which nobody can confirm', () => {
	const { update } = updateOf( { ...draftOf( settings ), hourlyCost: ' ', confirmed: true }, 1 );
	expect( update ).toMatchObject( { hourly_cost: null, hourly_cost_confirmed: false } );
} );

it( 'reads ratios in the separators of the language', () => {
	document.documentElement.setAttribute( 'lang', 'tr-TR' );
	const draft = draftOf( settings );
	const flag = ( typed: string ) =>
		updateOf( { ...draft, cost: { ...draft.cost, flag: typed } }, 1 );
	expect( flag( '2,5' ).update.patterns?.cost_over_paid?.flag_millionths ).toBe( 2_500_000 );
	expect( Object.keys( flag( '2.5' ).errors ) ).toEqual( [
		'patterns.cost_over_paid.flag_millionths',
	] );
} );

it( 'keeps ratios as whole millionths', () => {
	const draft = draftOf( settings );
	const { update } = updateOf( { ...draft, cost: { ...draft.cost, flag: '2.3' } }, 1 );
	expect( update.patterns?.cost_over_paid?.flag_millionths ).toBe( 2_300_000 );
} );

it( 'finds what the server said about a part of a field', () => {
	expect( errorOf( { 'hourly_cost.minor': 'Too little.' }, 'hourly_cost' ) ).toBe(
		'Too little.'
	);
	expect( errorOf( { hourly_cost_confirmed: 'x' }, 'hourly_cost' ) ).toBeUndefined();
} );

it( 'keeps the table of what is given for what, and leaves out empty rows', () => {
	const draft = draftOf( settings );
	const rows = [ ...draft.cases.resolutions, { problem: ' ', answer: '', most: '' } ];
	const { update } = updateOf( { ...draft, cases: { ...draft.cases, resolutions: rows } }, 1 );
	expect( update.cases ).toEqual( settings.cases );
} );

it( 'names the field of a limit that is none', () => {
	const draft = draftOf( settings );
	const { errors } = updateOf(
		{ ...draft, limits: { ...draft.limits, partings: '', partingSum: 'much' } },
		1
	);
	expect( Object.keys( errors ).sort() ).toEqual( [
		'limits.part_ways_a_day',
		'limits.part_ways_sum',
	] );
} );
