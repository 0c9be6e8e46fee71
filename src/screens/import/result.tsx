import { __, _n, sprintf } from '@wordpress/i18n';
import { Figure, Figures as List } from '../../components/figure';
import type { Counts, Import } from '../../data/imports/schema';
import { formatDateTime } from '../../format/dates';
import { formatNumber } from '../../format/numbers';

const peopleLine = ( { known, unknown }: Counts ) =>
	[
		sprintf(
			/* translators: %s: number of people. */
			_n(
				'%s person who wrote is a customer of yours.',
				'%s people who wrote are customers of yours.',
				known,
				'amicable'
			),
			formatNumber( known )
		),
		sprintf(
			/* translators: %s: number of people. */
			_n(
				'Of %s other person no purchase is known.',
				'Of %s other people no purchase is known.',
				unknown,
				'amicable'
			),
			formatNumber( unknown )
		),
	] as const;

/** What a check found, or an import did. */
export function Figures( { counts, isDone }: { counts: Counts; isDone: boolean } ) {
	const [ known, unknown ] = peopleLine( counts );
	return (
		<>
			<List>
				<Figure
					label={
						isDone ? __( 'New tickets', 'amicable' ) : __( 'Would be new', 'amicable' )
					}
				>
					{ formatNumber( counts.created ) }
				</Figure>
				<Figure
					label={
						isDone ? __( 'Updated', 'amicable' ) : __( 'Would be updated', 'amicable' )
					}
				>
					{ formatNumber( counts.updated ) }
				</Figure>
				<Figure label={ __( 'The same as before', 'amicable' ) }>
					{ formatNumber( counts.unchanged ) }
				</Figure>
				<Figure label={ __( 'Refused rows', 'amicable' ) }>
					{ formatNumber( counts.rejected ) }
				</Figure>
			</List>
			<p>
				{ known } { unknown }
			</p>
		</>
	);
}

const resultNames = (): Record< Import[ 'samples' ][ number ][ 'result' ], string > => ( {
	created: __( 'New', 'amicable' ),
	updated: __( 'Updated', 'amicable' ),
	unchanged: __( 'The same', 'amicable' ),
} );

/** Some tickets as they would be kept. */
export const Samples = ( { samples }: Pick< Import, 'samples' > ) => (
	<div
		className="amicable-import__preview"
		role="region"
		aria-label={ __( 'Some of the tickets', 'amicable' ) }
		// A region that scrolls has to be reached by keyboard.

		tabIndex={ 0 }
	>
		<table>
			<thead>
				<tr>
					<th scope="col">{ __( 'Row', 'amicable' ) }</th>
					<th scope="col">{ __( 'What would happen', 'amicable' ) }</th>
					<th scope="col">{ __( 'Email', 'amicable' ) }</th>
					<th scope="col">{ __( 'Subject', 'amicable' ) }</th>
					<th scope="col">{ __( 'Opened at', 'amicable' ) }</th>
					<th scope="col">{ __( 'Purchase known', 'amicable' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ samples.map( ( sample ) => (
					<tr key={ sample.row }>
						<td>{ formatNumber( sample.row ) }</td>
						<td>{ resultNames()[ sample.result ] }</td>
						<td>
							<bdi>{ sample.email }</bdi>
						</td>
						<td>
							<bdi>{ sample.subject }</bdi>
						</td>
						<td>{ sample.at && formatDateTime( sample.at ) }</td>
						<td>
							{ sample.is_known ? __( 'Yes', 'amicable' ) : __( 'No', 'amicable' ) }
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	</div>
);
