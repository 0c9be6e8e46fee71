import { createInterpolateElement } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import { barsOf, scaleOf, type Bar, type Step } from '../../charts/waterfall';
import { WaterfallBar } from '../../charts/waterfall-bar';
import { DataTable } from '../../components/data-table';
import { MoneyText, RatioText } from '../../components/money-text';
import { Panel } from '../../components/panel';
import type { CustomerDetail, RowMoney } from '../../data/customers/schema';
import { knownSince } from '../../format/known-since';
import { mayGive } from '../../format/may-give';
import { formatPercent } from '../../format/numbers';
import { Hours } from './hours';
import { Lines } from './lines';
import { stepsOf } from './steps';

const sure = ( money: RowMoney ) => ( { approximate: money.approximate, atLeast: money.at_least } );

/** Only what support is in it can be an estimate. */
const isEstimated = ( { id }: Step ) => id === 'support';

function Waterfall( { steps, money }: { steps: Step[]; money: RowMoney } ) {
	const currency = money.paid_base?.currency ?? '';
	const bars = barsOf( steps );
	const at = scaleOf( bars );
	// Bars of what was taken away are negative: at least so much of it is at most that number.
	const certainty = ( bar: Bar ) => {
		const isConcerned = isEstimated( bar ) || bar.id === 'margin';
		return isConcerned ? { approximate: money.approximate, atMost: money.at_least } : {};
	};
	return (
		<DataTable
			caption={ __( 'From ordered to margin', 'amicable' ) }
			isCaptionHidden
			rows={ bars }
			keyOf={ ( { id } ) => id }
			columns={ [
				{
					id: 'step',
					label: _x( 'Step', 'line of a calculation', 'amicable' ),
					render: ( { label, isSum } ) => ( isSum ? <strong>{ label }</strong> : label ),
				},
				{
					id: 'bar',
					label: '',
					render: ( bar ) => <WaterfallBar bar={ bar } at={ at } />,
				},
				{
					id: 'amount',
					label: __( 'Amount', 'amicable' ),
					isNumber: true,
					render: ( bar ) => (
						<MoneyText
							money={ { minor: bar.minor, currency } }
							{ ...certainty( bar ) }
						/>
					),
				},
			] }
		/>
	);
}

/** Where the figures come from, so that nobody has to trust a sign. */
function Footnotes( { customer, money }: { customer: CustomerDetail; money: RowMoney } ) {
	const { minutes_estimated_share: share, unconverted_reason: reason } = customer;
	const since = money.support_known_since;
	const notes = [
		reason,
		since && knownSince( since, money.at_least ),
		share &&
			sprintf(
				/* translators: %s: percentage. */
				__(
					'≈ : %s of the minutes are estimated from replies and reading time.',
					'amicable'
				),
				formatPercent( share )
			),
	].filter( Boolean );
	return (
		<ul className="amicable-customer__notes">
			{ notes.map( ( note ) => (
				<li key={ note }>{ note }</li>
			) ) }
		</ul>
	);
}

/** A number to be generous by, as far as the margin reaches. */
function MayGive( { customer, money }: { customer: CustomerDetail; money: RowMoney } ) {
	if ( ! money.may_give || customer.blocked ) {
		return null;
	}
	const sentence = mayGive( money.may_give, money );
	return <p className="amicable-customer__give">{ sentence }</p>;
}

/** What the customer brought and what they cost; hours alone where money is not to be seen. */
export function Economics( { customer }: { customer: CustomerDetail } ) {
	const { money } = customer;
	const steps = stepsOf( customer );
	return (
		<Panel
			id="amicable-economics"
			title={ __( 'Brought and cost', 'amicable' ) }
			aside={
				money && (
					<span>
						{ createInterpolateElement(
							/* translators: <ratio/> is support cost over what was paid, such as "2.3×". */
							__( 'Cost ÷ paid: <ratio/>', 'amicable' ),
							{ ratio: <RatioText ratio={ money.ratio } { ...sure( money ) } /> }
						) }
					</span>
				)
			}
		>
			{ money && <MayGive customer={ customer } money={ money } /> }
			{ money && steps && <Waterfall steps={ steps } money={ money } /> }
			{ money && ! steps && <Lines customer={ customer } money={ money } /> }
			<Hours customer={ customer } />
			{ money && <Footnotes customer={ customer } money={ money } /> }
		</Panel>
	);
}
