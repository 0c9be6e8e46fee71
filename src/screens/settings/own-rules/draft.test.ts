import type { OwnRule } from '../../../data/settings/own-rules';
import { newDraft, NEW_LINE, toDraft, toRule } from './draft';

const rule: OwnRule = {
	id: 2,
	name: 'Many questions, little paid',
	level: 'watch',
	match: 'all',
	silent: false,
	conditions: [
		{ field: 'tickets', is: 'least', number: 5, days: 30 },
		{ field: 'paid', is: 'most', number: 5050, days: null },
	],
};

describe( 'a rule of the shop’s own', () => {
	it( 'comes out of its draft as it went in', () => {
		expect( toRule( toDraft( rule, 'USD' ), 'USD' ) ).toEqual( rule );
	} );

	it( 'is none while a line or its name is missing, or looks back for years', () => {
		const draft = { ...newDraft( 1 ), name: 'A', lines: [ { ...NEW_LINE, number: '3' } ] };
		expect( toRule( draft, 'USD' )?.conditions ).toEqual( [
			{ field: 'tickets', is: 'least', number: 3, days: 30 },
		] );
		expect( toRule( { ...draft, name: ' ' }, 'USD' ) ).toBeUndefined();
		expect( toRule( { ...draft, lines: [ NEW_LINE ] }, 'USD' ) ).toBeUndefined();
		const years = [ { ...NEW_LINE, number: '3', days: '367' } ];
		expect( toRule( { ...draft, lines: years }, 'USD' ) ).toBeUndefined();
	} );
} );
