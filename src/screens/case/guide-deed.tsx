import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { LinkButton } from '../../components/link-button';
import { can } from '../../data/boot';
import type { OffboardingCase, Stage } from '../../data/cases/schema';
import type { Advice, Of } from './advice';
import { suggested } from './advice-words';
import { choose, MoveOn, open, Write } from './guide-write';
import { planOf } from './view';

export type GuideProps = { item: OffboardingCase; onChoose: ( stage: Stage ) => void };
type DeedProps = GuideProps & { advice: Advice };
type SuggestedProps = GuideProps & { advice: Of< 'suggested' > };

/** A refund is made for an order; a case about none leads to all of them. */
const AgreedRefund = ( { item, label }: { item: OffboardingCase; label: string } ) =>
	item.order ? (
		<LinkButton variant="primary" to="run" params={ planOf( item, 'agreed' ) }>
			{ label }
		</LinkButton>
	) : (
		<LinkButton
			variant="primary"
			to="customer"
			of={ item.customer_id }
			params={ { tab: 'orders' } }
		>
			{ label }
		</LinkButton>
	);

/** A stage that is reached by saying so, or by a refund. */
function Suggested( { item, advice: { reason, to }, onChoose }: SuggestedProps ) {
	if ( ! to ) {
		return null;
	}
	const label = suggested( { reason, to } );
	if ( to === 'agreed' ) {
		return can( 'amicable_offboard' ) ? <AgreedRefund item={ item } label={ label } /> : null;
	}
	return (
		<Button __next40pxDefaultSize variant="primary" onClick={ () => onChoose( to ) }>
			{ label }
		</Button>
	);
}

/** The button for the next thing. */
export function Deed( { item, advice, onChoose }: DeedProps ) {
	switch ( advice.kind ) {
		case 'settle':
		case 'go_on':
			return (
				<Button
					__next40pxDefaultSize
					variant="primary"
					onClick={ () => open( item, advice.letter ) }
				>
					{ __( 'Open the message', 'amicable' ) }
				</Button>
			);
		case 'move_on':
			return <MoveOn item={ item } advice={ advice } />;
		case 'write':
			return <Write item={ item } advice={ advice } />;
		case 'suggested':
			return <Suggested item={ item } advice={ advice } onChoose={ onChoose } />;
		case 'over':
			return item.answers_again ? (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => choose( item, 'second_chance' ) }
				>
					{ __( 'Write to the customer', 'amicable' ) }
				</Button>
			) : null;
		case 'part':
			return can( 'amicable_offboard' ) ? (
				<LinkButton variant="primary" to="run" params={ planOf( item, 'offboarding' ) }>
					{ __( 'Part ways…', 'amicable' ) }
				</LinkButton>
			) : null;
		case 'run':
			return (
				<LinkButton variant="primary" to="run" of={ advice.run }>
					{ __( 'See the run', 'amicable' ) }
				</LinkButton>
			);
		default:
			return null;
	}
}
