import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { useAct } from '../../components/use-act';
import type { OffboardingCase, Stage } from '../../data/cases/schema';
import { casesStore } from '../../data/cases/store';
import { useLetterChoice } from '../../data/letters/hooks';
import type { Letter, LetterChoice } from '../../data/letters/schema';
import { lettersStore } from '../../data/letters/store';
import { navigate } from '../../router/history';
import type { Of } from './advice';
import { writeWords } from './advice-words';

export const open = ( item: OffboardingCase, { id }: Letter ) =>
	navigate( 'case', item.id, { letter: String( id ) } );

export const choose = ( item: OffboardingCase, stage: Stage ) =>
	navigate( 'case', item.id, { write: stage } );

export const bestOf = ( { items }: LetterChoice, to: Stage | undefined ) =>
	items.find( ( { suits, stage, channel } ) => suits && stage === to && channel === 'letter' );

/** The text that suits best, in the language proposed, is one click away; any other is two. */
export function Write( {
	item,
	advice: { to },
}: {
	item: OffboardingCase;
	advice: Of< 'write' >;
} ) {
	const { choice, isLoading } = useLetterChoice( item.id, to );
	const { create } = useDispatch( lettersStore );
	const { act, isBusy, error } = useAct();
	const best = choice && bestOf( choice, to );
	const start = () =>
		best
			? act( async () => open( item, await create( item.id, { template: best.slug } ) ) )
			: choose( item, to );
	return (
		<>
			<Button
				__next40pxDefaultSize
				variant="primary"
				isBusy={ isBusy }
				disabled={ isBusy || ( ! choice && isLoading ) }
				accessibleWhenDisabled
				onClick={ start }
			>
				{ writeWords( to ).button }
			</Button>
			<Button __next40pxDefaultSize variant="tertiary" onClick={ () => choose( item, to ) }>
				{ __( 'Choose another text…', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The draft could not be made.', 'amicable' ) }
					error={ error }
					onRetry={ start }
				/>
			) }
		</>
	);
}

/** The message went out; the case follows. */
export function MoveOn( {
	item,
	advice: { letter },
}: {
	item: OffboardingCase;
	advice: Of< 'move_on' >;
} ) {
	const { advance } = useDispatch( casesStore );
	const { act, isBusy, error } = useAct();
	return (
		<>
			<Button
				__next40pxDefaultSize
				variant="primary"
				isBusy={ isBusy }
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ () =>
					act( () => advance( item, { to: letter.stage, letter: letter.id } ) )
				}
			>
				{ __( 'Move the case on', 'amicable' ) }
			</Button>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The case was not moved.', 'amicable' ) }
					error={ error }
				/>
			) }
		</>
	);
}
