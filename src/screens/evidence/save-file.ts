import type { Pack } from '../../data/evidence/schema';

/** The very object that is on the screen, as a file of the browser. */
export function saveFile( pack: Pack ) {
	const blob = new Blob( [ JSON.stringify( pack, null, '\t' ) ], { type: 'application/json' } );
	const url = URL.createObjectURL( blob );
	const link = document.createElement( 'a' );
	link.href = url;
	link.download = `case-${ pack.case_id }-${ pack.made_at.slice( 0, 10 ) }.json`;
	link.click();
	URL.revokeObjectURL( url );
}
