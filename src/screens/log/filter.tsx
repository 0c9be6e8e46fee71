import { Button } from '@wordpress/components';
import { __, _x, sprintf } from '@wordpress/i18n';
import { DayField } from '../../components/fields';
import type { LogEntry } from '../../data/log/schema';
import type { LogFilter } from '../../data/log/store';
import { whoOf } from './words';

type Props = { filter: LogFilter; entries: LogEntry[]; onChange: ( filter: LogFilter ) => void };
type Shown = { name: keyof LogFilter; label: string };

/** Rows that match carry the names for what the address only numbers. */
function shownOf( filter: LogFilter, entries: LogEntry[] ): Shown[] {
	const [ entry ] = entries;
	const all: ( Shown & { isOn: boolean } )[] = [
		{
			name: 'case_id',
			isOn: filter.case_id !== undefined,
			/* translators: %d: number of a case. */
			label: sprintf( __( 'Case %d', 'amicable' ), filter.case_id ?? 0 ),
		},
		{
			name: 'customer_id',
			isOn: filter.customer_id !== undefined,
			label:
				entry?.customer_name ??
				/* translators: %d: number of a customer. */
				sprintf( __( 'Customer %d', 'amicable' ), filter.customer_id ?? 0 ),
		},
		{
			name: 'user_id',
			isOn: filter.user_id !== undefined,
			label: entry
				? whoOf( entry )
				: sprintf(
						/* translators: %d: number of a user. */
						__( 'User %d', 'amicable' ),
						filter.user_id ?? 0
					),
		},
		{ name: 'what', isOn: filter.what !== undefined, label: entry?.label ?? filter.what ?? '' },
	];
	return all.filter( ( { isOn } ) => isOn );
}

/** What is shown only, each with a way back, and until when. */
export function Filter( { filter, entries, onChange }: Props ) {
	const shown = shownOf( filter, entries );
	return (
		<div className="amicable-log__filter">
			<DayField
				label={ _x( 'Until', 'last day of a span of time', 'amicable' ) }
				value={ filter.until ?? '' }
				error={ undefined }
				onChange={ ( until ) => onChange( { ...filter, until: until || undefined } ) }
			/>
			{ shown.length > 0 && (
				<ul className="amicable-log__shown" aria-label={ __( 'Shown only', 'amicable' ) }>
					{ shown.map( ( { name, label } ) => (
						<li key={ name }>
							<Button
								__next40pxDefaultSize
								variant="secondary"
								onClick={ () => onChange( { ...filter, [ name ]: undefined } ) }
								aria-label={ sprintf(
									/* translators: %s: what a list shows only. */
									__( 'No longer only: %s', 'amicable' ),
									label
								) }
							>
								{ label } ×
							</Button>
						</li>
					) ) }
				</ul>
			) }
		</div>
	);
}
