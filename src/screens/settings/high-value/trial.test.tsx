import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import fixture from '../../../../tests/fixtures/rest/settings.settings.json';
import tried from '../../../../tests/fixtures/rest/settings.high_value_tried.json';
import { settingsSchema } from '../../../data/settings/schema';
import { answer, freshRegistry, server } from '../../../data/test-server';
import { draftOf, type Draft } from '../draft';
import { HighValueSection } from '.';

jest.mock( '@wordpress/api-fetch' );

const settings = settingsSchema.parse( fixture );
const onChange = jest.fn();
const show = ( change: Partial< Draft[ 'highValue' ] > = {} ) => {
	const draft = draftOf( settings );
	return (
		<RegistryProvider value={ freshRegistry() }>
			<HighValueSection
				draft={ { ...draft, highValue: { ...draft.highValue, ...change } } }
				errors={ {} }
				onChange={ onChange }
			/>
		</RegistryProvider>
	);
};
const button = () => screen.getByRole( 'button', { name: 'Who would that be?' } );

beforeEach( () => {
	server().mockReset();
	onChange.mockReset();
	document.documentElement.setAttribute( 'lang', 'en-US' );
} );

it( 'says how many that would be, and forgets it with the next change', async () => {
	server().mockImplementation( async () => answer( tried ) );
	const { rerender } = render( show( { by: 'sum', sum: '499' } ) );
	await userEvent.setup().click( button() );

	expect(
		await screen.findByText( 'That would be 37 customers. It begins at $499.00.', {
			selector: 'p',
		} )
	).toBeVisible();
	expect( server().mock.calls[ 0 ]?.[ 0 ] ).toMatchObject( {
		path: '/amicable/v1/settings/high-value/try',
		data: { ...settings.high_value, by: 'sum', sum: { minor: 49_900, currency: 'USD' } },
	} );

	rerender( show( { by: 'sum', sum: '498' } ) );
	expect( screen.queryByText( /That would be/, { selector: 'p' } ) ).not.toBeInTheDocument();
} );

it( 'says when there are too few to compare', async () => {
	server().mockImplementation( async () => answer( { customers: 0, begins: null } ) );
	render( show() );
	await userEvent.setup().click( button() );
	expect(
		await screen.findByText( /too few customers to compare/, { selector: 'p' } )
	).toBeVisible();
} );

it( 'shows the numbers of the way that was chosen and asks only with whole ones', async () => {
	const { rerender } = render( show() );
	expect( screen.getByLabelText( 'The best so many percent' ) ).toHaveValue( 10 );
	await userEvent.setup().selectOptions( screen.getByLabelText( 'High value means' ), 'profit' );
	expect( onChange.mock.calls[ 0 ]?.[ 0 ] ).toMatchObject( { highValue: { by: 'profit' } } );

	rerender( show( { by: 'profit', profit: 'much' } ) );
	expect( screen.queryByLabelText( 'The best so many percent' ) ).not.toBeInTheDocument();
	expect( screen.getByLabelText( 'Left after fees and support at least, in USD' ) ).toHaveValue(
		'much'
	);
	expect( button() ).toHaveAttribute( 'aria-disabled', 'true' );
} );
