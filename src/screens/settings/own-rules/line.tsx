import { Button, SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { AmountField, NumberField } from '../../../components/fields';
import { ownField } from '../../../data/settings/own-rules';
import { hasDays, ownFieldNames } from '../../../format/own-rules';
import type { Line } from './draft';

const comparisons = () => [
	{ value: 'least', label: __( 'at least', 'amicable' ) },
	{ value: 'most', label: __( 'at most', 'amicable' ) },
];

const fields = () =>
	Object.entries( ownFieldNames() ).map( ( [ value, label ] ) => ( { value, label } ) );

type Props = { line: Line; onChange: ( line: Line ) => void; onRemove: ( () => void ) | undefined };

export const RuleLine = ( { line, onChange, onRemove }: Props ) => (
	<div className="amicable-settings__grid">
		<SelectControl
			label={ __( 'What', 'amicable' ) }
			value={ line.field }
			options={ fields() }
			onChange={ ( field: string ) =>
				onChange( { ...line, field: ownField.parse( field ) } )
			}
			__next40pxDefaultSize
			__nextHasNoMarginBottom
		/>
		<SelectControl
			label={ __( 'Compared', 'amicable' ) }
			value={ line.is }
			options={ comparisons() }
			onChange={ ( is: string ) =>
				onChange( { ...line, is: is === 'most' ? 'most' : 'least' } )
			}
			__next40pxDefaultSize
			__nextHasNoMarginBottom
		/>
		<AmountField
			label={ __( 'Number', 'amicable' ) }
			value={ line.number }
			error={ undefined }
			onChange={ ( number ) => onChange( { ...line, number } ) }
		/>
		{ hasDays( line.field ) && (
			<NumberField
				label={ __( 'Within how many days', 'amicable' ) }
				min={ 1 }
				max={ 366 }
				value={ line.days }
				error={ undefined }
				onChange={ ( days ) => onChange( { ...line, days } ) }
			/>
		) }
		{ onRemove && (
			<Button variant="link" isDestructive onClick={ onRemove }>
				{ __( 'Remove this condition', 'amicable' ) }
			</Button>
		) }
	</div>
);
