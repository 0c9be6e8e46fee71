import { __ } from '@wordpress/i18n';
import { MoneyText, RatioText } from '../../components/money-text';
import { Unknown } from '../../components/unknown';
import type { RowMoney } from '../../data/customers/schema';
import { plain, type Column } from './column';

const sure = ( money: RowMoney ) => ( {
	approximate: money.approximate,
	atLeast: money.at_least,
} );

const amount = (
	id: string,
	label: string,
	pick: ( money: RowMoney ) => RowMoney[ 'margin' ],
	isSure = false
) =>
	plain( id, label, ( { item: { money } } ) =>
		money ? (
			<MoneyText money={ pick( money ) } { ...( isSure ? {} : sure( money ) ) } />
		) : (
			<Unknown />
		)
	);

/** All in the currency that customers are compared in. */
export const moneyFields = (): Column[] => [
	amount( 'paid_base', __( 'Paid', 'amicable' ), ( { paid_base: paid } ) => paid, true ),
	amount( 'gross_base', __( 'Before refunds', 'amicable' ), ( money ) => money.gross_base, true ),
	amount( 'value', __( 'Paid less fees', 'amicable' ), ( { value } ) => value, true ),
	amount( 'support_cost', __( 'Support cost', 'amicable' ), ( money ) => money.support_cost ),
	amount( 'margin', __( 'Margin', 'amicable' ), ( { margin } ) => margin ),
	plain( 'ratio', __( 'Cost ÷ paid', 'amicable' ), ( { item: { money } } ) =>
		money ? <RatioText ratio={ money.ratio } { ...sure( money ) } /> : <Unknown />
	),
];
