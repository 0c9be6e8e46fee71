import { useDispatch } from '@wordpress/data';
import { useEffect, useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../components/error-notice';
import { Skeleton } from '../../../components/skeleton';
import { usePublicView } from '../../../data/letters/hooks';
import type { Letter, PublicView } from '../../../data/letters/schema';
import { lettersStore } from '../../../data/letters/store';
import { formatDateTime } from '../../../format/dates';
import { formatNumber } from '../../../format/numbers';
import { stretches } from './points';

type Post = PublicView[ 'posts' ][ number ];

const names = (): Record< Post[ 'who' ], string > => ( {
	customer: __( 'A customer', 'amicable' ),
	us: __( 'The shop', 'amicable' ),
	draft: __( 'The shop, this message', 'amicable' ),
} );

/** Text and nothing else: what a ticket brings along is shown as letters. */
const Body = ( { text, worst }: Pick< Post, 'text' | 'worst' > ) => (
	<p className="amicable-forum__text" dir="auto">
		{ stretches( text, worst ? [ worst ] : [] ).map( ( part, at ) =>
			part.of ? <mark key={ at }>{ part.text }</mark> : <span key={ at }>{ part.text }</span>
		) }
	</p>
);

const OnePost = ( { post }: { post: Post } ) => (
	<li className={ `amicable-forum__post is-${ post.who }` }>
		<p className="amicable-forum__who">
			<strong>{ names()[ post.who ] }</strong>{ ' ' }
			{ post.at ? (
				<time className="amicable-muted" dateTime={ post.at }>
					{ formatDateTime( post.at ) }
				</time>
			) : (
				<span className="amicable-muted">{ __( 'not sent yet', 'amicable' ) }</span>
			) }
		</p>
		<Body { ...post } />
		{ post.worst && (
			<p className="amicable-forum__worst">
				{ __( 'This is the sentence that people would quote.', 'amicable' ) }
			</p>
		) }
	</li>
);

const missing = ( count: number ) =>
	sprintf(
		/* translators: %s: number of messages. */
		_n(
			'%s message is not shown: its words are no longer kept.',
			'%s messages are not shown: their words are no longer kept.',
			count,
			'amicable'
		),
		formatNumber( count )
	);

/** Begins where the draft stands, at its end; keyboards can scroll it. */
function Scrolled( { children }: { children: ReactNode } ) {
	const page = useRef< HTMLDivElement >( null );
	useEffect( () => {
		if ( page.current ) {
			page.current.scrollTop = page.current.scrollHeight;
		}
	}, [] );
	return (
		<div
			ref={ page }
			className="amicable-forum__page"
			role="region"
			aria-label={ __( 'The conversation as everybody would read it', 'amicable' ) }
			tabIndex={ 0 }
		>
			{ children }
		</div>
	);
}

const Forum = ( { view }: { view: PublicView } ) => (
	<>
		{ view.missing > 0 && <p className="amicable-muted">{ missing( view.missing ) }</p> }
		<Scrolled>
			<ol className="amicable-forum__posts">
				{ view.posts.map( ( post, at ) => (
					<OnePost key={ at } post={ post } />
				) ) }
			</ol>
		</Scrolled>
	</>
);

/** The whole conversation as a stranger would come across it. */
export function PublicViewPage( { letter }: { letter: Letter } ) {
	const { view, error, isLoading } = usePublicView( letter );
	const { invalidateResolutionForStoreSelector } = useDispatch( lettersStore );
	return (
		<section
			className="amicable-forum"
			aria-label={ __( 'If this were public', 'amicable' ) }
			aria-busy={ isLoading }
		>
			<p className="amicable-muted">
				{ __(
					'Imagine a screenshot of it where your other customers read. Names are masked.',
					'amicable'
				) }
			</p>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The public view could not be made.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolutionForStoreSelector( 'getPublicView' ) }
				/>
			) }
			{ isLoading && ! view && <Skeleton lines={ 8 } /> }
			{ view && <Forum view={ view } /> }
		</section>
	);
}
