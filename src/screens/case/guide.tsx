import { Button } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { Skeleton } from '../../components/skeleton';
import { useAct } from '../../components/use-act';
import { can } from '../../data/boot';
import type { OffboardingCase, Stage } from '../../data/cases/schema';
import { casesStore } from '../../data/cases/store';
import { useLetterChoice, useLetters } from '../../data/letters/hooks';
import type { Letter, LetterChoice } from '../../data/letters/schema';
import { lettersStore } from '../../data/letters/store';
import { navigate } from '../../router/history';
import { adviceFor, writtenNext, type Advice } from './advice';
import { adviceWords, writeWords } from './advice-words';
import { planOf } from './view';

type Of< Kind > = Extract< Advice, { kind: Kind } >;

const open = ( item: OffboardingCase, { id }: Letter ) =>
	navigate( 'case', item.id, { letter: String( id ) } );

const choose = ( item: OffboardingCase, stage: Stage ) =>
	navigate( 'case', item.id, { write: stage } );

const bestOf = ( { items }: LetterChoice, to: Stage | undefined ) =>
	items.find( ( { suits, stage, channel } ) => suits && stage === to && channel === 'letter' );

/** The text that suits best, in the language proposed, is one click away; any other is two. */
function Write( { item, advice: { to } }: { item: OffboardingCase; advice: Of< 'write' > } ) {
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

function MoveOn( {
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

function Deed( { item, advice }: { item: OffboardingCase; advice: Advice } ) {
	switch ( advice.kind ) {
		case 'settle':
		case 'go_on':
			return (
				<Button
					__next40pxDefaultSize
					variant="primary"
					onClick={ () => open( item, advice.letter ) }
				>
					{ __( 'Open the message', 'amicable' ) }
				</Button>
			);
		case 'move_on':
			return <MoveOn item={ item } advice={ advice } />;
		case 'write':
			return <Write item={ item } advice={ advice } />;
		case 'part':
			return can( 'amicable_offboard' ) ? (
				<LinkButton variant="primary" to="run" params={ planOf( item, 'offboarding' ) }>
					{ __( 'Part ways…', 'amicable' ) }
				</LinkButton>
			) : null;
		case 'run':
			return (
				<LinkButton variant="primary" to="run" of={ advice.run }>
					{ __( 'See the run', 'amicable' ) }
				</LinkButton>
			);
		default:
			return null;
	}
}

/** What the advice is made of; `isReady` once it will not change any more by what is still under way. */
function useAdvice( item: OffboardingCase ) {
	const { page, isLoading } = useLetters( item.id );
	const to = writtenNext( item );
	const { choice, isChoosing } = useSelect(
		( select ) => {
			const { getChoice, hasFinishedResolution } = select( lettersStore );
			return {
				choice: to && getChoice( item.id, to ),
				isChoosing:
					to !== undefined && ! hasFinishedResolution( 'getChoice', [ item.id, to ] ),
			};
		},
		[ item.id, to ]
	);
	const suits = ! choice || bestOf( choice, to ) !== undefined;
	return {
		advice: adviceFor( item, page?.items ?? [], suits ),
		isReady: ( page || ! isLoading ) && ( choice || ! isChoosing ),
	};
}

/** The one next thing to do, why it is that, and the button for it. */
export function Guide( { item }: { item: OffboardingCase } ) {
	const { advice, isReady } = useAdvice( item );
	const { title, why } = adviceWords( advice );
	return (
		<section
			className="amicable-panel amicable-case__guide"
			aria-label={ __( 'Next', 'amicable' ) }
			aria-busy={ ! isReady }
		>
			<p className="amicable-case__eyebrow">{ __( 'Next', 'amicable' ) }</p>
			{ ! isReady && <Skeleton lines={ 3 } height={ 24 } /> }
			{ isReady && (
				<>
					<h2 className="amicable-case__guide-title">{ title }</h2>
					<p>{ why }</p>
					<div className="amicable-case__buttons">
						<Deed item={ item } advice={ advice } />
					</div>
				</>
			) }
		</section>
	);
}
