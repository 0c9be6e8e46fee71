import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import detail from '../../../tests/fixtures/rest/customers.detail.json';
import incident from '../../../tests/fixtures/rest/incidents.incident.json';
import incidents from '../../../tests/fixtures/rest/incidents.list.json';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import queue from '../../../tests/fixtures/rest/review.queue.json';
import { answer, freshRegistry, server } from '../../data/test-server';
import { ReviewScreen } from '.';

jest.mock( '@wordpress/api-fetch' );

const empty = { ...queue, total: 0, flags: [], rights: [], docs_gaps: [], silent: [] };

const show = () =>
	render(
		<RegistryProvider value={ freshRegistry() }>
			<ReviewScreen />
		</RegistryProvider>
	);

/** The server with this queue and without incidents. */
const serve = ( queueFor: ( asked: { path: string; method: string } ) => unknown ) =>
	server().mockImplementation( async ( { path = '', method = 'GET' } ) =>
		answer( path.includes( '/incidents' ) ? { incidents: [] } : queueFor( { path, method } ) )
	);

const calls = () =>
	server().mock.calls.map( ( [ { path = '', method = 'GET' } ] ) => `${ method } ${ path }` );

beforeEach( () => {
	server().mockReset();
	window.amicableBoot = boot;
	document.documentElement.setAttribute( 'lang', 'en-US' );
} );

it( 'shows the words before the rule, and one click judges them', async () => {
	let waiting: unknown = queue;
	serve( ( { path } ) => ( path.includes( '/flags/' ) ? detail : waiting ) );
	show();
	const panel = await screen.findByRole( 'region', { name: 'Noticed, and not judged yet' } );
	const text = panel.textContent ?? '';
	expect( text.indexOf( 'My lawyer will' ) ).toBeGreaterThan( -1 );
	expect( text.indexOf( 'My lawyer will' ) ).toBeLessThan(
		text.indexOf( 'A lawyer is or will be involved.' )
	);

	expect( panel ).toHaveTextContent( 'Hint from Acme Tone, not evidence: upset' );

	waiting = empty;
	await userEvent.click( within( panel ).getByRole( 'button', { name: 'Confirm' } ) );
	expect( await screen.findByText( 'Nothing waits for your word.' ) ).toBeInTheDocument();
	expect( calls() ).toContain( 'POST /amicable/v1/customers/12/flags/legal_step/review' );
} );

it( 'lets a right be answered and a silent rule be heeded again', async () => {
	serve( ( { method } ) => ( method === 'POST' ? empty : queue ) );
	show();
	expect( await screen.findByText( 'answer by Apr 2, 2026' ) ).toBeInTheDocument();
	expect( screen.getByRole( 'link', { name: 'https://docs.example/exports' } ) ).toBeVisible();
	expect( screen.getByText( /^23 different customers/ ) ).toBeInTheDocument();
	expect( screen.getByText( /Dismissed: 9. Confirmed: 1./ ) ).toBeInTheDocument();
	await userEvent.click( screen.getByRole( 'button', { name: 'It was answered' } ) );
	await waitFor( () =>
		expect( screen.queryByText( 'answer by Apr 2, 2026' ) ).not.toBeInTheDocument()
	);
	expect( calls() ).toContain( 'POST /amicable/v1/review/rights/41' );
} );

it( 'says of articles that want work how many were sent there, and within which days', async () => {
	const [ gap ] = queue.docs_gaps;
	serve( () => ( { ...empty, docs_gaps: [ { ...gap, days: 14 } ] } ) );
	show();
	expect(
		await screen.findByRole( 'region', { name: 'Articles that want work' } )
	).toHaveTextContent( '23 different customers were sent there within 14 days.' );
} );

it( 'says which languages are read and how much is not', async () => {
	serve( () => empty );
	show();
	expect(
		await screen.findByText( /Of the latest 120 messages 12 are in another language/ )
	).toBeInTheDocument();
	expect( screen.getByText( 'Korean: 20' ) ).toBeInTheDocument();
} );

it( 'proposes an incident with its tickets, and one click counts those that came of it', async () => {
	const proposed = { ...incident, id: 2, version: 1, state: 'proposed', about: 'checkout' };
	server().mockImplementation( async ( { path = '', method } ) => {
		const body = path.endsWith( '/incidents/2' ) && method !== 'POST' ? proposed : incidents;
		return answer( path.includes( '/incidents' ) ? body : empty );
	} );
	show();
	expect( await screen.findByText( /^14 customers wrote about this/ ) ).toBeInTheDocument();
	expect( screen.getByText( '12 tickets are not counted against anybody.' ) ).toBeInTheDocument();
	const row = await screen.findByRole( 'checkbox', { name: 'Export broken since 4.2' } );
	await userEvent.click( row );
	expect( screen.getByRole( 'button', { name: 'Count 0 as our fault' } ) ).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	await userEvent.click( row );
	await userEvent.click( screen.getByRole( 'button', { name: 'Count 1 as our fault' } ) );
	await waitFor( () => expect( calls() ).toContain( 'POST /amicable/v1/incidents/2' ) );
} );
