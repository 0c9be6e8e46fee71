import { useDispatch } from '@wordpress/data';
import { useEffect, useRef, useState } from '@wordpress/element';
import { ApiError } from '../../../data/api';
import type { Letter } from '../../../data/letters/schema';
import { lettersStore } from '../../../data/letters/store';
import { dropWords, isSame, keepWords, keptWords, wordsOf, type Words } from './kept-words';

const PAUSE = 1000;

type Standing = {
	saving: 'saved' | 'typing' | 'saving' | 'failed' | 'stale';
	error?: unknown;
	/** What somebody else made of it meanwhile. */
	theirs?: Letter;
};

/** Words kept from before a reload go on where they were, or stand aside when the draft has moved on. */
function opened( letter: Letter ) {
	const kept = keptWords( letter );
	const goesOn = kept?.version === letter.version;
	return {
		words: kept && goesOn ? kept.words : wordsOf( letter ),
		aside: kept && ! goesOn ? kept.words : undefined,
	};
}

/** A draft that saves itself. What was typed is replaced by nothing but a person's word. */
export function useDraft( letter: Letter ) {
	const { save, look } = useDispatch( lettersStore );
	const [ first ] = useState( () => opened( letter ) );
	const [ words, setWords ] = useState( first.words );
	const [ aside, setAside ] = useState( first.aside );
	const [ standing, setStanding ] = useState< Standing >( { saving: 'saved' } );
	const server = useRef( { version: letter.version, words: wordsOf( letter ) } );
	const latest = useRef( words );
	const isStale = useRef( false );
	const queue = useRef< Promise< unknown > >( Promise.resolve() );

	const refused = async ( error: unknown ) => {
		const stale = error instanceof ApiError && error.status === 409;
		isStale.current = stale;
		const theirs = stale ? await look( letter ).catch( () => undefined ) : undefined;
		setStanding( { saving: stale ? 'stale' : 'failed', error, ...( theirs && { theirs } ) } );
		throw error;
	};

	const saveOnce = async (): Promise< number > => {
		const sent = latest.current;
		if ( isSame( sent, server.current.words ) ) {
			return server.current.version;
		}
		setStanding( { saving: 'saving' } );
		const request = { version: server.current.version, ...sent };
		const { version } = await save( letter, request ).catch( refused );
		server.current = { version, words: sent };
		if ( isSame( latest.current, sent ) ) {
			dropWords( letter );
			setStanding( { saving: 'saved' } );
		}
		return version;
	};

	/** One after the other; answers the version that has these words, or throws where they could not be saved. */
	const flush = (): Promise< number > => {
		const next = queue.current.catch( () => undefined ).then( saveOnce );
		queue.current = next;
		return next;
	};

	const type = ( change: Partial< Words > ) => {
		const typed = { ...latest.current, ...change };
		latest.current = typed;
		keepWords( { id: letter.id, version: server.current.version }, typed );
		setWords( typed );
		setStanding( ( now ) => ( isStale.current ? now : { saving: 'typing' } ) );
	};

	useEffect( () => {
		if ( isStale.current || isSame( words, server.current.words ) ) {
			return undefined;
		}
		const timer = window.setTimeout( () => flush().catch( () => undefined ), PAUSE );
		return () => window.clearTimeout( timer );
		// Only words move the clock.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [ words ] );

	// A try to send that failed gives the same words a new version.
	useEffect( () => {
		if ( isSame( wordsOf( letter ), server.current.words ) ) {
			server.current.version = Math.max( letter.version, server.current.version );
		}
	}, [ letter ] );

	const leave = useRef( flush );
	useEffect( () => {
		leave.current = flush;
	} );
	useEffect( () => {
		const ask = ( event: BeforeUnloadEvent ) => {
			if ( ! isSame( latest.current, server.current.words ) ) {
				event.preventDefault();
			}
		};
		window.addEventListener( 'beforeunload', ask );
		return () => {
			window.removeEventListener( 'beforeunload', ask );
			if ( ! isStale.current ) {
				leave.current().catch( () => undefined );
			}
		};
	}, [] );

	/** Whose words stand from here on; mine stay in sight either way. */
	const settle = ( theirs: Letter, whose: 'mine' | 'theirs' ) => {
		isStale.current = false;
		server.current = { version: theirs.version, words: wordsOf( theirs ) };
		if ( whose === 'mine' ) {
			keepWords( theirs, latest.current );
			return void flush().catch( () => undefined );
		}
		setAside( latest.current );
		latest.current = wordsOf( theirs );
		setWords( latest.current );
		return setStanding( { saving: 'saved' } );
	};

	return { words, aside, type, flush, settle, setAside, ...standing };
}
