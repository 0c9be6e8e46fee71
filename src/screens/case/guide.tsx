import { useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { Skeleton } from '../../components/skeleton';
import type { OffboardingCase } from '../../data/cases/schema';
import { useChance } from '../../data/chances/hooks';
import { useLetters } from '../../data/letters/hooks';
import { lettersStore } from '../../data/letters/store';
import { adviceFor, writtenNext } from './advice';
import { adviceWords } from './advice-words';
import { Deed, type GuideProps } from './guide-deed';
import { bestOf } from './guide-write';

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
	const { chance, error } = useChance( item );
	// What was read of an earlier stage says nothing of this one.
	const said = chance?.stage === item.stage ? chance.advice : undefined;
	return {
		advice: adviceFor( item, page?.items ?? [], suits, said ),
		isReady: Boolean(
			( page || ! isLoading ) && ( choice || ! isChoosing ) && ( said || error )
		),
	};
}

/** The one next thing to do, why it is that, and the button for it. */
export function Guide( { item, onChoose }: GuideProps ) {
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
						<Deed item={ item } advice={ advice } onChoose={ onChoose } />
					</div>
				</>
			) }
		</section>
	);
}
