import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import row from '../../tests/fixtures/rest/customers.row.json';
import { ApiError } from '../data/api';
import { rowSchema } from '../data/customers/schema';
import { ConfirmTyped } from './confirm-typed';
import { DataTable } from './data-table';
import { ErrorBoundary } from './error-boundary';
import { ErrorNotice } from './error-notice';
import { FlagBadges } from './flag-badge';
import { ListRegion } from './list-region';
import { MoneyList, MoneyText, RatioText } from './money-text';

const usd = ( minor: number ) => ( { minor, currency: 'USD' } );
const { flags } = rowSchema.parse( row );

beforeEach( () => document.documentElement.setAttribute( 'lang', 'en-US' ) );

it( 'says unknown instead of zero, and nothing where money is hidden', () => {
	const { container, rerender } = render( <MoneyText money={ null } /> );
	expect( container ).toHaveTextContent( 'unknown' );

	rerender( <MoneyText money={ undefined } /> );
	expect( container ).toBeEmptyDOMElement();
} );

it( 'shows the sign of an estimate to eyes and says it to ears', () => {
	render( <MoneyText money={ usd( 18500 ) } approximate /> );
	expect( screen.getByText( '≈ $185.00' ) ).toHaveAttribute( 'aria-hidden', 'true' );
	expect( screen.getByText( 'about $185.00' ) ).toBeInTheDocument();
} );

it( 'says at least where support is known only from later on', () => {
	render( <RatioText ratio={ 1_340_000 } approximate atLeast /> );
	expect( screen.getByText( '≥ 1.3×' ) ).toBeInTheDocument();
	expect( screen.getByText( 'at least 1.3×' ) ).toBeInTheDocument();
} );

it( 'says at most of what is left where the cost is at least so much', () => {
	render( <MoneyText money={ usd( 18500 ) } approximate atMost /> );
	expect( screen.getByText( '≤ $185.00' ) ).toHaveAttribute( 'aria-hidden', 'true' );
	expect( screen.getByText( 'at most $185.00' ) ).toBeInTheDocument();
} );

it( 'never adds two currencies', () => {
	render( <MoneyList amounts={ [ usd( 7900 ), { minor: 4100, currency: 'EUR' } ] } /> );
	expect( screen.getByText( '$79.00' ) ).toBeInTheDocument();
	expect( screen.getByText( '€41.00' ) ).toBeInTheDocument();
} );

it( 'names a flag by what happened and says how urgent it is, not by color alone', () => {
	const { container } = render( <FlagBadges flags={ flags } /> );
	expect( container ).toHaveTextContent( 'Questions the docs answer' );
	expect( container ).toHaveTextContent( '(Needs a look, Not reviewed yet)' );
	expect( container.querySelectorAll( 'svg' ) ).toHaveLength( 2 );
} );

it( 'tells why something failed and lets a person try again', async () => {
	const retry = jest.fn();
	const error = new ApiError( 'x', 'You are offline.' );
	const { container } = render(
		<ErrorNotice message="Not loaded." error={ error } onRetry={ retry } />
	);
	expect( container ).toHaveTextContent( 'You are offline.' );
	await userEvent.click( screen.getByRole( 'button', { name: 'Try again' } ) );
	expect( retry ).toHaveBeenCalledTimes( 1 );
} );

it( 'reads a plain table by its row and column names', () => {
	const columns = [
		{ id: 'name', label: 'Name', render: ( { name }: { name: string } ) => name },
		{ id: 'sum', label: 'Sum', isNumber: true, render: () => '5' },
	];
	render(
		<DataTable
			caption="Sums"
			columns={ columns }
			rows={ [ { name: 'Ada' } ] }
			keyOf={ ( r ) => r.name }
		/>
	);
	expect( screen.getByRole( 'table', { name: 'Sums' } ) ).toBeInTheDocument();
	expect( screen.getByRole( 'rowheader', { name: 'Ada' } ) ).toBeInTheDocument();
	expect( screen.getByRole( 'columnheader', { name: 'Sum' } ) ).toBeInTheDocument();
} );

it( 'keeps a broken screen from taking the others along', () => {
	const log = jest.spyOn( console, 'error' ).mockImplementation( () => {} );
	let broken = true;
	const Screen = () => {
		if ( broken ) {
			throw new Error( 'Boom' );
		}
		return <p>Whole again</p>;
	};
	render(
		<ErrorBoundary>
			<Screen />
		</ErrorBoundary>
	);
	broken = false;
	fireEvent.click( screen.getByRole( 'button', { name: 'Try again' } ) );
	expect( screen.getByText( 'Whole again' ) ).toBeInTheDocument();
	expect( log ).toHaveBeenCalled();
	log.mockRestore();
} );

describe( 'the typed confirmation', () => {
	const open = ( onConfirm = jest.fn(), onCancel = jest.fn() ) => {
		render(
			<ConfirmTyped
				title="Refund 2 orders"
				orders={ 2 }
				total={ usd( 123450 ) }
				confirmLabel="Refund now"
				isBusy={ false }
				onConfirm={ onConfirm }
				onCancel={ onCancel }
			>
				<p>Two orders are paid back.</p>
			</ConfirmTyped>
		);
		return { onConfirm, onCancel };
	};
	const type = async ( orders: string, total: string ) => {
		await userEvent.type( screen.getByLabelText( 'Number of orders: type 2' ), orders );
		await userEvent.type( screen.getByLabelText( 'Total: type $1,234.50' ), total );
	};

	it.each( [
		[ '2', '1234.50' ],
		[ '2', '$1,234.50' ],
		[ '2', '1,234.5' ],
	] )( 'goes ahead with %s and %s', async ( orders, total ) => {
		const { onConfirm } = open();
		await type( orders, total );
		await userEvent.click( screen.getByRole( 'button', { name: 'Refund now' } ) );
		expect( onConfirm ).toHaveBeenCalledTimes( 1 );
	} );

	it.each( [
		[ '3', '1234.50' ],
		[ '2', '123450' ],
		[ '2', '1.234,50' ],
	] )( 'does not go ahead with %s and %s', async ( orders, total ) => {
		const { onConfirm } = open();
		await type( orders, total );
		await userEvent.click( screen.getByRole( 'button', { name: 'Refund now' } ) );
		await userEvent.keyboard( '{Enter}' );
		expect( onConfirm ).not.toHaveBeenCalled();
	} );

	it( 'is left by Escape', async () => {
		const { onCancel } = open();
		await userEvent.type( screen.getByLabelText( 'Number of orders: type 2' ), '2{Escape}' );
		await waitFor( () => expect( onCancel ).toHaveBeenCalledTimes( 1 ) );
	} );
} );

it( 'tells an empty list from one that could not be loaded', () => {
	const empty = { items: [], total: 0, totalPages: 0, about: false };
	const steps = { next: undefined, prev: undefined, last: undefined };
	const common = {
		at: 1,
		onPage: jest.fn(),
		onRetry: jest.fn(),
		failed: 'Failed.',
		empty: 'None.',
	};
	const { container, rerender } = render(
		<ListRegion
			{ ...common }
			page={ { ...empty, ...steps } }
			isLoading={ false }
			error={ null }
		>
			{ () => null }
		</ListRegion>
	);
	expect( container ).toHaveTextContent( 'None.' );

	rerender(
		<ListRegion { ...common } page={ undefined } isLoading={ false } error={ new Error( 'x' ) }>
			{ () => null }
		</ListRegion>
	);
	expect( container ).toHaveTextContent( 'Failed.' );
	expect( container ).not.toHaveTextContent( 'None.' );
} );
