import { RadioControl, TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../components/error-notice';
import { Submit } from '../../components/submit';
import type { CaseEvent, OffboardingCase } from '../../data/cases/schema';
import { casesStore } from '../../data/cases/store';
import { useLetters } from '../../data/letters/hooks';
import type { Letter } from '../../data/letters/schema';
import { sentFor } from './advice';
import { wantsReason, wantsText } from './view';
import { stageHints } from './words';
import { formatDateTime } from '../../format/dates';
import { stageNames } from '../../format/words';

type Next = OffboardingCase[ 'next' ][ number ];
type Props = { item: OffboardingCase; next: Next; onDone: () => void; onStale: () => void };
type Words = { reason: string; text: string; counsel: 'agreed' | 'none' };

const eventOf = (
	{ to }: Next,
	item: OffboardingCase,
	{ reason, text, counsel }: Words,
	sent: Letter | undefined
): Omit< CaseEvent, 'version' > => ( {
	to,
	...( reason.trim() && { reason: reason.trim() } ),
	...( text.trim() && ! sent && { text: text.trim() } ),
	...( sent && { letter: sent.id } ),
	...( item.stage === 'counsel' && to === 'offboarding' && { counsel } ),
} );

const Counsel = ( {
	value,
	onChange,
}: {
	value: Words[ 'counsel' ];
	onChange: ( value: Words[ 'counsel' ] ) => void;
} ) => (
	<RadioControl
		label={ __( 'Your lawyer', 'amicable' ) }
		selected={ value }
		options={ [
			{ label: __( 'has agreed', 'amicable' ), value: 'agreed' },
			{ label: __( 'we have none', 'amicable' ), value: 'none' },
		] }
		onChange={ ( chosen ) => onChange( chosen === 'none' ? 'none' : 'agreed' ) }
	/>
);

/** One move of a case: what it asks for, and the words that go with it. */
export function Move( { item, next, onDone, onStale }: Props ) {
	const { advance } = useDispatch( casesStore );
	const { page } = useLetters( item.id );
	const sent = wantsText( next.to ) ? sentFor( item, next.to, page?.items ?? [] ) : undefined;
	const [ words, setWords ] = useState< Words >( { reason: '', text: '', counsel: 'agreed' } );
	const [ busy, setBusy ] = useState( false );
	const [ error, setError ] = useState< unknown >();
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		setBusy( true );
		advance( item, eventOf( next, item, words, sent ) )
			.then( onDone )
			.catch( setError )
			.finally( () => setBusy( false ) );
	};

	return (
		<form className="amicable-case__move" onSubmit={ submit }>
			<h2>{ stageNames()[ next.to ] }</h2>
			<p>{ stageHints()[ next.to ] }</p>
			{ next.why && <p className="amicable-case__why">{ next.why }</p> }
			{ sent && (
				<p>
					{ sprintf(
						/* translators: %s: date and time. */
						__( 'Your message of %s is used for this.', 'amicable' ),
						formatDateTime( sent.sent_at ?? sent.updated_at )
					) }
				</p>
			) }
			{ wantsText( next.to ) && ! sent && (
				<TextareaControl
					label={ __( 'What you sent to the customer', 'amicable' ) }
					help={ __(
						'Paste it word for word. It stays with the case as it is.',
						'amicable'
					) }
					value={ words.text }
					onChange={ ( text ) => setWords( { ...words, text } ) }
					rows={ 6 }
					maxLength={ 20000 }
					__nextHasNoMarginBottom
				/>
			) }
			{ ( wantsReason( next.to ) || ! next.allowed ) && (
				<TextareaControl
					label={ __( 'Reason', 'amicable' ) }
					value={ words.reason }
					onChange={ ( reason ) => setWords( { ...words, reason } ) }
					maxLength={ 500 }
					__nextHasNoMarginBottom
				/>
			) }
			{ item.stage === 'counsel' && next.to === 'offboarding' && (
				<Counsel
					value={ words.counsel }
					onChange={ ( counsel ) => setWords( { ...words, counsel } ) }
				/>
			) }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'That was not saved.', 'amicable' ) }
					error={ error }
					onRetry={ onStale }
				/>
			) }
			<Submit isBusy={ busy }>{ __( 'Save this step', 'amicable' ) }</Submit>
		</form>
	);
}
