/** A day as a field has it: 2026-03-20; the day of the person's own calendar. */
export function dayOf( time: string | null ): string {
	if ( ! time ) {
		return '';
	}
	const at = new Date( time );
	const two = ( part: number ) => String( part ).padStart( 2, '0' );
	return `${ at.getFullYear() }-${ two( at.getMonth() + 1 ) }-${ two( at.getDate() ) }`;
}

/** The end of that day where the person is, as REST has it; null for an empty field. */
export function timeOf( day: string ): string | null {
	const at = new Date( `${ day }T23:59:00` );
	return Number.isNaN( at.getTime() ) ? null : at.toISOString().replace( /\.\d+Z$/, 'Z' );
}
