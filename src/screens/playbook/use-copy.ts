import { speak } from '@wordpress/a11y';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ApiError } from '../../data/api';
import { errorsOf } from '../../data/field-errors';
import type { Template } from '../../data/playbook/schema';
import { playbookStore } from '../../data/playbook/store';

export type Copy = { subject: string; texts: Record< string, string > };

export const copyOf = ( { subject, paragraphs }: Template ): Copy => ( {
	subject,
	texts: Object.fromEntries( paragraphs.map( ( { key, text } ) => [ key, text ] ) ),
} );

export const paragraphsOf = ( { paragraphs }: Template, { texts }: Copy ) =>
	paragraphs.map( ( { key, text } ) => ( { key, text: texts[ key ] ?? text } ) );

export const isChanged = ( template: Template, copy: Copy ) =>
	copy.subject !== template.subject ||
	template.paragraphs.some( ( { key, text } ) => copy.texts[ key ] !== text );

type State = { isBusy: boolean; error?: unknown };

/** Words that are being changed. They stay when the server does not take them, whatever its reason. */
export function useCopy( template: Template ) {
	const { save, reset, invalidateResolutionForStore } = useDispatch( playbookStore );
	const [ copy, setCopy ] = useState( () => copyOf( template ) );
	const [ state, setState ] = useState< State >( { isBusy: false } );
	const act = async ( deed: () => Promise< Template >, done: string ) => {
		setState( { isBusy: true } );
		try {
			setCopy( copyOf( await deed() ) );
			setState( { isBusy: false } );
			speak( done );
		} catch ( error ) {
			setState( { isBusy: false, error } );
			if ( error instanceof ApiError && error.status === 409 ) {
				// Their version is read, ours stays in the fields and can be saved over it.
				await invalidateResolutionForStore();
			}
		}
	};
	const { slug, language, version } = template;
	return {
		...state,
		copy,
		setCopy,
		errors: errorsOf( state.error ),
		keep: () =>
			act(
				() =>
					save(
						{ slug, language },
						{
							version,
							subject: copy.subject,
							paragraphs: paragraphsOf( template, copy ),
						}
					),
				__( 'Saved.', 'amicable' )
			),
		putBack: () =>
			act(
				() => reset( { slug, language, version } ),
				__( 'As shipped again.', 'amicable' )
			),
	};
}
