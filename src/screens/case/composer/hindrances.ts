import { __, sprintf } from '@wordpress/i18n';
import { isCopy } from '../../../data/boot';
import type { Words } from './kept-words';
import type { Answers } from './litmus';
import type { Linted } from './use-lint';

type Standing = {
	words: Words;
	answers: Answers;
	needsReader: boolean;
	linted: Pick< Linted, 'isFresh' | 'remarks' | 'error' >;
};

const ofRemarks = ( { remarks }: Standing[ 'linted' ] ) =>
	remarks
		.filter( ( { blocks } ) => blocks )
		.map( ( { text, words } ) =>
			/* translators: 1: what is wrong with some words, a whole sentence, 2: the words. */
			words ? sprintf( __( '%1$s “%2$s”', 'amicable' ), text, words ) : text
		);

/** Why a message cannot go out yet, each in a sentence. */
export function hindrances( { words, answers, needsReader, linted }: Standing ): string[] {
	return [
		...( words.body.trim() === '' ? [ __( 'There is no text yet.', 'amicable' ) ] : [] ),
		...ofRemarks( linted ),
		...( needsReader
			? [ __( 'Somebody else has to read these words first.', 'amicable' ) ]
			: [] ),
		...( answers.everybody
			? []
			: [ __( 'Tick that you would be fine with everybody reading it.', 'amicable' ) ] ),
		...( linted.isFresh || linted.error
			? []
			: [ __( 'The latest words are still being read.', 'amicable' ) ] ),
	];
}

const ofCopy = () =>
	isCopy()
		? [
				__(
					'This looks like a copy of your shop, from which nobody is written to.',
					'amicable'
				),
			]
		: [];

/** What keeps it from going through a help desk. */
export const deskHindrances = ( standing: Standing ) => [ ...ofCopy(), ...hindrances( standing ) ];

/** What keeps it from going by mail only. */
export const mailHindrances = ( standing: Standing ) => [
	...ofCopy(),
	...( standing.words.to?.trim()
		? []
		: [ __( 'No address of the customer is known.', 'amicable' ) ] ),
	...hindrances( standing ),
];
