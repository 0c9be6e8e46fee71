import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { Panel } from '../../components/panel';
import { Skeleton } from '../../components/skeleton';
import type { OffboardingCase } from '../../data/cases/schema';
import { useCustomerEvidence } from '../../data/customers/hooks';
import type { Evidence } from '../../data/customers/schema';
import { useConversation } from '../../data/letters/hooks';
import type { Conversation as Whole } from '../../data/letters/schema';
import { lettersStore } from '../../data/letters/store';
import { formatDateTime } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import { starsOf } from '../../format/stars';

type Post = Whole[ 'posts' ][ number ];

const FEW = 6;

const harshOf = ( items: Evidence[] ) =>
	items.flatMap( ( { said } ) =>
		said.filter( ( { harsh } ) => harsh ).map( ( { quote } ) => quote )
	);

/** Nobody has to read harsh words to do their work: they are unfolded by hand. */
function Words( { text, isHarsh }: { text: string | null; isHarsh: boolean } ) {
	if ( text === null ) {
		return (
			<span className="amicable-muted">
				{ __( 'The words are no longer kept.', 'amicable' ) }
			</span>
		);
	}
	const words = (
		<p className="amicable-case__words" dir="auto">
			{ text }
		</p>
	);
	return isHarsh ? (
		<details className="amicable-words__folded">
			<summary>{ __( 'Show the words', 'amicable' ) }</summary>
			{ words }
		</details>
	) : (
		words
	);
}

/** Where everybody can read it, with its stars. */
const InPublic = ( { post: { link, stars } }: { post: Post } ) =>
	link === null ? null : (
		<p>
			{ stars !== null && `${ starsOf( stars ) } ` }
			<a href={ link }>{ link }</a>
		</p>
	);

const One = ( { post, name, harsh }: { post: Post; name: string; harsh: string[] } ) => (
	<li className={ `amicable-case__post is-${ post.who }` }>
		<span className="amicable-muted">
			<strong>
				{ post.who === 'customer' ? name : ( post.name ?? __( 'The shop', 'amicable' ) ) }
			</strong>{ ' ' }
			{ post.at && <time dateTime={ post.at }>{ formatDateTime( post.at ) }</time> }
		</span>
		<InPublic post={ post } />
		<Words
			text={ post.text }
			isHarsh={ harsh.some( ( quote ) => post.text?.includes( quote ) ) }
		/>
	</li>
);

function Posts( { item, posts }: { item: OffboardingCase; posts: Post[] } ) {
	const [ isAll, setAll ] = useState( false );
	const { page } = useCustomerEvidence( item.customer_id );
	const harsh = harshOf( page?.items ?? [] );
	return (
		<>
			<ol className="amicable-case__posts">
				{ ( isAll ? posts : posts.slice( 0, FEW ) ).map( ( post, at ) => (
					<One key={ at } post={ post } name={ item.customer_name } harsh={ harsh } />
				) ) }
			</ol>
			{ posts.length > FEW && ! isAll && (
				<Button variant="link" onClick={ () => setAll( true ) }>
					{ sprintf(
						/* translators: %s: number of messages. */
						__( 'Show all %s', 'amicable' ),
						formatNumber( posts.length )
					) }
				</Button>
			) }
		</>
	);
}

/** What was written so far, newest first, beside the step at hand. */
export function Conversation( { item }: { item: OffboardingCase } ) {
	const { conversation, error, isLoading } = useConversation( item.id );
	const { invalidateResolution } = useDispatch( lettersStore );
	return (
		<Panel
			id="amicable-case-conversation"
			title={ __( 'Conversation', 'amicable' ) }
			isBusy={ isLoading }
			aside={
				<LinkButton
					variant="link"
					to="customer"
					of={ item.customer_id }
					params={ { tab: 'timeline' } }
				>
					{ __( 'All that happened', 'amicable' ) }
				</LinkButton>
			}
		>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The conversation could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getConversation', [ item.id ] ) }
				/>
			) }
			{ ! conversation && isLoading && <Skeleton lines={ 8 } /> }
			{ conversation && conversation.posts.length === 0 && (
				<p className="amicable-muted">
					{ __(
						'No message of theirs is known. Connect a help desk, import a file or log a contact, and it stands here.',
						'amicable'
					) }
				</p>
			) }
			{ conversation && <Posts item={ item } posts={ conversation.posts } /> }
		</Panel>
	);
}
