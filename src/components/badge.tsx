import type { ReactNode } from 'react';
import type { Stage } from '../data/cases/schema';
import type { Tier } from '../data/customers/schema';
import { stageNames, tierNames } from '../format/words';
import { Shape, type Look } from './shape';

type Props = { look?: Look | 'plain'; children: ReactNode };

export const Badge = ( { look = 'plain', children }: Props ) => (
	<span className={ `amicable-badge amicable-badge--${ look }` }>
		{ look !== 'plain' && <Shape look={ look } /> }
		<span>{ children }</span>
	</span>
);

const ENDED: Stage[] = [ 'closed', 'agreed', 'lapsed', 'dismissed' ];

export function StageBadge( { stage }: { stage: Stage } ) {
	const ended = ENDED.includes( stage ) ? 'quiet' : 'plain';
	return <Badge look={ stage === 'recovered' ? 'good' : ended }>{ stageNames()[ stage ] }</Badge>;
}

export const TierBadge = ( { tier }: { tier: Tier } ) => (
	<Badge look={ tier === 'high_value' ? 'good' : 'plain' }>{ tierNames()[ tier ] }</Badge>
);
