import { EMPTY, isReady, toIncident } from './draft';

const draft = { ...EMPTY, about: ' Release 4.2 ', words: '4.2', from: '2026-03-03' };

describe( 'an incident as it is typed', () => {
	it( 'needs a name, a first day, and words or an article', () => {
		expect( isReady( draft ) ).toBe( true );
		expect( isReady( { ...draft, words: ' ' } ) ).toBe( false );
		expect( isReady( { ...draft, words: '', docsUrl: 'https://docs.example/a' } ) ).toBe(
			true
		);
		expect( isReady( { ...draft, from: '' } ) ).toBe( false );
	} );

	it( 'goes on until the end of its last day, and leaves out what was left empty', () => {
		const sent = toIncident( { ...draft, until: '2026-03-03' } );
		const [ from, until ] = [ sent.from, sent.until ?? '' ].map( ( at ) => Date.parse( at ) );
		expect( ( ( until ?? 0 ) - ( from ?? 0 ) ) / 1000 ).toBe( 86_399 );
		expect( toIncident( draft ) ).toEqual( {
			about: 'Release 4.2',
			from: sent.from,
			words: '4.2',
		} );
	} );
} );
