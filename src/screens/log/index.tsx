import { useDispatch } from '@wordpress/data';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ListRegion } from '../../components/list-region';
import { ScreenTitle } from '../../components/screen-title';
import { useLog } from '../../data/log/hooks';
import { logStore, type LogFilter } from '../../data/log/store';
import { replaceParams } from '../../router/history';
import { useRoute } from '../../router/use-route';
import type { ScreenProps } from '../../screens';
import { Filter } from './filter';
import { filterOf, paramsOf } from './params';
import { LogTable } from './table';
import { Verify } from './verify';

const nothing = ( filter: LogFilter ) =>
	Object.values( filter ).some( ( value ) => value !== undefined )
		? __( 'Nothing was logged like this.', 'amicable' )
		: __(
				'Nothing was logged yet. What people decide here is written down by itself.',
				'amicable'
			);

/** Who did what and when, newest first; a link to it keeps what it shows. */
export function LogScreen( { params }: ScreenProps ) {
	const route = useRoute();
	const filter = useMemo( () => filterOf( params ), [ params ] );
	const at = Math.max( 1, Number( params.at ?? 1 ) || 1 );
	const query = useMemo( () => ( { ...filter, page: at, per_page: 50 } ), [ at, filter ] );
	const { page, error, isLoading } = useLog( query );
	const { invalidateResolution } = useDispatch( logStore );
	const show = ( to: LogFilter, number = 1 ) => replaceParams( route, paramsOf( to, number ) );
	return (
		<section
			className="amicable-screen amicable-log"
			aria-labelledby="amicable-log"
			aria-busy={ isLoading }
		>
			<ScreenTitle id="amicable-log" title={ __( 'Log', 'amicable' ) } />
			<Verify />
			<Filter filter={ filter } entries={ page?.items ?? [] } onChange={ show } />
			<div className="amicable-panel">
				<ListRegion
					page={ page }
					isLoading={ isLoading }
					error={ error }
					failed={ __( 'The log could not be loaded.', 'amicable' ) }
					empty={ nothing( filter ) }
					at={ at }
					onPage={ ( number ) => show( filter, number ) }
					onRetry={ () => invalidateResolution( 'getPage', [ query ] ) }
				>
					{ ( entries ) => (
						<LogTable
							entries={ entries }
							onOnly={ ( only ) => show( { ...filter, ...only } ) }
						/>
					) }
				</ListRegion>
			</div>
		</section>
	);
}
