import { AmountField, NumberField } from '../../components/fields';
import { errorOf } from '../../data/field-errors';
import type { SectionProps } from './section';

export type Field = {
	name: string;
	label: string;
	value: string;
	/** A number with a fraction, in the separators of the language. */
	isDecimal?: true;
	min?: number;
	max?: number;
};

type GroupProps = {
	path: string;
	fields: Field[];
	errors: SectionProps[ 'errors' ];
	onField: ( name: string, value: string ) => void;
};

/** The numbers of one pattern. */
export const Group = ( { path, fields, errors, onField }: GroupProps ) => (
	<div className="amicable-settings__grid">
		{ fields.map( ( { name, isDecimal, ...field } ) => {
			const Field = isDecimal ? AmountField : NumberField;
			return (
				<Field
					key={ name }
					{ ...field }
					error={ errorOf( errors, `${ path }.${ name }` ) }
					onChange={ ( value ) => onField( name, value ) }
				/>
			);
		} ) }
	</div>
);
