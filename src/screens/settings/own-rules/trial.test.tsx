import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import fixture from '../../../../tests/fixtures/rest/settings.settings.json';
import { settingsSchema } from '../../../data/settings/schema';
import { answer, freshRegistry, server } from '../../../data/test-server';
import { Trial } from './trial';

jest.mock( '@wordpress/api-fetch' );

const [ rule ] = settingsSchema.parse( fixture ).own_rules;
const show = ( name = 'Asks a lot' ) => (
	<RegistryProvider value={ freshRegistry() }>
		<Trial
			rule={ name === '' || ! rule ? undefined : { ...rule, name } }
			onKeep={ async () => undefined }
			onCancel={ () => undefined }
		/>
	</RegistryProvider>
);
const keep = () => screen.getByRole( 'button', { name: 'Keep this rule' } );
const slice = ( flag: number, customers: number, next: number | null ) =>
	answer( { watch: 0, flag, customers, next } );

beforeEach( () => {
	server().mockReset();
	document.documentElement.setAttribute( 'lang', 'en-US' );
} );

it( 'looks at everybody, a slice at a time, before a rule can be kept', async () => {
	let rest: ( value: unknown ) => void = () => undefined;
	server()
		.mockImplementationOnce( async () => slice( 4, 2000, 2310 ) )
		.mockImplementationOnce( () => new Promise( ( resolve ) => ( rest = resolve ) ) );
	render( show() );
	await userEvent.setup().click( screen.getByRole( 'button', { name: 'Try it on history' } ) );

	expect( await screen.findByText( '4 of 2,000 customers so far …' ) ).toBeVisible();
	expect( keep() ).toHaveAttribute( 'aria-disabled', 'true' );
	rest( slice( 3, 105, null ) );
	expect( await screen.findByText( /^It would show 7 of the 2,105 customers/ ) ).toBeVisible();
	expect( keep() ).not.toHaveAttribute( 'aria-disabled', 'true' );
	expect( server().mock.calls.map( ( [ { data } ] ) => data.after ) ).toEqual( [ 0, 2310 ] );
} );

it( 'says at once that it counts, and no longer when it cannot', async () => {
	let fail: ( reason: unknown ) => void = () => undefined;
	server().mockImplementationOnce( () => new Promise( ( _, reject ) => ( fail = reject ) ) );
	render( show() );
	await userEvent.setup().click( screen.getByRole( 'button', { name: 'Try it on history' } ) );

	expect( screen.getByText( 'Counting …' ) ).toBeVisible();
	await act( async () => {
		fail( { code: 'fetch_error', message: 'Offline' } );
		await new Promise( ( resolve ) => setTimeout( resolve ) );
	} );
	expect( screen.queryByText( 'Counting …' ) ).not.toBeInTheDocument();
	expect( screen.getByText( 'That did not work.' ) ).toBeVisible();
} );

it( 'stops asking when the rule is another one', async () => {
	let rest: ( value: unknown ) => void = () => undefined;
	server().mockImplementationOnce( () => new Promise( ( resolve ) => ( rest = resolve ) ) );
	const { rerender } = render( show() );
	await userEvent.setup().click( screen.getByRole( 'button', { name: 'Try it on history' } ) );
	rerender( show( 'Asks more' ) );
	await act( async () => {
		rest( slice( 4, 2000, 2310 ) );
		await new Promise( ( resolve ) => setTimeout( resolve ) );
	} );

	expect( server() ).toHaveBeenCalledTimes( 1 );
	expect( screen.queryByText( /so far/ ) ).not.toBeInTheDocument();
} );

it( 'waits for a rule that is complete', () => {
	render( show( '' ) );
	expect( screen.getByRole( 'button', { name: 'Try it on history' } ) ).toHaveAttribute(
		'aria-disabled',
		'true'
	);
} );
