import { contactOf, EMPTY, isWhole, type Entry } from './entry';

const at = new Date( '2026-03-01T09:30:00.123Z' );
const review: Entry = {
	...EMPTY,
	channel: 'public',
	minutes: '5',
	url: ' https://reviews.example/7 ',
	stars: '2',
	text: ' Never again. ',
};

describe( 'a contact', () => {
	it( 'takes link, stars and words of what was said in public', () => {
		expect( contactOf( { customer_id: 7 }, review, at ) ).toEqual( {
			customer_id: 7,
			channel: 'public',
			at: '2026-03-01T09:30:00Z',
			minutes: 5,
			url: 'https://reviews.example/7',
			stars: 2,
			text: 'Never again.',
		} );
	} );

	it( 'leaves them out when it was a call after all', () => {
		expect( contactOf( { customer_id: 7 }, { ...review, channel: 'phone' }, at ) ).toEqual( {
			customer_id: 7,
			channel: 'phone',
			at: '2026-03-01T09:30:00Z',
			minutes: 5,
		} );
	} );

	it( 'is not whole in public without its link', () => {
		expect( isWhole( review ) ).toBe( true );
		expect( isWhole( { ...review, url: ' ' } ) ).toBe( false );
		expect( isWhole( { ...review, url: '', channel: 'phone' } ) ).toBe( true );
		expect( isWhole( { ...review, minutes: '' } ) ).toBe( false );
	} );
} );
