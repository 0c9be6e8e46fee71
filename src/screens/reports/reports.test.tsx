import { render, screen, within } from '@testing-library/react';
import { RegistryProvider } from '@wordpress/data';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import report from '../../../tests/fixtures/rest/reports.report.json';
import { answer, freshRegistry, server } from '../../data/test-server';
import { ReportsScreen } from '.';
import { upToTheFirst } from './months';

jest.mock( '@wordpress/api-fetch' );

const show = ( body: unknown = report ) => {
	server().mockResolvedValue( answer( body ) );
	return render(
		<RegistryProvider value={ freshRegistry() }>
			<ReportsScreen />
		</RegistryProvider>
	);
};

const cells = ( row: HTMLElement ) =>
	within( row )
		.getAllByRole( 'cell' )
		.map( ( { textContent } ) => textContent );

beforeEach( () => {
	server().mockReset();
	window.amicableBoot = boot;
	document.documentElement.setAttribute( 'lang', 'en-US' );
} );

it( 'says by month what was given, and apart what followed a threat', async () => {
	show();
	const table = within( await screen.findByRole( 'table', { name: 'Concessions by month' } ) );
	const row = table.getByRole( 'row', { name: /November 2026/ } );
	expect( cells( row ) ).toEqual( [ '3', '2', '$59.00₩30,000', '1', '$19.00' ] );
	expect( table.queryByRole( 'row', { name: /October 2026/ } ) ).not.toBeInTheDocument();
	expect( screen.getByText( /1 more was given after words/ ) ).toBeInTheDocument();
	expect( screen.getByText( /in the 90 days before/ ) ).toBeInTheDocument();
} );

it( 'leads to whoever waits and to whoever came back', async () => {
	show();
	expect( await screen.findByRole( 'link', { name: 'Ada Byron' } ) ).toHaveAttribute(
		'href',
		'/wp-admin/admin.php?page=amicable&screen=customer&id=7'
	);
	expect( screen.getByRole( 'link', { name: 'The gallery is empty again' } ) ).toHaveAttribute(
		'href',
		'https://desk.example/tickets/14'
	);
	expect(
		screen.getByRole( 'link', { name: 'https://reviews.example/15' } )
	).toBeInTheDocument();
	const row = within( screen.getByRole( 'row', { name: /Grace Hopper/ } ) );
	expect( row.getByRole( 'link', { name: 'Aug 14, 2026' } ) ).toHaveAttribute(
		'href',
		'/wp-admin/admin.php?page=amicable&screen=case&id=4'
	);
	expect( row.getByText( '$269.00' ) ).toBeInTheDocument();
} );

it( 'says in words where there is nothing', async () => {
	const none = { count: 0, rows: [] };
	show( {
		...report,
		concessions: [],
		answers: [],
		waiting: none,
		posts: none,
		recovered: { customers: 0, bought: 0, praised: 0, came_back: 0, rows: [] },
	} );
	expect( await screen.findByText( /^Nothing was given in the last/ ) ).toBeInTheDocument();
	expect( screen.getByText( /^Nobody waits longer/ ) ).toBeInTheDocument();
	expect( screen.getByText( /^No public post waits/ ) ).toBeInTheDocument();
	expect( screen.getByText( /^No case has ended well yet/ ) ).toBeInTheDocument();
	expect( screen.queryByRole( 'table' ) ).not.toBeInTheDocument();
} );

it( 'shows no amounts to whoever may not see money', async () => {
	window.amicableBoot = {
		...boot,
		capabilities: boot.capabilities.filter( ( one ) => one !== 'amicable_money' ),
	};
	show();
	const table = await screen.findByRole( 'table', { name: 'Concessions by month' } );
	expect( within( table ).getAllByRole( 'columnheader' ) ).toHaveLength( 4 );
} );

it( 'begins with the first month that has anything, and keeps empty ones after it', () => {
	const months = [ 0, 2, 0, 1, 0 ].map( ( given, at ) => ( {
		month: `2026-0${ 9 - at }`,
		given,
	} ) );
	expect( upToTheFirst( months, ( { given } ) => given > 0 ) ).toHaveLength( 4 );
} );
