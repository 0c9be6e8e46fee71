import { RadioControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { Panel } from '../../../components/panel';
import { Skeleton } from '../../../components/skeleton';
import { useAct } from '../../../components/use-act';
import { cause as causeSchema, type Cause } from '../../../data/cases/schema';
import { casesStore } from '../../../data/cases/store';
import { useChance } from '../../../data/chances/hooks';
import type { Chance } from '../../../data/chances/schema';
import { formatDate, formatRelative } from '../../../format/dates';
import { mayGive } from '../../../format/may-give';
import type { CasePanelProps } from '../panels';
import { Book } from './book';
import { Claims } from './claims';
import { Deeds } from './deeds';
import { Waiting } from './waiting';
import { causeNames, givingWords } from './words';

const causes = () =>
	causeSchema.options.map( ( value ) => ( { value, label: causeNames()[ value ] } ) );

/** The first question: why, before any solution. */
function Why( { item, onStale }: CasePanelProps ) {
	const { note } = useDispatch( casesStore );
	const { act, isBusy, error } = useAct();
	const [ chosen, setChosen ] = useState< Cause >();
	const choose = ( value: string ) => {
		const { data: cause } = causeSchema.safeParse( value );
		if ( cause && cause !== item.cause ) {
			setChosen( cause );
			act( () => note( item, { cause } ) );
		}
	};
	return (
		<>
			<RadioControl
				className="amicable-chance__why"
				label={ __( 'Why are they angry?', 'amicable' ) }
				selected={ ( isBusy ? chosen : item.cause ) ?? '' }
				options={ causes() }
				onChange={ choose }
			/>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'That was not saved.', 'amicable' ) }
					error={ error }
					onRetry={ onStale }
				/>
			) }
		</>
	);
}

const limitOf = ( { money }: Chance ) =>
	money?.may_give ? mayGive( money.may_give, money ) : undefined;

function apologyOf( { apology }: Chance ) {
	if ( ! apology ) {
		return undefined;
	}
	return apology.given_at
		? sprintf(
				/* translators: 1: date of the apology, 2: date since when it was owed. */
				__( 'Apologized on %1$s; owed since %2$s.', 'amicable' ),
				formatDate( apology.given_at ),
				formatDate( apology.since )
			)
		: sprintf(
				/* translators: %s: a time ago, such as "2 days ago". */
				__( 'An apology is owed since %s.', 'amicable' ),
				formatRelative( apology.since )
			);
}

const warningOf = ( { warning }: Chance ) =>
	warning &&
	sprintf(
		/* translators: 1: date of a warning, 2: date until which it counts. */
		__( 'Warned on %1$s; it counts until %2$s.', 'amicable' ),
		formatDate( warning.at ),
		formatDate( warning.counts_until )
	);

/** What to keep in mind. What to do next is said in one place, above. */
function Facts( { chance }: { chance: Chance } ) {
	const lines = [
		chance.route && givingWords()[ chance.route.giving ],
		chance.route?.giving !== 'nothing' && limitOf( chance ),
		apologyOf( chance ),
		warningOf( chance ),
		chance.do_not_answer && __( 'They asked for no answer.', 'amicable' ),
		chance.threatened &&
			__(
				'A threat is in the air. Answer as if it had not been said: what everybody gets, no more and no less.',
				'amicable'
			),
	].filter( ( line ) => typeof line === 'string' );
	return lines.length === 0 ? null : (
		<ul className="amicable-chance__facts">
			{ lines.map( ( line ) => (
				<li key={ line }>{ line }</li>
			) ) }
		</ul>
	);
}

/** Help before anything hard is said: why, what to do, what was done and promised. */
export function SecondChance( { item, onStale }: CasePanelProps ) {
	const { chance, error } = useChance( item );
	return (
		<Panel
			id="amicable-case-chance"
			title={ __( 'Second chance', 'amicable' ) }
			isBusy={ ! chance }
		>
			{ ! chance && ! error && <Skeleton lines={ 6 } /> }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'This part could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ onStale }
				/>
			) }
			{ chance && (
				<div className="amicable-chance">
					<Facts chance={ chance } />
					<Waiting chance={ chance } />
					<Why item={ item } onStale={ onStale } />
					<Deeds chance={ chance } />
					<Claims chance={ chance } customer={ item.customer_id } />
					<Book chance={ chance } />
				</div>
			) }
		</Panel>
	);
}
