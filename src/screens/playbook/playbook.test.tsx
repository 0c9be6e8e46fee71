import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import aField from '../../../tests/fixtures/rest/playbook.field.json';
import aPreview from '../../../tests/fixtures/rest/playbook.preview.json';
import aTemplate from '../../../tests/fixtures/rest/playbook.template.json';
import { answer, answerPage, freshRegistry, server } from '../../data/test-server';
import { PlaybookScreen } from '.';

jest.mock( '@wordpress/api-fetch' );

const key = aTemplate.paragraphs[ 0 ]?.key ?? '';

const show = ( saved: () => unknown ) => {
	server().mockImplementation( async ( { path = '', method = 'GET' } ) => {
		if ( method === 'PUT' ) {
			const given = saved();
			if ( given instanceof Error ) {
				throw answer( { code: 'amicable_stale', message: 'Stale.' }, {}, 409 );
			}
			return answer( given );
		}
		if ( path.endsWith( '/preview' ) ) {
			const flaw = { field: `paragraphs.${ key }`, text: 'This has to be said here.' };
			return answer( { ...aPreview, flaws: [ flaw ] } );
		}
		return answerPage( path.includes( '/fields' ) ? [ aField ] : [ aTemplate ] );
	} );
	return render(
		<RegistryProvider value={ freshRegistry() }>
			<PlaybookScreen
				id={ undefined }
				params={ { text: aTemplate.slug, language: aTemplate.language } }
			/>
		</RegistryProvider>
	);
};

const first = () => screen.findByRole( 'textbox', { name: /^Paragraph 1/ } );

beforeEach( () => {
	server().mockReset();
	window.amicableBoot = boot;
} );

it( 'says beside a paragraph what keeps it from being saved, while it is typed', async () => {
	show( () => aTemplate );
	expect( await screen.findByText( 'This has to be said here.' ) ).toBeInTheDocument();
	expect( await first() ).toHaveAttribute( 'aria-invalid', 'true' );
	expect( screen.getByText( /1 place has to change/ ) ).toBeInTheDocument();
} );

it( 'keeps what was typed when somebody else saved the text meanwhile', async () => {
	show( () => new Error( 'stale' ) );
	await userEvent.type( await first(), ' Mine.' );
	await userEvent.click( screen.getByRole( 'button', { name: 'Save as own words' } ) );
	expect( ( await screen.findAllByText( /Yours is still here/ ) ).length ).toBeGreaterThan( 0 );
	expect( await first() ).toHaveValue( `${ aTemplate.paragraphs[ 0 ]?.text } Mine.` );
} );

it( 'lets whoever may not change settings read it only', async () => {
	window.amicableBoot = { ...boot, capabilities: [ 'amicable_view', 'amicable_cases' ] };
	show( () => aTemplate );
	expect( await first() ).toHaveAttribute( 'readonly' );
	expect( screen.queryByRole( 'button', { name: 'Save as own words' } ) ).not.toBeInTheDocument();
} );
