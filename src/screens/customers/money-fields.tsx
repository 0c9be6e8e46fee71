import { __ } from '@wordpress/i18n';
import { MoneyText, RatioText } from '../../components/money-text';
import { Unknown } from '../../components/unknown';
import type { RowMoney } from '../../data/customers/schema';
import type { Certainty } from '../../format/money';
import { plain, type Column } from './column';

const sure = ( money: RowMoney ) => ( {
	approximate: money.approximate,
	atLeast: money.at_least,
} );

/** Cost that is at least so much leaves at most so much. */
const left = ( money: RowMoney ) => ( {
	approximate: money.approximate,
	atMost: money.at_least,
} );

const exact = () => ( {} );

const amount = (
	id: string,
	label: string,
	pick: ( money: RowMoney ) => RowMoney[ 'margin' ],
	certainty: ( money: RowMoney ) => Certainty
) =>
	plain( id, label, ( { item: { money } } ) =>
		money ? <MoneyText money={ pick( money ) } { ...certainty( money ) } /> : <Unknown />
	);

/** All in the currency that customers are compared in. */
export const moneyFields = (): Column[] => [
	amount( 'paid_base', __( 'Paid', 'amicable' ), ( { paid_base: paid } ) => paid, exact ),
	amount(
		'gross_base',
		__( 'Before refunds', 'amicable' ),
		( money ) => money.gross_base,
		exact
	),
	amount( 'value', __( 'Paid less fees', 'amicable' ), ( { value } ) => value, exact ),
	amount(
		'support_cost',
		__( 'Support cost', 'amicable' ),
		( money ) => money.support_cost,
		sure
	),
	amount( 'margin', __( 'Margin', 'amicable' ), ( { margin } ) => margin, left ),
	plain( 'ratio', __( 'Cost ÷ paid', 'amicable' ), ( { item: { money } } ) =>
		money ? <RatioText ratio={ money.ratio } { ...sure( money ) } /> : <Unknown />
	),
];
