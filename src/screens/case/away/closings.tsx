import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { Panel } from '../../../components/panel';
import { useClosings } from '../../../data/closings/hooks';
import { closingsStore } from '../../../data/closings/store';
import type { CasePanelProps } from '../panels';
import { ClosingItem } from './closing-item';
import { Notices } from './notices';

/** Until when the data of services can be fetched, what was said about it, and the proof of the handing over. Nothing where no service was sold. */
export function ClosingsPanel( { item }: CasePanelProps ) {
	const { list, error } = useClosings( item.id );
	const { invalidateResolution } = useDispatch( closingsStore );
	if ( error ) {
		return (
			<ErrorNotice
				message={ __( 'The closing dates could not be loaded.', 'amicable' ) }
				error={ error }
				onRetry={ () => invalidateResolution( 'getList', [ item.id ] ) }
			/>
		);
	}
	if ( ! list || list.closings.length === 0 ) {
		return null;
	}
	return (
		<Panel id="amicable-case-closings" title={ __( 'Data and closing dates', 'amicable' ) }>
			<p>
				{ __(
					'Until these days only questions about fetching data are answered. A notice goes out 14 and 3 days before, and on the day.',
					'amicable'
				) }
			</p>
			{ list.closings.map( ( closing ) => (
				<ClosingItem key={ closing.id } closing={ closing } />
			) ) }
			<Notices notices={ list.notices } />
		</Panel>
	);
}
