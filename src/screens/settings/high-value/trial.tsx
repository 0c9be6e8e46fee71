import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import type { HighValue, HighValueTried } from '../../../data/settings/high-value';
import { settingsStore } from '../../../data/settings/store';
import { formatMoney } from '../../../format/money';
import { formatNumber } from '../../../format/numbers';

const sentence = ( { customers, begins }: HighValueTried ) =>
	begins
		? sprintf(
				/* translators: 1: number of customers, 2: amount of money. */
				_n(
					'That would be %1$s customer. It begins at %2$s.',
					'That would be %1$s customers. It begins at %2$s.',
					customers,
					'amicable'
				),
				formatNumber( customers ),
				formatMoney( begins )
			)
		: __( 'There are too few customers to compare: nobody would have it.', 'amicable' );

/** @param props.rule Undefined while it is not complete. */
export function Trial( { rule }: { rule: HighValue | undefined } ) {
	const { tryHighValue } = useDispatch( settingsStore );
	const { act, isBusy, error } = useAct();
	const [ tried, setTried ] = useState< { asked: string; said: string } >();
	const asked = JSON.stringify( rule );
	const ask = async ( one: HighValue ) => {
		const said = sentence( await tryHighValue( one ) );
		setTried( { asked, said } );
		speak( said );
	};
	return (
		<div className="amicable-settings__preview">
			<Button
				__next40pxDefaultSize
				variant="secondary"
				isBusy={ isBusy }
				disabled={ isBusy || ! rule }
				accessibleWhenDisabled
				onClick={ () => rule && act( () => ask( rule ) ) }
			>
				{ __( 'Who would that be?', 'amicable' ) }
			</Button>
			{ /* What was counted for other numbers says nothing about these. */ }
			{ tried && tried.asked === asked && <p>{ tried.said }</p> }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'This could not be counted.', 'amicable' ) }
					error={ error }
				/>
			) }
		</div>
	);
}
