import { TextControl } from '@wordpress/components';
import type { ComponentProps } from 'react';

type Props = {
	label: string;
	help?: string;
	value: string;
	error: string | undefined;
	onChange: ( value: string ) => void;
};

/** An error stands where the help stood, and the field says that it is wrong. */
export const describe = ( help: string | undefined, error: string | undefined ) => ( {
	help: error ? <span className="amicable-field__error">{ error }</span> : help,
	'aria-invalid': Boolean( error ),
} );

const Field = ( {
	help,
	error,
	...rest
}: Props &
	Pick< ComponentProps< typeof TextControl >, 'type' | 'inputMode' > &
	Pick<
		ComponentProps< 'input' >,
		'min' | 'max' | 'step' | 'placeholder' | 'spellCheck' | 'autoComplete'
	> ) => (
	<TextControl
		__next40pxDefaultSize
		__nextHasNoMarginBottom
		className="amicable-field"
		{ ...describe( help, error ) }
		{ ...rest }
	/>
);

export const AmountField = ( props: Props ) => <Field { ...props } inputMode="decimal" />;

type Range = { min?: number; max?: number; step?: number };

export const NumberField = ( { min = 0, step = 1, ...rest }: Props & Range ) => (
	<Field { ...rest } type="number" min={ min } step={ step } />
);

export const DayField = ( props: Props ) => <Field { ...props } type="date" />;

type Words = { placeholder?: string; spellCheck?: boolean; autoComplete?: string };

export const WordsField = ( props: Props & Words ) => <Field { ...props } />;

/** What is typed is never shown, nor offered by the browser. */
export const SecretField = ( props: Props & Words ) => (
	<Field { ...props } type="password" autoComplete="new-password" />
);
