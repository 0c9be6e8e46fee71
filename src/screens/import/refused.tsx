import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import type { Import } from '../../data/imports/schema';
import { importsStore } from '../../data/imports/store';
import { formatNumber } from '../../format/numbers';
import { fieldNames } from './words';

type Row = Import[ 'rejected' ][ number ];

/** Hands a text to the person as a file. */
function offer( text: string, name: string ) {
	const address = URL.createObjectURL( new Blob( [ text ], { type: 'text/csv;charset=utf-8' } ) );
	const link = document.createElement( 'a' );
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL( address );
}

const whereOf = ( { row, line }: Row ) =>
	row === line
		? sprintf(
				/* translators: %s: number of a row in a file. */
				__( 'Row %s', 'amicable' ),
				formatNumber( row )
			)
		: sprintf(
				/* translators: 1: number of a row in a spreadsheet, 2: number of the line in a text editor. */
				__( 'Row %1$s (line %2$s)', 'amicable' ),
				formatNumber( row ),
				formatNumber( line )
			);

const Reasons = ( { row }: { row: Row } ) => (
	<ul>
		{ row.errors.map( ( { field, column, message }, at ) => (
			<li key={ at }>
				{ field ? <strong>{ column ?? fieldNames()[ field ] }</strong> : null } { message }
			</li>
		) ) }
	</ul>
);

/** Rows that cannot be taken, each with its place and reason, and all of them as a file that can be mended and sent in again. */
export function Refused( { one }: { one: Import } ) {
	const { rejected } = useDispatch( importsStore );
	const [ error, setError ] = useState< unknown >();
	const count = one.counts?.rejected ?? 0;
	const download = () => {
		setError( undefined );
		rejected( one.id ).then(
			( text ) => offer( text, `refused-${ one.name.replace( /\.\w+$/, '' ) }.csv` ),
			setError
		);
	};
	if ( count === 0 ) {
		return null;
	}
	return (
		<Panel
			id="amicable-import-refused"
			title={ sprintf(
				/* translators: %s: number of rows. */
				_n( '%s row cannot be taken', '%s rows cannot be taken', count, 'amicable' ),
				formatNumber( count )
			) }
		>
			<dl className="amicable-import__refused">
				{ one.rejected.map( ( row ) => (
					<div key={ row.row }>
						<dt>{ whereOf( row ) }</dt>
						<dd>
							<Reasons row={ row } />
						</dd>
					</div>
				) ) }
			</dl>
			{ count > one.rejected.length && (
				<p>{ __( 'The file below has all of them.', 'amicable' ) }</p>
			) }
			<Button __next40pxDefaultSize variant="secondary" onClick={ download }>
				{ __( 'Download the refused rows', 'amicable' ) }
			</Button>
			<p className="amicable-import__hint">
				{ __( 'Mend them in a spreadsheet and import that file.', 'amicable' ) }
			</p>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The list could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ download }
				/>
			) }
		</Panel>
	);
}
