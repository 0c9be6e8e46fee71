import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { useLock } from '../../data/locks/hooks';
import type { Lock } from '../../data/locks/schema';
import { locksStore } from '../../data/locks/store';
import { can } from '../../data/boot';
import { formatDate } from '../../format/dates';
import { ErrorNotice } from '../error-notice';
import { Skeleton } from '../skeleton';
import { ForCounsel } from './for-counsel';
import { Lift } from './lift';
import { Passages } from './passages';

const withCounsel = ( day: string, who: string ) =>
	/* translators: 1: date, 2: name of a person. */
	sprintf( __( 'With counsel since %1$s, decided by %2$s.', 'amicable' ), day, who );

const closed = ( day: string, who: string ) =>
	/* translators: 1: date, 2: name of a person. */
	sprintf( __( 'The case was closed on %1$s by %2$s.', 'amicable' ), day, who );

const decided = ( { kind, since, who }: Lock ) =>
	( kind === 'counsel' ? withCounsel : closed )(
		formatDate( since ),
		who ?? __( 'Amicable', 'amicable' )
	);

/** Do not reply: since when, by whose decision, why; the ways past it; and how it ends. Nothing where there is no lock. */
export function ReplyLock( { customer }: { customer: number } ) {
	const { locked, error, isLoading } = useLock( customer );
	const { invalidateResolution } = useDispatch( locksStore );
	if ( error ) {
		return (
			<ErrorNotice
				message={ __(
					'Whether this customer may be answered could not be loaded.',
					'amicable'
				) }
				error={ error }
				onRetry={ () => invalidateResolution( 'getLock', [ customer ] ) }
			/>
		);
	}
	if ( ! locked && isLoading ) {
		return <Skeleton lines={ 3 } />;
	}
	if ( ! locked?.lock ) {
		return null;
	}
	const { lock } = locked;
	return (
		<section className="amicable-reply-lock" aria-labelledby="amicable-reply-lock">
			<h2 id="amicable-reply-lock" className="amicable-reply-lock__title">
				{ __( 'Please do not reply.', 'amicable' ) }
			</h2>
			<p>{ decided( lock ) }</p>
			{ lock.reason && (
				<blockquote className="amicable-reply-lock__words">{ lock.reason }</blockquote>
			) }
			<p>
				{ lock.with_counsel
					? __( 'Letters go to counsel. Not on social media either.', 'amicable' )
					: __( 'No more answers. Not on social media either.', 'amicable' ) }
			</p>
			{ lock.forward_to && (
				<p>
					{ sprintf(
						/* translators: %s: name and address of a lawyer. */
						__( 'Forward what arrives, unanswered, to: %s', 'amicable' ),
						lock.forward_to
					) }
				</p>
			) }
			<ForCounsel arrived={ locked.arrived } />
			{ can( 'amicable_cases' ) && <Passages locked={ locked } /> }
			{ can( 'amicable_send' ) && <Lift customer={ customer } lock={ lock } /> }
		</section>
	);
}
