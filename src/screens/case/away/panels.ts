import { can } from '../../../data/boot';
import type { CasePanel } from '../panels';
import { ClosingsPanel } from './closings';
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
		id: 'closings',
		place: 'main',
		isFor: ( { stage } ) => stage === 'closed',
		Part: ClosingsPanel,
	},
	{
		id: 'records',
		place: 'side',
		isFor: () => can( 'amicable_offboard' ) || can( 'amicable_settings' ),
		Part: Records,
	},
];
