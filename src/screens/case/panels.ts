import type { ComponentType } from 'react';
import type { OffboardingCase } from '../../data/cases/schema';
import { AWAY_PANELS } from './away/panels';
import { CHANCE_PANELS } from './chance/panels';

export type CasePanelProps = {
	item: OffboardingCase;
	/** The case is not what it was any more: read it again. */
	onStale: () => void;
};

/** A part of the page of a case. Those in `main` stand below the step at hand, those in `side` below the conversation. */
export type CasePanel = {
	id: string;
	place: 'main' | 'side';
	isFor: ( item: OffboardingCase ) => boolean;
	/** A `Panel` of its own; lazy where it is large. */
	Part: ComponentType< CasePanelProps >;
};

/** In the order of the page. */
export const PANELS: CasePanel[] = [ ...CHANCE_PANELS, ...AWAY_PANELS ];
