import { can } from '../../../data/boot';
import type { CasePanel } from '../panels';
import { Records } from './records';

/** What concerns the time after the end. */
export const AWAY_PANELS: CasePanel[] = [
	{
		id: 'records',
		place: 'side',
		isFor: () => can( 'amicable_offboard' ) || can( 'amicable_settings' ),
		Part: Records,
	},
];
