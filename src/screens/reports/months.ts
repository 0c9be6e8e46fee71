type Month = { month: string };

/** From now back to the first month in which there was anything: a shop that began in spring has no empty winter. */
export function upToTheFirst< M extends Month >( months: M[], has: ( month: M ) => boolean ): M[] {
	const last = months.reduce( ( found, month, at ) => ( has( month ) ? at : found ), -1 );
	return months.slice( 0, last + 1 );
}
