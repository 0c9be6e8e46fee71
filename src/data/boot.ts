import { bootSchema, type Boot, type Capability } from './me/schema';

declare global {
	interface Window {
		/** Printed before our scripts. */
		amicableBoot?: unknown;
	}
}

let read: { from: unknown; boot: Boot | undefined } | undefined;

/** What the page knows before it asks anybody; undefined where that is missing or not what we know. */
export function boot(): Boot | undefined {
	if ( ! read || read.from !== window.amicableBoot ) {
		const { data } = bootSchema.safeParse( window.amicableBoot );
		read = { from: window.amicableBoot, boot: data };
	}
	return read.boot;
}

export const can = ( wanted: Capability ) => boot()?.capabilities.includes( wanted ) ?? false;

export const inPractice = () => boot()?.mode === 'practice';

/** A copy of the shop writes to nobody. */
export const isCopy = () => boot()?.is_copy ?? false;

/** The language of the page, as `Intl` wants it. */
export const locale = () => document.documentElement.lang || 'en-US';
