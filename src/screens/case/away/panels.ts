import { can } from '../../../data/boot';
import type { CasePanel } from '../panels';
import { LockPanel } from './lock';
import { Records } from './records';

/** What concerns the time after the end. */
export const AWAY_PANELS: CasePanel[] = [
	{
		id: 'lock',
		place: 'main',
		isFor: ( { stage } ) => [ 'closed', 'counsel', 'offboarding' ].includes( stage ),
		Part: LockPanel,
	},
	{
		id: 'records',
		place: 'side',
		isFor: () => can( 'amicable_offboard' ) || can( 'amicable_settings' ),
		Part: Records,
	},
];
