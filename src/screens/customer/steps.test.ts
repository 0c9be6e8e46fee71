import fixture from '../../../tests/fixtures/rest/customers.detail.json';
import { barsOf } from '../../charts/waterfall';
import { detailSchema } from '../../data/customers/schema';
import { measuredWords } from './measured';
import { stepsOf } from './steps';

const customer = detailSchema.parse( fixture );
const usd = ( minor: number ) => ( { minor, currency: 'USD' } );

it( 'ends each part of the way on the sum that the server counted', () => {
	const bars = barsOf( stepsOf( customer ) ?? [] );
	const sums = bars.map( ( bar, at ) => ( bar.isSum ? [ bar.minor, bars[ at - 1 ]?.to ] : [] ) );
	sums.filter( ( pair ) => pair.length > 0 ).forEach( ( [ sum, reached ] ) =>
		expect( reached ).toBe( sum )
	);
	expect( bars.at( -1 ) ).toMatchObject( { id: 'margin', minor: -10859 } );
} );

it( 'shows goodwill and dispute fees apart from time', () => {
	const breakdown = { ...customer.breakdown, goodwill: usd( 4000 ), dispute_fees: usd( 1500 ) };
	const steps = stepsOf( detailSchema.parse( { ...customer, breakdown } ) ) ?? [];
	const minors = Object.fromEntries( steps.map( ( { id, minor } ) => [ id, minor ] ) );
	expect( minors ).toMatchObject( { support: -13000, goodwill: -4000, disputes: -1500 } );
} );

it( 'draws nothing where one amount is unknown or money is hidden', () => {
	const { money, breakdown, lines: _lines, ...rest } = customer;
	expect( stepsOf( { ...rest } ) ).toBeUndefined();
	expect(
		stepsOf( detailSchema.parse( { ...customer, breakdown: { ...breakdown, fees: null } } ) )
	).toBeUndefined();
	expect(
		stepsOf( detailSchema.parse( { ...customer, money: { ...money, margin: null } } ) )
	).toBeUndefined();
} );

it( 'puts the measured value beside its line', () => {
	const [ docs, cost ] = customer.flags;
	expect( docs && measuredWords( docs, customer ) ).toEqual( [
		'17 new tickets within 14 days (line: 15).',
		'The docs answer 88% of the 17 that are known (line: 80%).',
	] );
	expect( cost && measuredWords( cost, customer ) ).toEqual( [
		'Support cost 2.3× what they paid (line: 2×), 17 tickets, 6 h 10 min.',
	] );
} );

it( 'does not take unknown for not answered', () => {
	const [ docs ] = customer.flags;
	const measured = { tickets: 15, days: 14, known: 0, answered: 0, answered_percent: null };
	expect( docs && measuredWords( { ...docs, measured }, customer )[ 1 ] ).toBe(
		'Whether the docs answer them is not known yet.'
	);
} );

it( 'says nothing about money to whoever may not see it', () => {
	const cost = customer.flags[ 1 ];
	const { money: _money, ...hidden } = customer;
	expect( cost && measuredWords( { ...cost, measured: {}, threshold: {} }, hidden ) ).toEqual( [
		'Support took more than the purchases brought.',
	] );
} );
