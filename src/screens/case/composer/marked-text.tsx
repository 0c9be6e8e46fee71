import type { Ref } from 'react';
import type { LetterLanguage } from '../../../data/letters/schema';
import { stretches } from './points';
import type { Remark } from './use-lint';

type Props = {
	id: string;
	label: string;
	value: string;
	language: LetterLanguage;
	remarks: Remark[];
	isLong?: boolean;
	field: Ref< HTMLTextAreaElement >;
	onChange: ( value: string ) => void;
};

/**
 * Where a browser knows no emoji, WordPress puts pictures in their place, which are wider than letters. It looks below
 * each node that is added, so the words that it has to leave alone stand one deeper.
 */
const Plain = ( { children }: { children: string } ) => (
	<span className="wp-exclude-emoji">{ children }</span>
);

/** Behind the field, so that eyes find the words; ears have the list below. It also gives the field its height. */
const Marks = ( { value, remarks }: Pick< Props, 'value' | 'remarks' > ) => (
	<div className="amicable-marked__marks wp-exclude-emoji" aria-hidden="true">
		{ stretches( value, remarks ).map( ( { text, of }, at ) =>
			of ? (
				<mark key={ at } className={ of.blocks ? 'is-blocking' : undefined }>
					<Plain>{ text }</Plain>
				</mark>
			) : (
				<span key={ at }>
					<Plain>{ text }</Plain>
				</span>
			)
		) }
		{ '\n' }
	</div>
);

/** A field whose words can be marked where they stand. */
export const MarkedText = ( props: Props ) => {
	const { id, label, value, language, remarks, isLong, field, onChange } = props;
	return (
		<div className={ isLong ? 'amicable-marked is-long' : 'amicable-marked' }>
			<label className="amicable-marked__label" htmlFor={ id }>
				{ label }
			</label>
			{ /* Both in one language: which letters “sans-serif” means depends on it. */ }
			<div className="amicable-marked__stack" lang={ language } dir="auto">
				<Marks value={ value } remarks={ remarks } />
				<textarea
					id={ id }
					ref={ field }
					className="amicable-marked__field"
					dir="auto"
					rows={ 1 }
					value={ value }
					maxLength={ isLong ? 20000 : 200 }
					aria-invalid={ remarks.some( ( { blocks } ) => blocks ) }
					aria-describedby="amicable-composer-look"
					onChange={ ( { target } ) =>
						onChange( isLong ? target.value : target.value.replace( /\n/g, ' ' ) )
					}
				/>
			</div>
		</div>
	);
};
