import { RadioControl, SelectControl, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Preview } from '../../data/imports/schema';
import { ticketStatus, type TicketStatus } from '../../data/tickets/schema';
import { formatDateTime } from '../../format/dates';
import { ticketStatusNames } from '../../format/words';
import type { SectionProps } from './columns-section';
import type { Draft } from './draft';
import { unitNames } from './words';

const zones = (): string[] =>
	'supportedValuesOf' in Intl ? [ 'UTC', ...Intl.supportedValuesOf( 'timeZone' ) ] : [ 'UTC' ];

const Samples = ( { dates }: { dates: Preview[ 'dates' ] } ) => (
	<ul className="amicable-import__dates">
		{ dates.map( ( { text, at } ) => (
			<li key={ text }>
				{ at
					? sprintf(
							/* translators: 1: a date as it stands in a file, 2: the same as it is read. */
							__( '%1$s is read as %2$s', 'amicable' ),
							text,
							formatDateTime( at )
						)
					: sprintf(
							/* translators: %s: a date as it stands in a file. */
							__( '%s cannot be read yet', 'amicable' ),
							text
						) }
			</li>
		) ) }
	</ul>
);

/** Days and months are never guessed: three dates are shown as they will be read. */
export const DatesSection = ( { preview, draft, errors, onChange }: SectionProps ) => (
	<>
		{ preview.date_order !== null && (
			<RadioControl
				label={ __( 'In dates', 'amicable' ) }
				help={ errors.date_order }
				selected={ draft.dateOrder }
				options={ [
					{ value: 'dmy', label: __( 'the day comes first: 31/12/2025', 'amicable' ) },
					{ value: 'mdy', label: __( 'the month comes first: 12/31/2025', 'amicable' ) },
				] }
				onChange={ ( value: string ) =>
					onChange( { ...draft, dateOrder: value === 'mdy' ? 'mdy' : 'dmy' } )
				}
			/>
		) }
		<div className="amicable-import__grid">
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Time zone of dates that name none', 'amicable' ) }
				help={ errors.time_zone }
				list="amicable-import-zones"
				value={ draft.timeZone }
				aria-invalid={ Boolean( errors.time_zone ) }
				onChange={ ( timeZone: string ) => onChange( { ...draft, timeZone } ) }
			/>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'A bare number as time spent means', 'amicable' ) }
				value={ draft.minutesUnit }
				options={ Object.entries( unitNames() ).map( ( [ value, label ] ) => ( {
					value,
					label,
				} ) ) }
				onChange={ ( value: string ) =>
					onChange( { ...draft, minutesUnit: unitOf( value ) } )
				}
			/>
		</div>
		<datalist id="amicable-import-zones">
			{ zones().map( ( zone ) => (
				<option key={ zone } value={ zone } />
			) ) }
		</datalist>
		<Samples dates={ preview.dates } />
	</>
);

const unitOf = ( value: string ): Draft[ 'minutesUnit' ] =>
	value === 'hours' || value === 'seconds' ? value : 'minutes';

const statusOf = ( value: string ): TicketStatus | '' => ticketStatus.safeParse( value ).data ?? '';

/** What the desk's own words for a status mean. */
export const StatusSection = ( { preview, draft, onChange }: SectionProps ) =>
	draft.columns.status === undefined || preview.statuses.length === 0 ? null : (
		<fieldset className="amicable-import__statuses">
			<legend>{ __( 'What the words for a status mean', 'amicable' ) }</legend>
			<div className="amicable-import__grid">
				{ preview.statuses.map( ( { value, status } ) => (
					<SelectControl
						key={ value }
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ value }
						value={ draft.statuses[ value ] ?? status ?? '' }
						options={ [
							{ value: '', label: __( 'Not known: refuse such rows', 'amicable' ) },
							...Object.entries( ticketStatusNames() ).map( ( [ name, label ] ) => ( {
								value: name,
								label,
							} ) ),
						] }
						onChange={ ( told: string ) =>
							onChange( {
								...draft,
								statuses: { ...draft.statuses, [ value ]: statusOf( told ) },
							} )
						}
					/>
				) ) }
			</div>
		</fieldset>
	);
