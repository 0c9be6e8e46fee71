import { __, sprintf } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import type { Plan } from '../../data/offboardings/schema';
import { formatDate } from '../../format/dates';

type Service = Plan[ 'services' ][ number ];

const line = ( { name, number, days, closes_at: at }: Service ) =>
	sprintf(
		/* translators: 1: name of a service, 2: order number, 3: number of days, 4: date. */
		__( '%1$s, order %2$s: its data can be fetched for %3$d days, until %4$s', 'amicable' ),
		name,
		number,
		days,
		formatDate( at )
	);

/** The services among what ends: they close later than everything else. */
export const ClosingDates = ( { plan: { services } }: { plan: Plan } ) =>
	services.length > 0 ? (
		<Panel id="amicable-plan-services" title={ __( 'Services close later', 'amicable' ) }>
			<ul>
				{ services.map( ( service ) => (
					<li key={ `${ service.number }-${ service.name }` }>{ line( service ) }</li>
				) ) }
			</ul>
			<p className="amicable-muted">
				{ __(
					'Counted from the day on which this ends. The customer is told 14 and 3 days before, and on the day.',
					'amicable'
				) }
			</p>
		</Panel>
	) : null;
