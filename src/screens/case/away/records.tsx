import { __ } from '@wordpress/i18n';
import { LinkButton } from '../../../components/link-button';
import { Panel } from '../../../components/panel';
import { can } from '../../../data/boot';
import type { CasePanelProps } from '../panels';

/** What was written down about this case by itself. */
export const Records = ( { item }: CasePanelProps ) => (
	<Panel id="amicable-case-records" title={ __( 'Records', 'amicable' ) }>
		<div className="amicable-case__buttons">
			{ can( 'amicable_offboard' ) && (
				<LinkButton variant="secondary" to="evidence" of={ item.id }>
					{ __( 'Evidence', 'amicable' ) }
				</LinkButton>
			) }
			{ can( 'amicable_settings' ) && (
				<LinkButton variant="secondary" to="log" params={ { case: String( item.id ) } }>
					{ __( 'Log', 'amicable' ) }
				</LinkButton>
			) }
		</div>
	</Panel>
);
