import { readdirSync } from 'fs';
import { join } from 'path';
import type { Shape } from './common';

const resources = readdirSync( __dirname, { withFileTypes: true } ).filter( ( entry ) =>
	entry.isDirectory()
);

const shapes = resources.flatMap( ( { name } ): [ string, Shape ][] =>
	Object.entries( require( join( __dirname, name, 'schema.ts' ) ).shapes )
);

const fixtures = readdirSync( join( __dirname, '../../tests/fixtures/rest' ) ).filter( ( file ) =>
	file.endsWith( '.json' )
);

describe.each( shapes )( '%s', ( name, { schema, io, valid, invalid } ) => {
	it( 'accepts every valid example and refuses every invalid one', () => {
		expect( valid.map( ( example ) => schema.safeParse( example ).success ) ).not.toContain(
			false
		);
		expect( invalid.map( ( example ) => schema.safeParse( example ).success ) ).not.toContain(
			true
		);
		expect( Math.min( valid.length, invalid.length ) ).toBeGreaterThan( 0 );
	} );

	it( 'is named after its resource, and an answer has a fixture', () => {
		const [ resource ] = name.split( '.' );
		expect( resources.map( ( entry ) => entry.name ) ).toContain( resource );
		const needsFixture = io === 'output' && name !== 'customers.moved';
		expect( ! needsFixture || fixtures.includes( `${ name }.json` ) ).toBe( true );
	} );
} );

it( 'every fixture belongs to a shape', () => {
	const names = shapes.map( ( [ name ] ) => `${ name }.json` );
	expect( fixtures.filter( ( file ) => ! names.includes( file ) ) ).toEqual( [] );
} );
