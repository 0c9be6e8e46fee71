import aCase from '../../../tests/fixtures/rest/cases.case.json';
import { caseSchema } from '../../data/cases/schema';
import { stops } from './view';

const item = caseSchema.parse( aCase );
const event = { at: '2026-03-01T09:30:00Z', who: 'Ada', from: null, reason: null };

it( 'marks where a case has been and where it stands', () => {
	const events = [
		{ ...event, to: 'open' as const },
		{ ...event, to: 'warned' as const },
	];
	expect( stops( { ...item, stage: 'warned', events } ) ).toEqual( [
		{ stage: 'open', state: 'past' },
		{ stage: 'second_chance', state: 'ahead' },
		{ stage: 'warned', state: 'here' },
		{ stage: 'explained', state: 'ahead' },
		{ stage: 'offboarding', state: 'ahead' },
		{ stage: 'closed', state: 'ahead' },
	] );
} );

it( 'puts an end beside the usual way last', () => {
	const events = [
		{ ...event, to: 'open' as const },
		{ ...event, to: 'recovered' as const },
	];
	expect(
		stops( { ...item, stage: 'recovered', events } ).map( ( { stage } ) => stage )
	).toEqual( [ 'open', 'recovered' ] );
} );
