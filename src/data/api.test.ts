import aCase from '../../tests/fixtures/rest/cases.case.json';
import boot from '../../tests/fixtures/rest/me.boot.json';
import { getOne, getPage, write } from './api';
import { caseSchema } from './cases/schema';
import { answer, answerPage, server } from './test-server';

jest.mock( '@wordpress/api-fetch' );

const root = 'https://shop.example.com/wp-json/amicable/v1/cases';

beforeEach( () => {
	server().mockReset();
	delete window.amicableBoot;
} );

it( 'reads how the next page is asked for, by number or by cursor', async () => {
	const Link = `<${ root }?cursor=abc%3D&per_page=20>; rel="next", <${ root }?page=1>; rel="prev"`;
	server().mockResolvedValue( answerPage( [ aCase ], { Link, 'X-Amicable-Total': 'about' } ) );

	const page = await getPage( caseSchema, '/amicable/v1/cases' );

	expect( page ).toMatchObject( { next: { cursor: 'abc=' }, prev: { page: 1 }, about: true } );
	expect( page.last ).toBeUndefined();
} );

it( 'does not take a missing total for zero', async () => {
	server().mockResolvedValue( answer( [ aCase ] ) );

	await expect( getPage( caseSchema, '/amicable/v1/cases' ) ).rejects.toMatchObject( {
		code: 'amicable_unreadable_answer',
	} );
} );

it( 'hands on the words of a refusal, field by field', async () => {
	const data = { status: 400, params: { minutes: 'This must be 0 or more.' } };
	const body = { code: 'amicable_invalid', message: 'Please check: minutes.', data };
	server().mockRejectedValue( answer( body, {}, 400 ) );

	await expect( write( caseSchema, '/x', {} ) ).rejects.toMatchObject( {
		code: 'amicable_invalid',
		message: 'Please check: minutes.',
		status: 400,
		params: data.params,
	} );
} );

it( 'understands a refusal without fields, though PHP sends an empty list for an empty map', async () => {
	const body = { code: 'amicable_stale', message: 'Stale.', data: { status: 409, params: [] } };
	server().mockRejectedValue( answer( body, {}, 409 ) );

	await expect( getOne( caseSchema, '/x' ) ).rejects.toMatchObject( {
		code: 'amicable_stale',
		status: 409,
	} );
} );

it( 'says what to do when the browser is offline', async () => {
	server().mockRejectedValue( { code: 'offline_error', message: 'x' } );

	await expect( getOne( caseSchema, '/x' ) ).rejects.toThrow( 'You are offline' );
} );

const dropped = { code: 'fetch_error', message: 'x' };

it( 'reads once more what was dropped on the way, and then says so', async () => {
	server().mockRejectedValueOnce( dropped ).mockResolvedValueOnce( answer( aCase ) );
	await expect( getOne( caseSchema, '/x' ) ).resolves.toMatchObject( { id: aCase.id } );

	server()
		.mockReset()
		.mockRejectedValue( answer( { code: 'x', message: 'x', data: { status: 503 } }, {}, 503 ) );
	await expect( getOne( caseSchema, '/x' ) ).rejects.toMatchObject( { status: 503 } );
	expect( server() ).toHaveBeenCalledTimes( 2 );
} );

it( 'never writes twice by itself', async () => {
	server().mockRejectedValue( dropped );

	await expect( write( caseSchema, '/x', {} ) ).rejects.toThrow();
	expect( server() ).toHaveBeenCalledTimes( 1 );
} );

it( 'says what to do when the login has expired', async () => {
	const body = { code: 'rest_cookie_invalid_nonce', message: 'x', data: { status: 403 } };
	server().mockRejectedValue( answer( body, {}, 403 ) );

	await expect( getOne( caseSchema, '/x' ) ).rejects.toThrow( 'Log in again in another tab' );
} );

it( 'says so when the answer is not JSON at all', async () => {
	const broken = { ...answer( null ), json: () => Promise.reject( new SyntaxError( '<' ) ) };
	server().mockResolvedValue( broken );

	await expect( getOne( caseSchema, '/x' ) ).rejects.toThrow( 'could not be read' );
} );

it( 'sends the mode of this page along, and the key of a write', async () => {
	window.amicableBoot = { ...boot, mode: 'practice' };
	server().mockResolvedValue( answer( aCase ) );

	await write( caseSchema, '/x', {}, { key: 'k-1' } );

	expect( server().mock.lastCall?.[ 0 ] ).toMatchObject( {
		headers: { 'X-Amicable-Mode': 'practice', 'Idempotency-Key': 'k-1' },
	} );
} );
