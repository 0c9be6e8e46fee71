import { useDispatch } from '@wordpress/data';
import { useEffect, useRef, useState } from '@wordpress/element';
import { useDelayed } from '../../../components/use-delayed';
import type { Letter, Lint } from '../../../data/letters/schema';
import { lettersStore } from '../../../data/letters/store';
import type { Words } from './kept-words';
import { carried } from './points';

type Text = Pick< Words, 'subject' | 'body' >;
export type Remark = Lint[ 'remarks' ][ number ];
type Looked = { lint: Lint; at: Text };

/** Places move along while somebody types, until the next look. */
const remarksFor = ( { lint, at }: Looked, now: Text ): Remark[] =>
	( [ 'subject', 'body' ] as const ).flatMap( ( field ) =>
		carried(
			lint.remarks.filter( ( remark ) => remark.field === field ),
			at[ field ],
			now[ field ]
		)
	);

const isAt = ( one: Text | undefined, other: Text ) =>
	one?.subject === other.subject && one?.body === other.body;

/** What there is to look at in the words as they stand: asked once they have rested, the latest answer counts. */
export function useLint( letter: Letter, { subject, body }: Words ) {
	const { lint: ask } = useDispatch( lettersStore );
	const [ looked, setLooked ] = useState< Looked >();
	const [ error, setError ] = useState< unknown >();
	const latest = useRef( 0 );
	const rested = useDelayed( `${ subject }\n${ body }`, 600 );

	const look = () => {
		const turn = ++latest.current;
		const { case_id: caseId, id, language, template, channel } = letter;
		const words = { subject, body };
		return ask( caseId, {
			...words,
			language,
			channel,
			message: id,
			...( template && { template } ),
		} )
			.then( ( lint ) => {
				if ( turn === latest.current ) {
					setLooked( { lint, at: words } );
					setError( undefined );
				}
			} )
			.catch( ( thrown ) => turn === latest.current && setError( thrown ) );
	};

	useEffect( () => {
		look();
		// The rested words are the ones that stand: one question for each rest.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [ rested ] );

	const now = { subject, body };
	return {
		/** The words that stand now were looked at. */
		isFresh: isAt( looked?.at, now ),
		blocks: looked?.lint.blocks ?? true,
		remarks: looked ? remarksFor( looked, now ) : [],
		parts: looked?.lint.parts,
		error,
		look,
	};
}

export type Linted = ReturnType< typeof useLint >;
