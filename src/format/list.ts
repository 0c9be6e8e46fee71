import { locale } from '../data/boot';

/** "a, b, c", as the language lists things side by side. */
export const formatList = ( items: string[] ) =>
	new Intl.ListFormat( locale(), { type: 'unit', style: 'short' } ).format( items );
