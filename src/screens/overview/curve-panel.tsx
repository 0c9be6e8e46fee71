import { __, sprintf } from '@wordpress/i18n';
import { atShare, pointsOf, type Point } from '../../charts/curve';
import { ValueCurve } from '../../charts/value-curve';
import { DataTable } from '../../components/data-table';
import { MoneyText } from '../../components/money-text';
import { Panel } from '../../components/panel';
import type { Curve } from '../../data/overview/schema';
import { formatDateTime } from '../../format/dates';
import { formatNumber, formatPercent } from '../../format/numbers';

const SHARES = [ 1, 10, 25, 50, 100 ];

const share = ( part: number, whole: number ) =>
	whole > 0 ? formatPercent( Math.round( ( part / whole ) * 100 ) ) : '';

/** What the picture says, in one sentence. */
function lead( points: Point[], kind: Curve[ 'kind' ] ) {
	const best = share( atShare( points, 10 ).minor, points.at( -1 )?.minor ?? 0 );
	if ( kind === 'margin' ) {
		/* translators: 1: percentage of customers, 2: percentage of the whole margin. */
		const words = __( 'The best %1$s of your customers bring %2$s of the margin.', 'amicable' );
		return best && sprintf( words, formatPercent( 10 ), best );
	}
	/* translators: 1: percentage of customers, 2: percentage of everything paid, less gateway fees. */
	const words = __( 'The best %1$s of your customers bring %2$s of the value.', 'amicable' );
	return best && sprintf( words, formatPercent( 10 ), best );
}

type Props = { curve: Curve; approximate: boolean };

/** Who brings how much: the picture, and the same as a table. */
export function CurvePanel( { curve, approximate }: Props ) {
	const { kind, as_of: asOf, parts } = curve;
	const currency = parts[ 0 ]?.amount.currency ?? '';
	const points = pointsOf(
		parts.map( ( { customers, amount } ) => ( { customers, minor: amount.minor } ) )
	);
	const whole = points.at( -1 )?.minor ?? 0;
	const caption =
		kind === 'margin'
			? __( 'Margin, from the best customer to the last', 'amicable' )
			: __( 'Value, from the best customer to the last', 'amicable' );
	return (
		<Panel
			id="amicable-curve"
			title={ caption }
			aside={
				<span className="amicable-muted">
					{ sprintf(
						/* translators: %s: date and time. */
						__( 'As of %s', 'amicable' ),
						formatDateTime( asOf )
					) }
				</span>
			}
		>
			<p>{ lead( points, kind ) }</p>
			<ValueCurve points={ points } />
			<DataTable
				caption={ caption }
				isCaptionHidden
				rows={ SHARES }
				keyOf={ ( percent ) => percent }
				columns={ [
					{
						id: 'share',
						label: __( 'Customers, the best first', 'amicable' ),
						render: ( percent ) =>
							sprintf(
								/* translators: 1: percentage, 2: number of customers. */
								__( '%1$s (%2$s)', 'amicable' ),
								formatPercent( percent ),
								formatNumber( atShare( points, percent ).customers )
							),
					},
					{
						id: 'amount',
						label: __( 'Together', 'amicable' ),
						isNumber: true,
						render: ( percent ) => (
							<MoneyText
								money={ { minor: atShare( points, percent ).minor, currency } }
								approximate={ approximate }
							/>
						),
					},
					{
						id: 'part',
						label: __( 'Of everything', 'amicable' ),
						isNumber: true,
						render: ( percent ) => share( atShare( points, percent ).minor, whole ),
					},
				] }
			/>
		</Panel>
	);
}
