import { __ } from '@wordpress/i18n';
import type { Money } from '../data/common';
import { formatMoney, signed, spoken, type Certainty } from '../format/money';
import { formatRatio } from '../format/numbers';
import { Unknown } from './unknown';

type Props = Certainty & {
	/** Null: not known. Undefined: not for this person, so nothing is shown. */
	money: Money | null | undefined;
};

/** Signs for eyes, words for ears. */
export function Certain( { text, ...certainty }: Certainty & { text: string } ) {
	const shown = signed( text, certainty );
	if ( shown === text ) {
		return <span className="amicable-number">{ text }</span>;
	}
	return (
		<span className="amicable-number">
			<span aria-hidden="true">{ shown }</span>
			<span className="screen-reader-text">{ spoken( text, certainty ) }</span>
		</span>
	);
}

export function MoneyText( { money, ...certainty }: Props ) {
	if ( money === undefined ) {
		return null;
	}
	return money ? <Certain text={ formatMoney( money ) } { ...certainty } /> : <Unknown />;
}

export function RatioText( { ratio, ...certainty }: Certainty & { ratio: number | null } ) {
	return ratio === null ? (
		<Unknown />
	) : (
		<Certain text={ formatRatio( ratio ) } { ...certainty } />
	);
}

/** One sum for each currency: they are never added. */
export function MoneyList( { amounts }: { amounts: Money[] } ) {
	if ( amounts.length === 0 ) {
		return <span className="amicable-muted">{ __( 'nothing', 'amicable' ) }</span>;
	}
	return (
		<span className="amicable-amounts">
			{ amounts.map( ( money ) => (
				<span key={ money.currency } className="amicable-number">
					{ formatMoney( money ) }
				</span>
			) ) }
		</span>
	);
}
