import apiFetch from '@wordpress/api-fetch';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import aRun from '../../../tests/fixtures/rest/offboardings.run.json';
import { RunScreen } from './index';

jest.mock( '@wordpress/api-fetch' );
const server = jest.mocked( apiFetch );

const answer = ( body: unknown ) => ( {
	status: 200,
	headers: new Headers(),
	json: async () => body,
} );

const license = aRun.steps.find( ( { kind } ) => kind === 'disable_license' );
const given = {
	state: 'done',
	text: null,
	reason: 'They paid again',
	by: 'Sam Rivera',
	at: '2026-03-06T10:00:00Z',
};
const after = ( keys: string[], version: number ) => ( {
	...aRun,
	id: 31,
	version,
	steps: aRun.steps.map( ( step ) =>
		keys.includes( step.key ) ? { ...step, undo: given } : step
	),
} );

it( 'gives back one thing after a reason, and says in words what stays as it is', async () => {
	const sent: unknown[] = [];
	server.mockImplementation( ( async ( { path, data }: { path: string; data: unknown } ) => {
		if ( path.endsWith( '/undo' ) ) {
			sent.push( [ path, data ] );
			return answer( after( [ license?.key ?? '' ], 10 ) );
		}
		return answer( after( [], 9 ) );
	} ) as unknown as typeof apiFetch ); // Only these fields of the request matter here.
	const user = userEvent.setup();
	render( <RunScreen id={ 31 } params={ {} } /> );

	expect( await screen.findByText( /^Cannot be undone: Money that went back/ ) ).toBeVisible();
	await user.click( screen.getByRole( 'button', { name: 'Give back…' } ) );
	const dialog = within( screen.getByRole( 'dialog' ) );
	const button = dialog.getByRole( 'button', { name: 'Give back' } );
	expect( button ).toHaveAttribute( 'aria-disabled', 'true' );
	await user.type( dialog.getByLabelText( 'Why?' ), 'They paid again' );
	await user.dblClick( button );

	expect( sent ).toEqual( [
		[
			`/amicable/v1/offboardings/31/steps/${ encodeURIComponent( license?.key ?? '' ) }/undo`,
			{ version: 9, reason: 'They paid again' },
		],
	] );
	expect(
		await screen.findByText( /^Given back on .* by Sam Rivera: They paid again$/ )
	).toBeVisible();
	expect( screen.queryByRole( 'button', { name: 'Give back…' } ) ).toBeNull();
} );

it( 'gives back several with one reason, each by the version that the one before left', async () => {
	const several = {
		...aRun,
		id: 32,
		steps: aRun.steps.map( ( step ) => ( {
			...step,
			undo: { ...given, state: 'possible', reason: null, by: null, at: null },
		} ) ),
	};
	const versions: unknown[] = [];
	server.mockImplementation( ( async ( { path, data }: { path: string; data: object } ) => {
		if ( path.endsWith( '/undo' ) ) {
			versions.push( 'version' in data && data.version );
			return answer( { ...several, version: 20 + versions.length } );
		}
		return answer( several );
	} ) as unknown as typeof apiFetch ); // As above.
	const user = userEvent.setup();
	render( <RunScreen id={ 32 } params={ {} } /> );

	await user.click( await screen.findByRole( 'button', { name: 'Give 3 things back…' } ) );
	const dialog = within( screen.getByRole( 'dialog' ) );
	await user.type( dialog.getByLabelText( 'Why?' ), 'They paid again' );
	await user.click( dialog.getByRole( 'button', { name: 'Give back' } ) );
	expect( versions ).toEqual( [ 9, 21, 22 ] );
} );
