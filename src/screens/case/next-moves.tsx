import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { LinkButton } from '../../components/link-button';
import { can } from '../../data/boot';
import type { OffboardingCase, Stage } from '../../data/cases/schema';
import { planOf, wantsRun } from './view';
import { stageNames } from '../../format/words';

type Props = {
	item: OffboardingCase;
	chosen: Stage | undefined;
	onChoose: ( stage: Stage ) => void;
};

function RunButton( { item, to }: { item: OffboardingCase; to: Stage } ) {
	if ( ! can( 'amicable_offboard' ) || ( to === 'agreed' && ! item.order ) ) {
		return null;
	}
	return (
		<LinkButton variant="secondary" to="run" params={ planOf( item, to ) }>
			{ to === 'offboarding'
				? __( 'Part ways…', 'amicable' )
				: __( 'Refund as agreed…', 'amicable' ) }
		</LinkButton>
	);
}

/** What may come next. What is shut says why when it is looked at. */
export function NextMoves( { item, chosen, onChoose }: Props ) {
	const runs = item.next.filter( ( { to } ) => wantsRun( to ) && item.stage !== 'offboarding' );
	const talks = item.next.filter( ( next ) => ! runs.includes( next ) );
	if ( item.next.length === 0 && ! item.run_id ) {
		return null;
	}
	return (
		<details className="amicable-case__next" open={ Boolean( chosen ) }>
			<summary>{ __( 'Other ways', 'amicable' ) }</summary>
			<div className="amicable-case__buttons">
				{ talks.map( ( { to } ) => (
					<Button
						key={ to }
						__next40pxDefaultSize
						variant="secondary"
						isPressed={ chosen === to }
						onClick={ () => onChoose( to ) }
					>
						{ stageNames()[ to ] }
					</Button>
				) ) }
				{ runs.map( ( { to } ) => (
					<RunButton key={ to } item={ item } to={ to } />
				) ) }
				{ item.run_id && (
					<LinkButton variant="tertiary" to="run" of={ item.run_id }>
						{ __( 'See the run', 'amicable' ) }
					</LinkButton>
				) }
			</div>
		</details>
	);
}
