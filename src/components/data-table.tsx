import type { ReactNode } from 'react';

export type Column< Row > = {
	id: string;
	label: string;
	/** Numbers stand below each other. */
	isNumber?: boolean;
	render: ( row: Row ) => ReactNode;
};

type Props< Row > = {
	caption: string;
	/** The caption is for ears only where a heading says the same. */
	isCaptionHidden?: boolean;
	/** The first column names the row. */
	columns: Column< Row >[];
	rows: Row[];
	keyOf: ( row: Row ) => string | number;
};

const cell = ( isNumber = false ) =>
	isNumber ? 'amicable-table__cell amicable-table__cell--number' : 'amicable-table__cell';

function Cells< Row >( { columns, row }: { columns: Column< Row >[]; row: Row } ) {
	return columns.map( ( { id, isNumber, render }, at ) =>
		at === 0 ? (
			<th key={ id } scope="row" className={ cell( isNumber ) }>
				{ render( row ) }
			</th>
		) : (
			<td key={ id } className={ cell( isNumber ) }>
				{ render( row ) }
			</td>
		)
	);
}

/** A plain table; it scrolls sideways on a phone, for keyboards too. */
export function DataTable< Row >( props: Props< Row > ) {
	const { caption, isCaptionHidden, columns, rows, keyOf } = props;
	return (
		<div className="amicable-table" role="region" aria-label={ caption } tabIndex={ 0 }>
			<table className="amicable-table__table">
				<caption
					className={ isCaptionHidden ? 'screen-reader-text' : 'amicable-table__caption' }
				>
					{ caption }
				</caption>
				<thead>
					<tr>
						{ columns.map( ( { id, isNumber, label } ) => (
							<th key={ id } scope="col" className={ cell( isNumber ) }>
								{ label }
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ rows.map( ( row ) => (
						<tr key={ keyOf( row ) }>
							<Cells columns={ columns } row={ row } />
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}
