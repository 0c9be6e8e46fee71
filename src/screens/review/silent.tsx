import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { useAct } from '../../components/use-act';
import { can } from '../../data/boot';
import type { SilentRule } from '../../data/review/schema';
import { reviewStore } from '../../data/review/store';
import { formatDate } from '../../format/dates';
import { formatNumber } from '../../format/numbers';

function Item( { rule: { rule, confirmed, dismissed, since } }: { rule: SilentRule } ) {
	const { heedRule } = useDispatch( reviewStore );
	const { act, isBusy, error } = useAct();
	return (
		<li className="amicable-review__item">
			<p className="amicable-review__more">
				<code>{ rule }</code>{ ' ' }
				{ sprintf(
					/* translators: 1 and 2: how often people said so, 3: date. */
					__( 'Dismissed: %1$s. Confirmed: %2$s. Silent since %3$s.', 'amicable' ),
					formatNumber( dismissed ),
					formatNumber( confirmed ),
					formatDate( since )
				) }
			</p>
			{ can( 'amicable_settings' ) && (
				<div>
					<Button
						variant="tertiary"
						size="compact"
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ () => act( () => heedRule( rule ) ) }
					>
						{ __( 'Heed it again', 'amicable' ) }
					</Button>
				</div>
			) }
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'This was not saved.', 'amicable' ) } error={ error } />
			) }
		</li>
	);
}

/** Rules that your people proved wrong. */
export const SilentRules = ( { rules }: { rules: SilentRule[] } ) => (
	<Panel id="amicable-review-silent" title={ __( 'Rules that went silent', 'amicable' ) }>
		<p className="amicable-muted">
			{ __( 'So often dismissed that what they find no longer counts.', 'amicable' ) }
		</p>
		<ul className="amicable-review__list">
			{ rules.map( ( rule ) => (
				<Item key={ rule.rule } rule={ rule } />
			) ) }
		</ul>
	</Panel>
);
