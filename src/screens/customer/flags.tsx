import { __, sprintf } from '@wordpress/i18n';
import { FlagBadge } from '../../components/flag-badge';
import { Panel } from '../../components/panel';
import { EvidenceWords } from '../../components/words-said';
import { can } from '../../data/boot';
import type { CustomerDetail, Flag } from '../../data/customers/schema';
import { formatDate, formatDateTime } from '../../format/dates';
import { flagStateNames, levelNames } from '../../format/words';
import { FlagHistory } from './flag-history';
import { measuredWords } from './measured';
import { extraTimeWords, readingWords } from './reading';
import { Review } from './review';

const SHOWN = 3;

const state = ( { level, state: now, until }: Flag ) =>
	until && now === 'snoozed'
		? sprintf(
				/* translators: %s: date. */
				__( 'Snoozed until %s', 'amicable' ),
				formatDate( until )
			)
		: `${ levelNames()[ level ] } · ${ flagStateNames()[ now ] }`;

/** What it means, and what it does not. */
const LegalNotice = () => (
	<p className="amicable-muted">
		{ __(
			'This changes who answers, and says nothing against the customer. Nothing is locked until somebody confirms it.',
			'amicable'
		) }
	</p>
);

function OneFlag( { flag, customer }: { flag: Flag; customer: CustomerDetail } ) {
	return (
		<li className="amicable-customer__flag">
			<div className="amicable-customer__flag-head">
				<FlagBadge flag={ flag } />
				<span className="amicable-muted">
					{ state( flag ) }{ ' ' }
					<time dateTime={ flag.since } title={ formatDateTime( flag.since ) }>
						{ sprintf(
							/* translators: %s: date. */
							__( '(since %s)', 'amicable' ),
							formatDate( flag.since )
						) }
					</time>
				</span>
			</div>
			{ measuredWords( flag, customer ).map( ( sentence ) => (
				<p key={ sentence } className="amicable-customer__measured">
					{ sentence }
				</p>
			) ) }
			{ flag.pattern === 'legal_step' && <LegalNotice /> }
			{ flag.reason && (
				<p className="amicable-muted">
					{ sprintf(
						/* translators: %s: what a person wrote. */
						__( 'Reason: %s', 'amicable' ),
						flag.reason
					) }
				</p>
			) }
			{ flag.mitigators.length > 0 && (
				<>
					<h3 className="amicable-customer__sub">
						{ __( 'In their favor', 'amicable' ) }
					</h3>
					<ul className="amicable-customer__list">
						{ flag.mitigators.map( ( { key, label } ) => (
							<li key={ key }>{ label }</li>
						) ) }
					</ul>
				</>
			) }
			{ flag.evidence.length > 0 && (
				<>
					<h3 className="amicable-customer__sub">
						{ __( 'In their words', 'amicable' ) }
					</h3>
					<ul className="amicable-customer__list">
						{ flag.evidence.slice( 0, SHOWN ).map( ( item ) => (
							<li key={ `${ item.message_id }:${ item.at }` }>
								<EvidenceWords item={ item } />
							</li>
						) ) }
					</ul>
				</>
			) }
			<FlagHistory steps={ flag.history } />
			{ can( 'amicable_cases' ) && flag.state !== 'expired' && (
				<Review flag={ flag } customer={ customer } />
			) }
		</li>
	);
}

/** What was noticed, with the numbers and the words behind it, and what was not looked at. It does nothing by itself. */
export function Flags( { customer }: { customer: CustomerDetail } ) {
	const shown = customer.flags.filter( ( { state: now } ) => now !== 'expired' );
	const says = [ readingWords( customer ), extraTimeWords( customer ) ].filter( Boolean );
	if ( shown.length + says.length === 0 ) {
		return null;
	}
	return (
		<Panel id="amicable-flags" title={ __( 'What was noticed', 'amicable' ) }>
			{ says.map( ( said ) => (
				<p key={ said } className="amicable-muted">
					{ said }
				</p>
			) ) }
			<ul className="amicable-customer__flags">
				{ shown.map( ( flag ) => (
					<OneFlag key={ flag.pattern } flag={ flag } customer={ customer } />
				) ) }
			</ul>
		</Panel>
	);
}
