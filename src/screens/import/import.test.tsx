import apiFetch from '@wordpress/api-fetch';
import { RegistryProvider } from '@wordpress/data';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import anImport from '../../../tests/fixtures/rest/imports.import.json';
import aBoot from '../../../tests/fixtures/rest/me.boot.json';
import aPreview from '../../../tests/fixtures/rest/imports.preview.json';
import { previewSchema } from '../../data/imports/schema';
import { freshRegistry } from '../../data/test-server';
import { draftOf, optionsOf } from './draft';
import { ImportScreen } from './index';

jest.mock( '@wordpress/api-fetch' );
const server = jest.mocked( apiFetch );

type Ask = { path: string; method?: string; data?: Record< string, unknown > };

const answer = ( body: unknown, status = 200 ) => ( {
	status,
	headers: new Headers(),
	json: async () => body,
} );

/** What the server would say to each question; the last answer of a list again and again. */
function serve( says: ( ask: Ask ) => unknown ) {
	server.mockImplementation( ( async ( ask: Ask ) => {
		const said = says( ask );
		if ( said instanceof Error ) {
			throw answer( { code: 'x', message: said.message, data: { status: 400 } }, 400 );
		}
		return answer( said );
	} ) as unknown as typeof apiFetch ); // The mock stands in for two overloads.
}

const asked = ( method: string, path: RegExp ): Ask[] =>
	server.mock.calls
		.map( ( [ ask ] ) => ask as Ask )
		.filter( ( ask ) => ( ask.method ?? 'GET' ) === method && path.test( ask.path ) );

const show = ( id?: number ) =>
	render(
		<RegistryProvider value={ freshRegistry() }>
			<ImportScreen id={ id } params={ {} } />
		</RegistryProvider>
	);

const base = { ...anImport, options: null, counts: null, samples: [], rejected: [] };

// A form with so many fields takes its time in jsdom.
jest.setTimeout( 30_000 );

beforeEach( () => {
	server.mockReset();
	window.amicableBoot = { ...aBoot, capabilities: [ 'amicable_view', 'amicable_intake' ] };
} );

it( 'cuts and sends a chosen file part by part, and no part twice', async () => {
	const here = { ...base, state: 'uploading', size: 5, piece_size: 2, pieces: 3 };
	let missing = [ 0, 2 ];
	serve( ( { path, method } ) => {
		const chunk = path.match( /chunks\/(\d)/ );
		if ( chunk ) {
			missing = missing.filter( ( number ) => number !== Number( chunk[ 1 ] ) );
		}
		return method ? { ...here, missing } : { imports: [] };
	} );
	show();
	const input = await waitFor( () => {
		const found = document.querySelector( 'input[type="file"]' );
		expect( found ).not.toBeNull();
		return found as HTMLInputElement;
	} );
	fireEvent.change( input, { target: { files: [ new File( [ 'a,b\n1' ], 'tickets.csv' ) ] } } );

	await waitFor( () => expect( asked( 'PUT', /chunks/ ) ).toHaveLength( 2 ) );
	expect( asked( 'POST', /imports$/ )[ 0 ]?.data ).toEqual( { name: 'tickets.csv', size: 5 } );
	expect(
		asked( 'PUT', /chunks/ ).map( ( { path, data } ) => [ path.slice( -1 ), data?.data ] )
	).toEqual( [
		[ '0', window.btoa( 'a,' ) ],
		[ '2', window.btoa( '1' ) ],
	] );
	expect( window.location.search ).toContain( 'screen=import&id=3' );
} );

it( 'refuses an empty file without asking anybody', async () => {
	serve( () => ( { imports: [] } ) );
	show();
	const input = document.querySelector( 'input[type="file"]' );
	fireEvent.change( input as Element, { target: { files: [ new File( [], 'x.csv' ) ] } } );

	expect( await screen.findByText( 'This file is empty.' ) ).toBeVisible();
	expect( asked( 'POST', /./ ) ).toHaveLength( 0 );
} );

it( 'asks whether the day comes first, and says at the field what the server refuses', async () => {
	const user = userEvent.setup( { delay: null } );
	serve( ( { path, method } ) => {
		if ( path.includes( '/preview' ) ) {
			return aPreview;
		}
		return method === 'PUT'
			? new Error( 'Please check: date_order.' )
			: { ...base, state: 'uploaded' };
	} );
	show( 3 );

	const day = await screen.findByLabelText( /day comes first/ );
	expect( day ).not.toBeChecked();
	expect( screen.getByLabelText( /month comes first/ ) ).not.toBeChecked();
	expect( screen.getByText( '03/01/2025 09:30 cannot be read yet' ) ).toBeVisible();
	await user.click( screen.getByText( 'Check the file' ) );
	expect( await screen.findByText( 'Please check: date_order.' ) ).toBeVisible();
	await user.click( day );
	await user.selectOptions( screen.getByLabelText( 'Stalled' ), 'pending' );
	await user.click( screen.getByText( 'Check the file' ) );

	await waitFor( () => expect( asked( 'PUT', /imports\/3$/ ) ).toHaveLength( 2 ) );
	const sent = asked( 'PUT', /imports\/3$/ );
	expect( sent.map( ( { data } ) => data?.date_order ) ).toEqual( [ null, 'dmy' ] );
	expect( sent[ 1 ]?.data?.statuses ).toContainEqual( { value: 'Stalled', status: 'pending' } );
} );

it( 'shows what would happen and imports only when told to', async () => {
	const user = userEvent.setup();
	const done = { ...anImport, state: 'done', samples: [] };
	serve( ( { path, method } ) => {
		if ( path.includes( '/run' ) ) {
			return done;
		}
		return method ? new Error( 'Nobody asked for that.' ) : anImport;
	} );
	show( 3 );

	const button = await screen.findByRole( 'button', { name: 'Import 39 tickets' } );
	expect( asked( 'POST', /./ ) ).toHaveLength( 0 );
	const refused = screen.getByRole( 'region', { name: '2 rows cannot be taken' } );
	expect( within( refused ).getByText( 'Row 7 (line 9)' ) ).toBeVisible();
	expect( within( refused ).getByText( 'Requester email' ) ).toBeVisible();
	await user.click( button );

	expect( await screen.findByText( 'New tickets' ) ).toBeVisible();
	expect( asked( 'POST', /run$/ ).map( ( { data } ) => data ) ).toEqual( [ { step: 'import' } ] );
} );

it( 'drives a check that is under way, and never the import by that', async () => {
	let turns = 0;
	const checking = ( done: number ) => ( {
		...base,
		state: 'checking',
		progress: { phase: 'read', done, total: 3 },
	} );
	serve( ( { path } ) => {
		turns += path.includes( '/run' ) ? 1 : 0;
		return turns < 3 ? checking( turns ) : anImport;
	} );
	show( 3 );

	expect( await screen.findByRole( 'button', { name: /^Import 39/ } ) ).toBeVisible();
	expect( asked( 'POST', /run$/ ).map( ( { data } ) => data ) ).toEqual(
		Array.from( { length: 3 }, () => ( { step: 'check' } ) )
	);
} );

it( 'reads a file as the last one with the same columns was read', () => {
	const told = { ...anImport.options, time_zone: 'Asia/Seoul', shape: 'tickets' };
	const preview = previewSchema.parse( { ...aPreview, told_before: told } );
	const draft = draftOf( preview );

	expect( draft.timeZone ).toBe( 'Asia/Seoul' );
	expect( optionsOf( draft, preview ).columns ).toEqual( anImport.options.columns );
	expect( optionsOf( draft, preview ).date_order ).toBeNull();
} );

it( 'says so where a role does not include it', () => {
	window.amicableBoot = { ...aBoot, capabilities: [ 'amicable_view' ] };
	serve( () => ( { imports: [] } ) );
	show();
	expect( screen.getByText( /Your role does not include importing/ ) ).toBeVisible();
	expect( document.querySelector( 'input[type="file"]' ) ).toBeNull();
} );
