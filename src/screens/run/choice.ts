import type { Plan, StartRequest } from '../../data/offboardings/schema';

/** What a person chooses beside the plan; none of it changes what is paid. */
export type Choice = {
	isMailed: boolean;
	/** The shop keeps its own refund mails to itself. */
	isHeld: boolean;
	/** A day; empty: with the rest. */
	licensesEnd: string;
};

export const USUAL: Choice = { isMailed: true, isHeld: true, licensesEnd: '' };

/** Whether there is anything that could end later. */
export const endsLicenses = ( { kind, items }: Plan ) =>
	kind !== 'finish' &&
	items.some( ( item ) => item.kind === 'disable_license' && item.action === 'do' );

/** In the words of REST; what does not apply is not said. */
export const chosen = (
	plan: Plan | undefined,
	{ isMailed, isHeld, licensesEnd }: Choice
): Pick< StartRequest, 'receipt' | 'hold_mails' | 'licenses_end' > => ( {
	...( plan?.receipt && isMailed && { receipt: true, hold_mails: isHeld } ),
	...( plan && endsLicenses( plan ) && licensesEnd && { licenses_end: licensesEnd } ),
} );
