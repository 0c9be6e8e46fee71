import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import type { OwnRule, RuleTried } from '../../../data/settings/own-rules';
import { settingsStore } from '../../../data/settings/store';
import { formatNumber } from '../../../format/numbers';

const everybody = ( count: number ) =>
	/* translators: 1: number of customers a rule would have shown, 2: number of customers that were looked at. */
	_n(
		'It would show %1$s of the %2$s customer who ever wrote.',
		'It would show %1$s of the %2$s customers who ever wrote.',
		count,
		'amicable'
	);

const latest = ( count: number ) =>
	/* translators: 1: number of customers a rule would have shown, 2: number of customers that were looked at. */
	_n(
		'It would show %1$s of the %2$s customer who wrote last.',
		'It would show %1$s of the %2$s customers who wrote last.',
		count,
		'amicable'
	);

function sentence( { watch, flag, customers, is_all: isAll }: RuleTried ) {
	const words = isAll ? everybody( customers ) : latest( customers );
	return sprintf( words, formatNumber( watch + flag ), formatNumber( customers ) );
}

type Props = {
	/** Undefined while it is not complete. */
	rule: OwnRule | undefined;
	onKeep: ( rule: OwnRule ) => Promise< unknown >;
	onCancel: () => void;
};

export function Trial( { rule, onKeep, onCancel }: Props ) {
	const { tryRule } = useDispatch( settingsStore );
	const { act, isBusy, error } = useAct();
	const [ tried, setTried ] = useState< { asked: string; said: string } >();
	const asked = JSON.stringify( rule );
	// What was counted for another rule says nothing about this one.
	const said = tried?.asked === asked ? tried.said : undefined;
	const ask = async ( one: OwnRule ) => {
		const answer = sentence( await tryRule( one ) );
		setTried( { asked, said: answer } );
		speak( answer );
	};
	return (
		<>
			{ said && <p>{ said }</p> }
			<div className="amicable-settings__deeds">
				<Button
					variant="secondary"
					disabled={ isBusy || ! rule }
					accessibleWhenDisabled
					onClick={ () => rule && act( () => ask( rule ) ) }
				>
					{ __( 'Try it on history', 'amicable' ) }
				</Button>
				<Button
					variant="primary"
					disabled={ isBusy || ! rule || ! said }
					accessibleWhenDisabled
					onClick={ () => rule && act( () => onKeep( rule ) ) }
				>
					{ __( 'Keep this rule', 'amicable' ) }
				</Button>
				<Button variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'amicable' ) }
				</Button>
			</div>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That did not work.', 'amicable' ) } error={ error } />
			) }
		</>
	);
}
