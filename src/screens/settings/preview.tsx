import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { useAct } from '../../components/use-act';
import type { Preview as Counted, PreviewCounts, Settings } from '../../data/settings/schema';
import { settingsStore } from '../../data/settings/store';
import { formatNumber } from '../../format/numbers';
import { patternNames } from '../../format/words';

const people = ( count: number ) =>
	/* translators: %s: number of customers. */
	sprintf( _n( '%s customer', '%s customers', count, 'amicable' ), formatNumber( count ) );

const line = ( name: string, counts: PreviewCounts | null ) =>
	counts
		? sprintf(
				/* translators: 1: name of a pattern, 2 and 3: such as "31 customers". */
				__( '%1$s: %2$s would need a look, %3$s would be watched.', 'amicable' ),
				name,
				people( counts.flag ),
				people( counts.watch )
			)
		: sprintf(
				/* translators: %s: name of a pattern. */
				__(
					'%s: too many people would have to be looked at while you wait. It can be said only after these numbers are saved.',
					'amicable'
				),
				name
			);

const ORDER = [
	'docs_questions',
	'cost_over_paid',
	'hostile_messages',
	'threat_with_demand',
	'payment_dispute',
	'repeat_refunds',
	'expectations',
	'early_signs',
] as const;

const lines = ( counted: Counted ) =>
	ORDER.map( ( pattern ) => line( patternNames()[ pattern ], counted[ pattern ] ) );

type Props = { patterns: Settings[ 'patterns' ]; isValid: boolean };

/** Whom other lines would show, before they are saved. */
export function Preview( { patterns, isValid }: Props ) {
	const { preview } = useDispatch( settingsStore );
	const { act, isBusy, error } = useAct();
	const [ counted, setCounted ] = useState< Counted | undefined >();
	const asked = JSON.stringify( patterns );
	// What was counted for other numbers says nothing about these.
	useEffect( () => setCounted( undefined ), [ asked ] );
	const ask = () =>
		act( async () => {
			const answer = await preview( { patterns } );
			setCounted( answer );
			speak( lines( answer ).join( ' ' ) );
		} );

	return (
		<div className="amicable-settings__preview">
			<Button
				__next40pxDefaultSize
				variant="secondary"
				onClick={ ask }
				isBusy={ isBusy }
				disabled={ isBusy || ! isValid }
				accessibleWhenDisabled
			>
				{ __( 'Who would show?', 'amicable' ) }
			</Button>
			{ counted && (
				<div>
					<p>{ __( 'On what is known today, about:', 'amicable' ) }</p>
					<ul>
						{ lines( counted ).map( ( text ) => (
							<li key={ text }>{ text }</li>
						) ) }
					</ul>
				</div>
			) }
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'This could not be counted.', 'amicable' ) }
					error={ error }
				/>
			) }
		</div>
	);
}
