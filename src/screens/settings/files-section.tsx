import { __ } from '@wordpress/i18n';
import { LinkButton } from '../../components/link-button';
import { Panel } from '../../components/panel';
import { can } from '../../data/boot';

/** For desks that nothing connects to: their tickets come as files. */
export const FilesSection = () =>
	can( 'amicable_intake' ) ? (
		<Panel id="amicable-settings-files" title={ __( 'Tickets from a file', 'amicable' ) }>
			<p>
				{ __(
					'Bring in the history of your help desk, or a list of your own, as a CSV file. You see what would happen before anything does.',
					'amicable'
				) }
			</p>
			<LinkButton variant="secondary" to="import">
				{ __( 'Import tickets', 'amicable' ) }
			</LinkButton>
		</Panel>
	) : null;
