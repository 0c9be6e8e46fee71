import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { useAct } from '../../components/use-act';
import { WordsSaid } from '../../components/words-said';
import type { Right } from '../../data/review/schema';
import { reviewStore } from '../../data/review/store';
import { formatDate } from '../../format/dates';
import { Link } from '../../router/link';

function Item( { right }: { right: Right } ) {
	const { answerRight } = useDispatch( reviewStore );
	const { act, isBusy, error } = useAct();
	return (
		<li className="amicable-review__item">
			<div className="amicable-review__head">
				<Link to="customer" of={ right.customer_id }>
					{ right.name }
				</Link>
				<span className="amicable-muted">
					{ sprintf(
						/* translators: %s: date by which a request has to be answered. */
						__( 'answer by %s', 'amicable' ),
						formatDate( right.due_at )
					) }
				</span>
				{ right.url && <a href={ right.url }>{ __( 'Open the ticket', 'amicable' ) }</a> }
			</div>
			<WordsSaid said={ right.said } />
			<div>
				<Button
					variant="secondary"
					size="compact"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => act( () => answerRight( right.id ) ) }
				>
					{ __( 'It was answered', 'amicable' ) }
				</Button>
			</div>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'This was not saved.', 'amicable' ) } error={ error } />
			) }
		</li>
	);
}

/** Who uses a right gets an answer in time, whatever else there is. */
export const Rights = ( { rights }: { rights: Right[] } ) => (
	<Panel id="amicable-review-rights" title={ __( 'Rights to answer', 'amicable' ) }>
		<p className="amicable-muted">
			{ __(
				'To see or erase personal data, to withdraw: a task with a date, never a mark against anybody.',
				'amicable'
			) }
		</p>
		<ul className="amicable-review__list">
			{ rights.map( ( right ) => (
				<Item key={ right.id } right={ right } />
			) ) }
		</ul>
	</Panel>
);
