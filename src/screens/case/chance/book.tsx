import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __, _x, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import { can } from '../../../data/boot';
import type { Chance, Entry, EntrySettle } from '../../../data/chances/schema';
import { chancesStore } from '../../../data/chances/store';
import { formatDate, formatDateTime } from '../../../format/dates';
import { starsOf } from '../../../format/stars';
import { stateNames, titleOf } from './words';

type Props = { chance: Chance; entry: Entry };
type Way = { state: EntrySettle[ 'state' ]; label: string };

/** How a line can end. A gift that is not known to be there can be tried again. */
export function waysOf( { kind, state }: Entry ): Way[] {
	const withdraw: Way = { state: 'withdrawn', label: __( 'Withdraw', 'amicable' ) };
	if ( state === 'begun' ) {
		return can( 'amicable_offboard' )
			? [ { state: 'done', label: __( 'Try again', 'amicable' ) }, withdraw ]
			: [];
	}
	if ( state !== 'open' ) {
		return [];
	}
	if ( kind === 'complaint' ) {
		return [ { state: 'done', label: __( 'Fixed in public', 'amicable' ) }, withdraw ];
	}
	return kind === 'task'
		? [ { state: 'done', label: _x( 'Done', 'a task', 'amicable' ) }, withdraw ]
		: [
				{ state: 'kept', label: _x( 'Kept', 'a promise', 'amicable' ) },
				{ state: 'broken', label: _x( 'Broken', 'a promise', 'amicable' ) },
				withdraw,
			];
}

const whoOf = ( { by, at }: Entry ) =>
	sprintf(
		/* translators: 1: name of a person, 2: date and time. */
		__( '%1$s, %2$s', 'amicable' ),
		by ?? __( 'Amicable', 'amicable' ),
		formatDateTime( at )
	);

const fixedOrNot = ( state: Entry[ 'state' ] ) =>
	state === 'done'
		? _x( 'fixed in public', 'a complaint that everybody can read', 'amicable' )
		: _x( 'not fixed in public yet', 'a complaint that everybody can read', 'amicable' );

function stateOf( { kind, state, due_at: due }: Entry ) {
	if ( kind === 'complaint' && state !== 'withdrawn' ) {
		return fixedOrNot( state );
	}
	return due && state === 'open'
		? sprintf(
				/* translators: 1: state of a promise, 2: a date. */
				__( '%1$s by %2$s', 'amicable' ),
				stateNames()[ state ],
				formatDate( due )
			)
		: stateNames()[ state ];
}

function carriedOut( { carried_out: did }: Entry ) {
	if ( did === null ) {
		return undefined;
	}
	return did
		? __( 'What they threatened, they did.', 'amicable' )
		: __( 'What they threatened, they did not do.', 'amicable' );
}

const Words = ( { entry }: { entry: Entry } ) => (
	<>
		{ entry.note && <p className="amicable-chance__note">{ entry.note }</p> }
		{ entry.contact && <p>{ entry.contact }</p> }
		{ entry.stars !== null && <p>{ starsOf( entry.stars ) }</p> }
		{ entry.link && (
			<p>
				<a href={ entry.link }>{ entry.link }</a>
			</p>
		) }
		{ entry.order && (
			<p>
				{ sprintf(
					/* translators: %s: number of an order. */
					__( 'Exchanged in order %s', 'amicable' ),
					entry.order
				) }
			</p>
		) }
		{ entry.code && (
			<p>
				<code>{ entry.code }</code>
			</p>
		) }
		{ carriedOut( entry ) && <p>{ carriedOut( entry ) }</p> }
		{ entry.departure && (
			<p>
				{ sprintf(
					/* translators: %s: a reason, in the words of a person. */
					__( 'Why it is outside the rules: %s', 'amicable' ),
					entry.departure
				) }
			</p>
		) }
	</>
);

function Line( { chance, entry }: Props ) {
	const { settle } = useDispatch( chancesStore );
	const { act, isBusy, error } = useAct();
	return (
		<li className={ `is-${ entry.state }` }>
			<strong>{ titleOf( entry ) }</strong>{ ' ' }
			{ entry.kind !== 'outcome' && <span>{ stateOf( entry ) }</span> }
			<Words entry={ entry } />
			<p className="amicable-muted">{ whoOf( entry ) }</p>
			<div className="amicable-chance__deeds">
				{ waysOf( entry ).map( ( { state, label } ) => (
					<Button
						key={ state }
						variant="secondary"
						size="compact"
						disabled={ isBusy }
						accessibleWhenDisabled
						aria-label={ `${ label }: ${ titleOf( entry ) }` }
						onClick={ () => act( () => settle( chance, entry, { state } ) ) }
					>
						{ label }
					</Button>
				) ) }
			</div>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</li>
	);
}

/** What they say and what we find stand beside each other, above. */
const bookOf = ( { entries }: Chance ) =>
	entries.filter( ( { kind } ) => kind !== 'claim' && kind !== 'found' );

/** What was done, promised, given and found out, the newest first. */
export const Book = ( { chance }: { chance: Chance } ) =>
	bookOf( chance ).length === 0 ? null : (
		<div>
			<h3>{ __( 'What was done', 'amicable' ) }</h3>
			<ul className="amicable-chance__book">
				{ bookOf( chance ).map( ( entry ) => (
					<Line key={ entry.id } chance={ chance } entry={ entry } />
				) ) }
			</ul>
		</div>
	);
