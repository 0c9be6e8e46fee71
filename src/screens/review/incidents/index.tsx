import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { Panel } from '../../../components/panel';
import { useIncidents } from '../../../data/incidents/hooks';
import { incidentsStore } from '../../../data/incidents/store';
import { IncidentForm } from './form';
import { IncidentItem } from './item';

/** Where something of ours broke, whoever wrote is not to blame: their tickets are confirmed at once, not one by one. */
export function Incidents() {
	const { list, error } = useIncidents();
	const { invalidateResolution } = useDispatch( incidentsStore );
	const [ isWriting, setWriting ] = useState( false );
	const incidents = list?.incidents ?? [];
	return (
		<Panel
			id="amicable-review-incidents"
			title={ __( 'When something of ours broke', 'amicable' ) }
		>
			<p className="amicable-muted">
				{ __(
					'A bad release, an outage: enter it once, and its tickets leave cost and patterns. When many customers suddenly write about one thing it is proposed here, and nobody is flagged for it until you decide.',
					'amicable'
				) }
			</p>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The incidents could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getList', [] ) }
				/>
			) }
			{ incidents.length > 0 && (
				<ul className="amicable-review__list">
					{ incidents.map( ( incident ) => (
						<IncidentItem key={ incident.id } incident={ incident } />
					) ) }
				</ul>
			) }
			{ isWriting ? (
				<IncidentForm onDone={ () => setWriting( false ) } />
			) : (
				<div>
					<Button variant="secondary" size="compact" onClick={ () => setWriting( true ) }>
						{ __( 'Something of ours broke…', 'amicable' ) }
					</Button>
				</div>
			) }
		</Panel>
	);
}
