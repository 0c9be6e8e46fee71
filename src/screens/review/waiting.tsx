import { __, _n, sprintf } from '@wordpress/i18n';
import { useDispatch } from '@wordpress/data';
import { FlagBadge } from '../../components/flag-badge';
import { Panel } from '../../components/panel';
import { EvidenceWords } from '../../components/words-said';
import type { Queue, Waiting } from '../../data/review/schema';
import { reviewStore } from '../../data/review/store';
import { wordsMeasured } from '../../format/measured';
import { formatNumber } from '../../format/numbers';
import { Link } from '../../router/link';
import { Review } from '../customer/review';

const QUOTES = 2;

const hinted = ( { from, text }: Waiting[ 'hints' ][ number ] ) =>
	sprintf(
		/* translators: 1: name of a program that this site added, 2: what it says of a message. */
		__( 'Hint from %1$s, not evidence: %2$s', 'amicable' ),
		from,
		text
	);

/** The words first, then what was counted, then one click. */
function Item( { waiting: { customer_id: id, name, flag, hints } }: { waiting: Waiting } ) {
	const { load } = useDispatch( reviewStore );
	return (
		<li className="amicable-review__item">
			<div className="amicable-review__head">
				<Link to="customer" of={ id }>
					{ name }
				</Link>
				<FlagBadge flag={ flag } />
			</div>
			{ flag.evidence.slice( 0, QUOTES ).map( ( item ) => (
				<div key={ `${ item.message_id }:${ item.at }` }>
					<EvidenceWords item={ item } />
				</div>
			) ) }
			{ hints.slice( 0, QUOTES ).map( ( hint ) => (
				<p
					key={ `${ hint.from }:${ hint.text }` }
					className="amicable-review__more amicable-muted"
				>
					{ hinted( hint ) }
				</p>
			) ) }
			{ wordsMeasured( flag ).map( ( sentence ) => (
				<p key={ sentence } className="amicable-review__more amicable-muted">
					{ sentence }
				</p>
			) ) }
			{ flag.mitigators.map( ( { key, label } ) => (
				<p key={ key } className="amicable-review__more">
					{ label }
				</p>
			) ) }
			<Review flag={ flag } customer={ { id } } onSaved={ load } />
		</li>
	);
}

const more = ( left: number ) =>
	/* translators: %s: number of flags that are not shown. */
	sprintf( _n( '%s more waits.', '%s more wait.', left, 'amicable' ), formatNumber( left ) );

/** What rules noticed and nobody has judged. */
export const WaitingFlags = ( { queue: { flags, total } }: { queue: Queue } ) => (
	<Panel id="amicable-review-flags" title={ __( 'Noticed, and not judged yet', 'amicable' ) }>
		{ flags.length === 0 ? (
			<p>{ __( 'Nothing waits for your word.', 'amicable' ) }</p>
		) : (
			<ul className="amicable-review__list">
				{ flags.map( ( waiting ) => (
					<Item
						key={ `${ waiting.customer_id }:${ waiting.flag.pattern }` }
						waiting={ waiting }
					/>
				) ) }
			</ul>
		) }
		{ total > flags.length && <p>{ more( total - flags.length ) }</p> }
	</Panel>
);
