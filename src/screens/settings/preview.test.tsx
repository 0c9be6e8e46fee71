import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import preview from '../../../tests/fixtures/rest/settings.preview.json';
import fixture from '../../../tests/fixtures/rest/settings.settings.json';
import { settingsSchema } from '../../data/settings/schema';
import { answer, freshRegistry, server } from '../../data/test-server';
import { Preview } from './preview';

jest.mock( '@wordpress/api-fetch' );

const { patterns } = settingsSchema.parse( fixture );
const show = ( isValid = true, given = patterns ) => (
	<RegistryProvider value={ freshRegistry() }>
		<Preview patterns={ given } isValid={ isValid } />
	</RegistryProvider>
);

beforeEach( () => {
	server().mockReset();
	document.documentElement.setAttribute( 'lang', 'en-US' );
} );

it( 'says whom other lines would show, and forgets it with the next change', async () => {
	server().mockImplementation( async () => answer( { ...preview, docs_questions: null } ) );
	const { rerender } = render( show() );
	await userEvent.setup().click( screen.getByRole( 'button', { name: 'Who would show?' } ) );

	expect(
		( await screen.findAllByRole( 'listitem' ) ).map( ( item ) => item.textContent )
	).toEqual( [
		'Questions the docs answer: too many people would have to be looked at while you wait. It can be said only after these numbers are saved.',
		'Costs more than paid: 31 customers would need a look, 9 customers would be watched.',
		'Hostile messages: 1 customer would need a look, 2 customers would be watched.',
		'Threat tied to a demand: 1 customer would need a look, 0 customers would be watched.',
		'Payment dispute: 2 customers would need a look, 0 customers would be watched.',
		'Repeated refunds or free requests: 0 customers would need a look, 0 customers would be watched.',
		'Expects more than was sold: 0 customers would need a look, 3 customers would be watched.',
		'Early signs: 0 customers would need a look, 4 customers would be watched.',
	] );
	expect( server().mock.calls[ 0 ]?.[ 0 ] ).toMatchObject( {
		path: '/amicable/v1/settings/preview',
		data: { patterns },
	} );

	rerender(
		show( true, { ...patterns, docs_questions: { ...patterns.docs_questions, flag: 16 } } )
	);
	expect( screen.queryByRole( 'listitem' ) ).not.toBeInTheDocument();
} );

it( 'does not ask with numbers that are none', () => {
	render( show( false ) );
	expect( screen.getByRole( 'button', { name: 'Who would show?' } ) ).toHaveAttribute(
		'aria-disabled',
		'true'
	);
} );
