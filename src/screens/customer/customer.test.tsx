import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryProvider } from '@wordpress/data';
import detail from '../../../tests/fixtures/rest/customers.detail.json';
import order from '../../../tests/fixtures/rest/customers.order.json';
import row from '../../../tests/fixtures/rest/customers.row.json';
import ticket from '../../../tests/fixtures/rest/customers.ticket.json';
import goodwill from '../../../tests/fixtures/rest/goodwill.entry.json';
import boot from '../../../tests/fixtures/rest/me.boot.json';
import { answer, answerPage, freshRegistry, server } from '../../data/test-server';
import { history } from '../../router/history';
import { CustomerScreen } from '.';

jest.mock( '@wordpress/api-fetch' );

const show = ( customer: unknown, params = {} ) => {
	server().mockImplementation( async ( { path = '', method } ) => {
		if ( path.includes( '/tickets' ) ) {
			return answerPage( [ ticket ] );
		}
		if ( path.includes( '/goodwill' ) && method !== 'POST' ) {
			return answerPage( [ goodwill ] );
		}
		if ( path.includes( '/orders' ) ) {
			return answerPage( [
				order,
				{ ...order, ref: { ...order.ref, id: 124 }, number: '124', paid: false },
			] );
		}
		if ( path.endsWith( '/goodwill' ) ) {
			return answer( goodwill );
		}
		return method === 'POST' ? answer( detail ) : answer( customer );
	} );
	return render(
		<RegistryProvider value={ freshRegistry() }>
			<CustomerScreen id={ 7 } params={ params } />
		</RegistryProvider>
	);
};

beforeEach( () => {
	server().mockReset();
	window.amicableBoot = boot;
	document.documentElement.setAttribute( 'lang', 'en-US' );
} );

it( 'shows the way from ordered to margin as a table with its signs', async () => {
	show( detail );
	const table = await screen.findByRole( 'table', { name: 'From ordered to margin' } );
	const margin = within( table ).getByRole( 'row', { name: /Margin/ } );
	expect( margin ).toHaveTextContent( '≈ -$108.59' );
	expect( within( table ).getByRole( 'row', { name: /Refunds/ } ) ).toHaveTextContent( '$0.00' );
	expect( screen.getByText( 'Support known since May 12, 2025.' ) ).toBeInTheDocument();
} );

it( 'shows hours and no amount to whoever may not see money', async () => {
	window.amicableBoot = { ...boot, capabilities: [ 'amicable_view', 'amicable_cases' ] };
	const { money: _m, breakdown: _b, lines: _l, ...rest } = detail;
	const subscriptions = rest.subscriptions.map( ( { amount: _amount, ...one } ) => one );
	const { container } = show( { ...rest, subscriptions } );
	expect( await screen.findByText( '6 h 10 min' ) ).toBeInTheDocument();
	expect( container ).not.toHaveTextContent( '$' );
	expect( screen.getByRole( 'button', { name: 'Propose a case' } ) ).toBeInTheDocument();
	expect( screen.queryByRole( 'link', { name: 'Refund…' } ) ).not.toBeInTheDocument();
} );

it( 'tells how a pattern changed, and nothing where it never did', async () => {
	const [ flag, ...others ] = detail.flags;
	const changed = {
		...flag,
		history: [
			...( flag?.history ?? [] ),
			{
				at: '2026-03-05T09:00:00Z',
				level: 'flag',
				state: 'dismissed',
				reason: 'They run an agency',
			},
		],
	};
	show( { ...detail, flags: [ changed, ...others ] } );
	expect( await screen.findAllByText( 'How it changed' ) ).toHaveLength( 1 );
	const steps = screen.getByText( /They run an agency/ ).closest( 'ol' );
	expect( [ ...( steps?.children ?? [] ) ].map( ( { textContent } ) => textContent ) ).toEqual( [
		'Feb 24, 2026 · Watch · Not reviewed yet',
		'Mar 1, 2026 · Needs a look · Not reviewed yet',
		'Mar 5, 2026 · Needs a look · Dismissed: They run an agency',
	] );
} );

it( 'sends the version of the flag that the person saw', async () => {
	show( detail );
	const [ confirm ] = await screen.findAllByRole( 'button', { name: 'Confirm' } );
	await userEvent.click( confirm ?? document.body );
	const sent = server()
		.mock.calls.map( ( [ options ] ) => options )
		.find( ( { method } ) => method === 'POST' );
	expect( sent ).toMatchObject( {
		path: '/amicable/v1/customers/7/flags/docs_questions/review',
		data: { action: 'confirm', version: 2 },
	} );
} );

it( 'dismisses with a reason in one click, also by keyboard', async () => {
	show( detail );
	const [ group ] = await screen.findAllByRole( 'group', { name: 'Not so:' } );
	const reason = within( group ?? document.body ).getByRole( 'button', {
		name: 'It came of our mistake',
	} );
	reason.focus();
	await userEvent.keyboard( '{Enter}' );
	const sent = server()
		.mock.calls.map( ( [ options ] ) => options )
		.filter( ( { method } ) => method === 'POST' );
	expect( sent ).toHaveLength( 1 );
	expect( sent[ 0 ] ).toMatchObject( {
		path: '/amicable/v1/customers/7/flags/docs_questions/review',
		data: { action: 'dismiss', reason: 'It came of our mistake', version: 2 },
	} );
} );

it( 'does not dismiss without a reason', async () => {
	show( detail );
	const [ dismiss ] = await screen.findAllByRole( 'button', { name: 'In your own words…' } );
	await userEvent.click( dismiss ?? document.body );
	expect( screen.getByRole( 'button', { name: 'Dismiss' } ) ).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	await userEvent.type( screen.getByLabelText( 'Reason' ), 'They run an agency' );
	expect( screen.getByRole( 'button', { name: 'Dismiss' } ) ).not.toHaveAttribute(
		'aria-disabled',
		'true'
	);
} );

it( 'leads chosen orders into the plan and offers none that was never paid', async () => {
	const push = jest.spyOn( history, 'push' ).mockImplementation( () => {} );
	show( detail, { tab: 'orders' } );
	await userEvent.click( await screen.findByLabelText( 'Refund order 123' ) );
	expect( screen.queryByLabelText( 'Refund order 124' ) ).not.toBeInTheDocument();
	await userEvent.click(
		screen.getByRole( 'button', { name: 'Refund 1 order and end license…' } )
	);
	expect( push ).toHaveBeenCalledWith( expect.stringContaining( 'orders=woocommerce%3A123' ) );
	push.mockRestore();
} );

it( 'goes on to whom a customer was merged into', async () => {
	const replace = jest.spyOn( history, 'replace' ).mockImplementation( () => {} );
	show( { moved_to: 12 } );
	await waitFor( () =>
		expect( replace ).toHaveBeenCalledWith( expect.stringContaining( 'id=12' ) )
	);
	replace.mockRestore();
} );

it( 'says that there is no such customer', async () => {
	const body = { code: 'amicable_not_found', message: 'No.', data: { status: 404 } };
	server().mockRejectedValue( answer( body, {}, 404 ) );
	render(
		<RegistryProvider value={ freshRegistry() }>
			<CustomerScreen id={ 999 } params={ {} } />
		</RegistryProvider>
	);
	expect(
		await screen.findByRole( 'heading', { name: 'No such customer' } )
	).toBeInTheDocument();
} );

const sent = () => server().mock.calls.map( ( [ { path, data } ] ) => ( { path, data } ) );

it( 'logs goodwill in the currency that costs are counted in, and names the field that is wrong', async () => {
	const user = userEvent.setup();
	show( detail, { tab: 'goodwill' } );
	await user.click( await screen.findByRole( 'button', { name: 'Log goodwill…' } ) );
	const dialog = within( await screen.findByRole( 'dialog' ) );

	const value = dialog.getByLabelText( 'Worth to the customer, in USD' );
	await user.type( value, 'forty' );
	await user.click( dialog.getByRole( 'button', { name: 'Save the goodwill' } ) );
	expect( value ).toHaveAttribute( 'aria-invalid', 'true' );

	await user.clear( value );
	await user.type( value, '40' );
	await user.type( dialog.getByLabelText( 'What for' ), 'Broken release' );
	await user.click( dialog.getByRole( 'button', { name: 'Save the goodwill' } ) );
	await waitFor( () =>
		expect( sent() ).toContainEqual( {
			path: '/amicable/v1/customers/7/goodwill',
			data: {
				kind: 'coupon',
				value: { minor: 4000, currency: 'USD' },
				cost: { minor: 4000, currency: 'USD' },
				used: false,
				note: 'Broken release',
			},
		} )
	);
} );

it( 'merges only whom the person has chosen and read about', async () => {
	const user = userEvent.setup();
	show( detail );
	await user.click( await screen.findByRole( 'button', { name: 'Merge…' } ) );
	const dialog = within( await screen.findByRole( 'dialog' ) );
	const merge = dialog.getByRole( 'button', { name: 'Merge' } );
	expect( merge ).toHaveAttribute( 'aria-disabled', 'true' );

	server().mockImplementation( async ( { method } ) =>
		method === 'POST' ? answer( detail ) : answerPage( [ row, { ...row, id: 9 } ] )
	);
	await user.click( dialog.getByRole( 'searchbox' ) );
	await user.paste( 'maya' );
	// Who stays is not among them.
	await user.click( await dialog.findByRole( 'radio', {}, { timeout: 4000 } ) );
	expect( dialog.getByText( /will count for Maya Lindqvist/ ) ).toBeInTheDocument();
	await user.click( merge );
	await waitFor( () =>
		expect( sent() ).toContainEqual( {
			path: '/amicable/v1/customers/7/merge',
			data: { customer_id: 9, version: detail.version },
		} )
	);
} );

it( 'takes a merge apart after a word about what that means', async () => {
	const user = userEvent.setup();
	show( detail );
	await user.click( await screen.findByRole( 'button', { name: 'Take apart…' } ) );
	const dialog = within( await screen.findByRole( 'dialog' ) );
	await user.click( dialog.getByRole( 'button', { name: 'Take apart' } ) );
	await waitFor( () =>
		expect( sent() ).toContainEqual( {
			path: '/amicable/v1/customers/7/unmerge',
			data: { customer_id: 12, version: detail.version },
		} )
	);
} );

it( 'says which systems could not be read', async () => {
	show( detail );
	expect( ( await screen.findAllByText( detail.not_read[ 0 ] ?? '' ) )[ 0 ] ).toBeInTheDocument();
} );
