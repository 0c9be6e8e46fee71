import { createHash } from 'node:crypto';
import fixture from '../../../tests/fixtures/rest/evidence.pack.json';
import { packSchema } from '../../data/evidence/schema';

test( 'the seal of a part can be made again from the file alone', () => {
	const [ part ] = packSchema.parse( fixture ).parts;
	const seal = createHash( 'sha256' ).update( JSON.stringify( part?.lines ) ).digest( 'hex' );
	expect( seal ).toBe( part?.sha256 );
} );
