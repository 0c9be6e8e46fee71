import type { Field } from '@wordpress/dataviews';
import type { CustomerRow } from '../../data/customers/schema';

export type Column = Field< CustomerRow >;
type Options = { value: string; label: string }[];

export const options = ( names: Record< string, string > ): Options =>
	Object.entries( names ).map( ( [ value, label ] ) => ( { value, label } ) );

export const choice = ( id: string, label: string, elements: Options ): Column => ( {
	id,
	label,
	elements,
	filterBy: { operators: [ 'is' ] },
	enableSorting: false,
} );

export const plain = ( id: string, label: string, render: Column[ 'render' ] ): Column => ( {
	id,
	label,
	filterBy: false,
	...( render && { render } ),
} );
