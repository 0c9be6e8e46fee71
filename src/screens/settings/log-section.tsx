import { __ } from '@wordpress/i18n';
import { LinkButton } from '../../components/link-button';
import { Panel } from '../../components/panel';

export const LogSection = () => (
	<Panel id="amicable-settings-log" title={ __( 'The log', 'amicable' ) }>
		<p>
			{ __(
				'Who did what, and when. Rows are only ever added, and each follows from the one before it.',
				'amicable'
			) }
		</p>
		<LinkButton variant="secondary" to="log">
			{ __( 'Open the log', 'amicable' ) }
		</LinkButton>
	</Panel>
);
