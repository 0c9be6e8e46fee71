import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { Badge } from '../../components/badge';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { Skeleton } from '../../components/skeleton';
import type { Look } from '../../components/shape';
import type { OffboardingCase } from '../../data/cases/schema';
import { useLetters } from '../../data/letters/hooks';
import type { Letter, LetterState } from '../../data/letters/schema';
import { lettersStore } from '../../data/letters/store';
import { formatDateTime } from '../../format/dates';
import { Link } from '../../router/link';
import { letterName } from './composer/letter-name';
import { letterStates } from './letter-states';

const LOOKS: Record< LetterState, Look > = {
	draft: 'quiet',
	sending: 'watch',
	sent: 'good',
	unknown: 'flag',
};

const One = ( { letter, item }: { letter: Letter; item: OffboardingCase } ) => (
	<li className="amicable-case__letter">
		<Link to="case" of={ item.id } params={ { letter: String( letter.id ) } }>
			{ letter.subject || letterName( letter ) }
		</Link>
		<Badge look={ LOOKS[ letter.state ] }>{ letterStates()[ letter.state ] }</Badge>
		<time className="amicable-muted" dateTime={ letter.sent_at ?? letter.updated_at }>
			{ formatDateTime( letter.sent_at ?? letter.updated_at ) }
		</time>
	</li>
);

/** What was written in this case: drafts, and what went out as it went out. */
export function Letters( { item }: { item: OffboardingCase } ) {
	const { page, error, isLoading } = useLetters( item.id );
	const { invalidateResolution } = useDispatch( lettersStore );
	return (
		<Panel
			id="amicable-case-letters"
			title={ __( 'Messages', 'amicable' ) }
			isBusy={ isLoading }
		>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The messages could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getList', [ item.id ] ) }
				/>
			) }
			{ ! page && isLoading && <Skeleton lines={ 2 } height={ 24 } /> }
			{ page && page.items.length === 0 && (
				<p className="amicable-muted">
					{ __(
						'Nothing was written in this case yet. What goes out stays here as the customer got it.',
						'amicable'
					) }
				</p>
			) }
			{ page && page.items.length > 0 && (
				<ul className="amicable-case__letters">
					{ page.items.map( ( letter ) => (
						<One key={ letter.id } letter={ letter } item={ item } />
					) ) }
				</ul>
			) }
		</Panel>
	);
}
