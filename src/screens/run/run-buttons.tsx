import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useRef, useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import type { Run } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';
import { GiveAllBack } from './give-back';

/** So long after an answer a click still belongs to the one before it: a second *Stop* would end for good what the first has paused. */
const SECOND_CLICK = 800;

/** One act at a time, however fast somebody clicks; and what went wrong with it. */
function useOneAct(): [ unknown, ( act: () => Promise< unknown > ) => () => void ] {
	const busy = useRef( false );
	const [ error, setError ] = useState< unknown >();
	return [
		error,
		( act ) => () => {
			if ( busy.current ) {
				return;
			}
			busy.current = true;
			setError( undefined );
			act()
				.catch( setError )
				.finally( () => setTimeout( () => ( busy.current = false ), SECOND_CLICK ) );
		},
	];
}

/** What a person may do with the run as a whole. */
export function Buttons( { run }: { run: Run } ) {
	const { stop, resume, approve, check } = useDispatch( offboardingsStore );
	const [ error, once ] = useOneAct();
	const may = ( what: Run[ 'allowed' ][ number ] ) => run.allowed.includes( what );
	return (
		<div className="amicable-run__buttons">
			{ may( 'approve' ) && (
				<Button variant="primary" onClick={ once( () => approve( run.id ) ) }>
					{ __( 'Approve', 'amicable' ) }
				</Button>
			) }
			{ may( 'resume' ) && (
				<Button variant="primary" onClick={ once( () => resume( run.id ) ) }>
					{ __( 'Go on', 'amicable' ) }
				</Button>
			) }
			{ may( 'stop' ) && (
				<Button variant="secondary" onClick={ once( () => stop( run.id ) ) }>
					{ run.state === 'scheduled'
						? _x( 'Stop', 'a run that has not begun, for good', 'amicable' )
						: __( 'Stop what is not begun', 'amicable' ) }
				</Button>
			) }
			{ may( 'check' ) && (
				<Button variant="secondary" onClick={ once( () => check( run.id ) ) }>
					{ __( 'Read it back again', 'amicable' ) }
				</Button>
			) }
			<GiveAllBack run={ run } />
			{ run.state === 'completed' && (
				<Button variant="secondary" onClick={ () => window.print() }>
					{ __( 'Print the receipt', 'amicable' ) }
				</Button>
			) }
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not done.', 'amicable' ) } error={ error } />
			) }
		</div>
	);
}
