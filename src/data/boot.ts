import * as z from 'zod/mini';
import { id } from './common';
import { capability, mode, type Capability } from './me/schema';

declare global {
	interface Window {
		/** Printed before our scripts; an embed finds its own first answer in it too. */
		amicable?: unknown;
	}
}

const bootSchema = z.object( {
	mode,
	locale: z.string(),
	caps: z.array( capability ),
	user: z.object( { id, name: z.string() } ),
	/** Our page without a screen. */
	url: z.string(),
} );

export type Boot = z.infer< typeof bootSchema >;

let read: { from: unknown; boot: Boot | undefined } | undefined;

/** What the page knows before it asks anybody; undefined where that is missing or not what we know. */
export function boot(): Boot | undefined {
	if ( ! read || read.from !== window.amicable ) {
		const { data } = bootSchema.safeParse( window.amicable );
		read = { from: window.amicable, boot: data };
	}
	return read.boot;
}

export const can = ( wanted: Capability ) => boot()?.caps.includes( wanted ) ?? false;

export const inPractice = () => boot()?.mode === 'practice';

/** As `Intl` wants it; the page's language where it is not said. */
export const locale = () => boot()?.locale ?? ( document.documentElement.lang || 'en-US' );
