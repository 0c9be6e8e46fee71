import { locale } from '../data/boot';

const format = ( time: string, options: Intl.DateTimeFormatOptions ) =>
	new Intl.DateTimeFormat( locale(), options ).format( new Date( time ) );

export const formatDate = ( time: string ) => format( time, { dateStyle: 'medium' } );

export const formatDateTime = ( time: string ) =>
	format( time, { dateStyle: 'medium', timeStyle: 'short' } );

const UNITS: [ Intl.RelativeTimeFormatUnit, number ][] = [
	[ 'year', 31_557_600 ],
	[ 'month', 2_629_800 ],
	[ 'week', 604_800 ],
	[ 'day', 86_400 ],
	[ 'hour', 3_600 ],
	[ 'minute', 60 ],
];

/** "3 days ago", in the words of the language. */
export function formatRelative( time: string, now = Date.now() ): string {
	const seconds = ( new Date( time ).getTime() - now ) / 1000;
	const [ unit, size ] = UNITS.find( ( [ , each ] ) => Math.abs( seconds ) >= each ) ?? [
		'minute',
		60,
	];
	return new Intl.RelativeTimeFormat( locale(), { numeric: 'auto' } ).format(
		Math.trunc( seconds / size ),
		unit
	);
}

/** "2026-03" as "March 2026". */
export const formatMonth = ( month: string ) =>
	new Intl.DateTimeFormat( locale(), { year: 'numeric', month: 'long', timeZone: 'UTC' } ).format(
		new Date( `${ month }-01T00:00:00Z` )
	);
