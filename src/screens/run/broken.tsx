import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { LinkButton } from '../../components/link-button';
import type { Run } from '../../data/offboardings/schema';
import { formatDateTime } from '../../format/dates';

/** What was proven no longer holds. Nothing is done about it until a person does. */
export const Broken = ( { run }: { run: Run } ) =>
	run.broken_at ? (
		<Notice className="amicable-error" status="error" isDismissible={ false }>
			<p className="amicable-error__message">
				{ sprintf(
					/* translators: %s: date and time. */
					__( 'Something that was closed is open again, seen on %s.', 'amicable' ),
					formatDateTime( run.broken_at )
				) }
			</p>
			<p>
				{ __(
					'Nothing is done about it by itself. Look at the lines marked as open: finish them, or say why they may stay.',
					'amicable'
				) }
			</p>
			<LinkButton variant="secondary" to="loose-ends">
				{ __( 'To the loose ends', 'amicable' ) }
			</LinkButton>
		</Notice>
	) : null;
