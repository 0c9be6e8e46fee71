import { __, _n, sprintf } from '@wordpress/i18n';
import type { Plan } from '../../data/offboardings/schema';

type Limits = NonNullable< Plan[ 'limits' ] >;

const waiting = ( isParting: boolean, minutes: number ) =>
	isParting
		? sprintf(
				/* translators: %d: number of minutes. */
				_n(
					'After the approval it waits %d minute, and can be stopped until then.',
					'After the approval it waits %d minutes, and can be stopped until then.',
					minutes,
					'amicable'
				),
				minutes
			)
		: sprintf(
				/* translators: %d: number of minutes. */
				_n(
					'It waits %d minute after the start, and can be stopped until then.',
					'It waits %d minutes after the start, and can be stopped until then.',
					minutes,
					'amicable'
				),
				minutes
			);

const counted = ( isParting: boolean, { today, a_day: most }: Limits ) =>
	isParting
		? sprintf(
				/* translators: 1: how many so far, 2: how many a day at most. */
				__( 'Partings approved today: %1$d of %2$d.', 'amicable' ),
				today,
				most
			)
		: sprintf(
				/* translators: 1: how many so far, 2: how many a day at most. */
				__( 'Refunds started today: %1$d of %2$d.', 'amicable' ),
				today,
				most
			);

/** How long it waits, and how many of its kind a day has. */
export function LimitLines( { plan: { kind, limits } }: { plan: Plan } ) {
	if ( ! limits ) {
		return null;
	}
	const isParting = kind === 'part_ways';
	return (
		<div className="amicable-run__limits amicable-muted">
			{ limits.delay_minutes > 0 && <p>{ waiting( isParting, limits.delay_minutes ) }</p> }
			{ limits.apply ? (
				<p>{ counted( isParting, limits ) }</p>
			) : (
				<p>
					{ __(
						'So it is in a real shop. Practice does not wait and does not count.',
						'amicable'
					) }
				</p>
			) }
		</div>
	);
}
