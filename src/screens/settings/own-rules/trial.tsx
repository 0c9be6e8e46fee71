import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import type { OwnRule, RuleTried } from '../../../data/settings/own-rules';
import { settingsStore } from '../../../data/settings/store';
import { formatNumber } from '../../../format/numbers';

const sentence = ( { watch, flag, customers }: RuleTried ) =>
	sprintf(
		/* translators: 1: number of customers a rule would have shown, 2: number of customers that were looked at. */
		_n(
			'It would show %1$s of the %2$s customer who ever wrote, gave something back or disputed a payment.',
			'It would show %1$s of the %2$s customers who ever wrote, gave something back or disputed a payment.',
			customers,
			'amicable'
		),
		formatNumber( watch + flag ),
		formatNumber( customers )
	);

const soFar = ( { watch, flag, customers }: RuleTried ) =>
	sprintf(
		/* translators: 1: number of customers a rule would have shown, 2: number of customers that were looked at. */
		_n(
			'%1$s of %2$s customer so far …',
			'%1$s of %2$s customers so far …',
			customers,
			'amicable'
		),
		formatNumber( watch + flag ),
		formatNumber( customers )
	);

const NOBODY: RuleTried = { watch: 0, flag: 0, customers: 0, next: 0 };

const sum = ( one: RuleTried, more: RuleTried ): RuleTried => ( {
	watch: one.watch + more.watch,
	flag: one.flag + more.flag,
	customers: one.customers + more.customers,
	next: more.next,
} );

type Props = {
	/** Undefined while it is not complete. */
	rule: OwnRule | undefined;
	onKeep: ( rule: OwnRule ) => Promise< unknown >;
	onCancel: () => void;
};

export function Trial( { rule, onKeep, onCancel }: Props ) {
	const { tryRule } = useDispatch( settingsStore );
	const { act, isBusy, error } = useAct();
	const [ tried, setTried ] = useState< { asked: string; sum: RuleTried } >();
	const [ asking, setAsking ] = useState< string >();
	const asked = JSON.stringify( rule );
	const wanted = useRef< string >();
	wanted.current = asked;
	useEffect( () => () => void ( wanted.current = undefined ), [] );
	// What was counted for another rule says nothing about this one.
	const counted = tried && tried.asked === asked ? tried.sum : undefined;
	const isWhole = counted?.next === null;
	/** Everybody, a slice at a time, while it is still this rule that somebody wants to know about. */
	const ask = async ( one: OwnRule ) => {
		let all = NOBODY;
		setAsking( asked );
		while ( all.next !== null && wanted.current === asked ) {
			all = sum( all, await tryRule( one, all.next ) );
			setTried( { asked, sum: all } );
		}
		if ( all.next === null && wanted.current === asked ) {
			speak( sentence( all ) );
		}
	};
	const begin = ( one: OwnRule ) =>
		act( () =>
			ask( one ).finally( () =>
				setAsking( ( last ) => ( last === asked ? undefined : last ) )
			)
		);
	return (
		<>
			{ counted && <p>{ isWhole ? sentence( counted ) : soFar( counted ) }</p> }
			{ ! counted && asking === asked && <p>{ __( 'Counting …', 'amicable' ) }</p> }
			<div className="amicable-settings__deeds">
				<Button
					variant="secondary"
					disabled={ isBusy || ! rule }
					accessibleWhenDisabled
					onClick={ () => rule && begin( rule ) }
				>
					{ __( 'Try it on history', 'amicable' ) }
				</Button>
				<Button
					variant="primary"
					disabled={ isBusy || ! rule || ! isWhole }
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
