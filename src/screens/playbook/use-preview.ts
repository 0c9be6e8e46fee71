import { useDispatch } from '@wordpress/data';
import { useEffect, useRef, useState } from '@wordpress/element';
import { useDelayed } from '../../components/use-delayed';
import { errorsOf } from '../../data/field-errors';
import type { Template, TemplatePreview } from '../../data/playbook/schema';
import { playbookStore } from '../../data/playbook/store';
import { paragraphsOf, type Copy } from './use-copy';

type State = { shown?: TemplatePreview; error?: unknown };

/** What a customer would get from the words as they stand, asked once they rest; the latest answer counts. */
export function usePreview( template: Template, copy: Copy, customer: number | undefined ) {
	const { preview: ask } = useDispatch( playbookStore );
	const [ state, setState ] = useState< State >( {} );
	const [ turn, setTurn ] = useState( 0 );
	const latest = useRef( 0 );
	const rested = useDelayed( JSON.stringify( copy ), 600 );

	useEffect( () => {
		const mine = ++latest.current;
		const { slug, language } = template;
		ask( {
			slug,
			language,
			subject: copy.subject,
			paragraphs: paragraphsOf( template, copy ),
			...( customer && { customer_id: customer } ),
		} )
			.then( ( shown ) => mine === latest.current && setState( { shown } ) )
			.catch(
				( error ) =>
					mine === latest.current &&
					setState( ( { shown } ) => ( { ...( shown && { shown } ), error } ) )
			);
		// The rested words and the chosen customer make the question.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [ rested, customer, turn ] );

	const flaws = state.shown?.flaws ?? [];
	return {
		...state,
		flaws: {
			...Object.fromEntries( flaws.map( ( { field, text } ) => [ field, text ] ) ),
			...errorsOf( state.error ),
		},
		again: () => setTurn( ( now ) => now + 1 ),
	};
}

export type Previewed = ReturnType< typeof usePreview >;
