import { __ } from '@wordpress/i18n';
import type { Preview } from '../../data/imports/schema';

/** The first rows as they are read; when letters look wrong, the encoding is. */
export const PreviewTable = ( { preview }: { preview: Preview } ) => (
	<div
		className="amicable-import__preview"
		role="region"
		aria-label={ __( 'The first rows of the file', 'amicable' ) }
		// A region that scrolls has to be reached by keyboard.

		tabIndex={ 0 }
	>
		<table>
			<thead>
				<tr>
					{ preview.header.map( ( name, at ) => (
						<th key={ at } scope="col">
							<bdi>{ name }</bdi>
						</th>
					) ) }
				</tr>
			</thead>
			<tbody>
				{ preview.rows.map( ( row, number ) => (
					<tr key={ number }>
						{ row.map( ( cell, at ) => (
							<td key={ at }>
								<bdi>{ cell }</bdi>
							</td>
						) ) }
					</tr>
				) ) }
			</tbody>
		</table>
	</div>
);
