import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import aCase from '../../../../tests/fixtures/rest/cases.case.json';
import aLetter from '../../../../tests/fixtures/rest/letters.letter.json';
import aLint from '../../../../tests/fixtures/rest/letters.lint.json';
import boot from '../../../../tests/fixtures/rest/me.boot.json';
import { caseSchema } from '../../../data/cases/schema';
import { answer, answerPage, freshRegistry, server } from '../../../data/test-server';
import { Composer } from '.';

jest.mock( '@wordpress/api-fetch' );

const CLEAN = { blocks: false, remarks: [], parts: { done: 3, total: 3, missing: [] } };
const letter = {
	...aLetter,
	subject: 'How we go on',
	body: 'Hi 👋 Maya, 안녕하세요. You will regret it.',
};
const item = caseSchema.parse( {
	...aCase,
	id: letter.case_id,
	stage: 'open',
	next: [ { to: 'warned', allowed: true, why: null } ],
} );

type Sent = { path?: string; method?: string; data?: Record< string, unknown > };

/** The server of one letter; what a test says about a way wins. */
function serve( ways: Record< string, ( data: Record< string, unknown > ) => unknown > = {} ) {
	const sent: Sent[] = [];
	server().mockImplementation( async ( { path = '', method = 'GET', data = {} } ) => {
		sent.push( { path, method, data } );
		const way = Object.entries( ways ).find( ( [ name ] ) =>
			`${ method } ${ path }`.replace( /\?.*/, '' ).endsWith( name )
		);
		if ( way ) {
			const given = way[ 1 ]( data );
			if ( given instanceof Error ) {
				throw answer(
					{ code: 'amicable_stale', message: 'Somebody was faster.' },
					{},
					409
				);
			}
			return answer( given );
		}
		if ( path.endsWith( '/lint' ) ) {
			return answer( CLEAN );
		}
		if ( path.includes( '/evidence' ) || /messages\?/.test( path ) ) {
			return answerPage( [] );
		}
		return answer( path.includes( '/messages/' ) ? letter : item );
	} );
	return sent;
}

const show = ( onSent = jest.fn() ) =>
	render(
		<RegistryProvider value={ freshRegistry() }>
			<Composer
				item={ item }
				id={ letter.id }
				onClose={ () => undefined }
				onSent={ onSent }
			/>
		</RegistryProvider>
	);

const body = () => screen.findByRole< HTMLTextAreaElement >( 'textbox', { name: 'Message' } );
const everybody = () =>
	screen.findByRole( 'checkbox', { name: 'I would be fine with everybody reading this.' } );
const sendButton = () => screen.findByRole( 'button', { name: 'Send' } );

beforeEach( () => {
	server().mockReset();
	window.sessionStorage.clear();
	window.amicableBoot = { ...boot, capabilities: [ ...boot.capabilities, 'amicable_send' ] };
} );

it( 'keeps what was typed when somebody else saved meanwhile, and saves it over theirs when asked', async () => {
	let stale = true;
	const theirs = { ...letter, version: 9, body: 'Theirs.' };
	const sent = serve( {
		'PUT /amicable/v1/cases/4/messages/12': ( data ) =>
			stale ? new Error( 'stale' ) : { ...letter, ...data, version: 10 },
		'GET /amicable/v1/cases/4/messages/12': () => ( stale ? letter : theirs ),
	} );
	show();
	await userEvent.type( await body(), ' Mine.' );
	await screen.findByText( /Which words should stand/, {}, { timeout: 4000 } );
	expect( await body() ).toHaveValue( `${ letter.body } Mine.` );
	stale = false;
	await userEvent.click( screen.getByRole( 'button', { name: 'Keep my words' } ) );
	await waitFor( () =>
		expect( sent.filter( ( { method } ) => method === 'PUT' ).at( -1 )?.data ).toMatchObject( {
			body: `${ letter.body } Mine.`,
		} )
	);
	expect( await body() ).toHaveValue( `${ letter.body } Mine.` );
} );

it( 'brings back after a reload what the server never got', async () => {
	serve( { 'PUT /amicable/v1/cases/4/messages/12': () => new Error( 'stale' ) } );
	const { unmount } = show();
	await userEvent.type( await body(), ' Not lost.' );
	unmount();
	show();
	expect( await body() ).toHaveValue( `${ letter.body } Not lost.` );
} );

it( 'names the words that keep a message from going out, and selects them in the text', async () => {
	const start = Array.from( letter.body ).length - Array.from( 'You will regret it.' ).length;
	const threat = {
		code: 'own_threat',
		blocks: true,
		field: 'body',
		words: 'You will regret it.',
		start,
		end: start + 19,
		text: 'A threat of ours.',
	};
	const sent = serve( {
		'/lint': () => ( { ...aLint, remarks: [ threat ], blocks: true } ),
	} );
	show();
	await userEvent.click( await everybody() );
	expect( await sendButton() ).toHaveAccessibleDescription(
		/A threat of ours. “You will regret it.”/
	);
	await userEvent.click( await sendButton() );
	expect( sent.some( ( { path = '' } ) => path.endsWith( '/send' ) ) ).toBe( false );

	await userEvent.click( screen.getByRole( 'button', { name: /Show in the text/ } ) );
	const field = await body();
	expect( field ).toHaveFocus();
	expect( field.value.slice( field.selectionStart, field.selectionEnd ) ).toBe(
		'You will regret it.'
	);
} );

it( 'sends nothing before somebody is fine with everybody reading it; then moves the case with it', async () => {
	const sent = serve( {
		'/send': () => ( { ...letter, state: 'sent', via: 'mail', sent_at: letter.updated_at } ),
	} );
	const onSent = jest.fn();
	show( onSent );
	await screen.findByText( /Nothing to look at/ );
	await userEvent.click( await sendButton() );
	expect( sent.some( ( { path = '' } ) => path.endsWith( '/send' ) ) ).toBe( false );

	await userEvent.click( await everybody() );
	await userEvent.click( await sendButton() );
	await waitFor( () =>
		expect( sent.find( ( { path = '' } ) => path.endsWith( '/send' ) )?.data ).toEqual( {
			version: letter.version,
			via: 'mail',
			answers: [ { question: 'everybody', yes: true } ],
		} )
	);
	await waitFor( () =>
		expect( sent.find( ( { path = '' } ) => path.endsWith( '/events' ) )?.data ).toMatchObject(
			{
				to: 'warned',
				letter: letter.id,
			}
		)
	);
	await waitFor( () => expect( onSent ).toHaveBeenCalledTimes( 1 ) );
	expect( await screen.findByText( /kept as it went out/ ) ).toBeInTheDocument();
	expect( screen.queryByRole( 'textbox', { name: 'Message' } ) ).not.toBeInTheDocument();
} );

it( 'asks a person whether an unsettled message went out, and offers no second send', async () => {
	const sent = serve( {
		'GET /amicable/v1/cases/4/messages/12': () => ( { ...letter, state: 'unknown' } ),
		'/settle': () => ( { ...letter, version: 4 } ),
	} );
	show();
	await screen.findByRole( 'button', { name: 'It went out' } );
	expect( screen.queryByRole( 'button', { name: 'Send' } ) ).not.toBeInTheDocument();
	await userEvent.click( screen.getByRole( 'button', { name: 'It did not go out' } ) );
	await waitFor( () =>
		expect( sent.find( ( { path = '' } ) => path.endsWith( '/settle' ) )?.data ).toEqual( {
			version: letter.version,
			outcome: 'not_sent',
		} )
	);
} );

it( 'shows what a customer brought along as letters, never as a page', async () => {
	serve( {
		'/public-view': () => ( {
			posts: [
				{
					who: 'customer',
					at: letter.created_at,
					text: '<img src=x onerror="alert(1)"> <b>bold</b>',
					worst: null,
				},
			],
			missing: 2,
		} ),
	} );
	show();
	await userEvent.click( await screen.findByRole( 'button', { name: 'If this were public' } ) );
	const forum = await screen.findByRole( 'region', { name: 'If this were public' } );
	expect( await within( forum ).findByText( /<img src=x/ ) ).toBeInTheDocument();
	expect( forum.querySelector( 'img, b' ) ).toBeNull();
	await act( async () => undefined );
} );
