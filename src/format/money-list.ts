import { locale } from '../data/boot';
import type { Money } from '../data/common';
import { formatMoney } from './money';

/** Sums of several currencies side by side: they are never added. */
export const formatMoneyList = ( amounts: Money[] ) =>
	new Intl.ListFormat( locale(), { type: 'conjunction' } ).format( amounts.map( formatMoney ) );
