// What bundled packages get instead of @wordpress/i18n: their strings are in our translation files, since
// WordPress loads its own only for scripts that it registers itself.
import {
	__ as translate,
	_n as translatePlural,
	_nx as translatePluralWithContext,
	_x as translateWithContext,
} from '@wordpress/i18n';

export * from '@wordpress/i18n';

export const __ = ( text ) => translate( text, 'amicable' );
export const _x = ( text, context ) => translateWithContext( text, context, 'amicable' );
export const _n = ( single, plural, number ) =>
	translatePlural( single, plural, number, 'amicable' );
export const _nx = ( single, plural, number, context ) =>
	translatePluralWithContext( single, plural, number, context, 'amicable' );
