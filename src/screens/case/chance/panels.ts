import { lazy } from '@wordpress/element';
import type { CasePanel } from '../panels';
import { Whose } from './whose';

const SecondChance = lazy( async () => {
	const { SecondChance: part } = await import(
		/* webpackChunkName: "amicable-chance" */ './second-chance'
	);
	return { default: part };
} );

/** Whose case it is, and what was done, promised and found out in it. */
export const CHANCE_PANELS: CasePanel[] = [
	{ id: 'second-chance', place: 'main', isFor: () => true, Part: SecondChance },
	{ id: 'whose', place: 'side', isFor: () => true, Part: Whose },
];
