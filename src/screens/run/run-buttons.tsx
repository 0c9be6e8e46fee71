import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import type { Run } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';

/** What a person may do with the run as a whole. */
export function Buttons( { run }: { run: Run } ) {
	const { stop, resume, approve, check } = useDispatch( offboardingsStore );
	const [ error, setError ] = useState< unknown >();
	const may = ( what: Run[ 'allowed' ][ number ] ) => run.allowed.includes( what );
	return (
		<div className="amicable-run__buttons">
			{ may( 'approve' ) && (
				<Button variant="primary" onClick={ () => approve( run.id ).catch( setError ) }>
					{ __( 'Approve', 'amicable' ) }
				</Button>
			) }
			{ may( 'resume' ) && (
				<Button variant="primary" onClick={ () => resume( run.id ).catch( setError ) }>
					{ __( 'Go on', 'amicable' ) }
				</Button>
			) }
			{ may( 'stop' ) && (
				<Button variant="secondary" onClick={ () => stop( run.id ).catch( setError ) }>
					{ run.state === 'scheduled'
						? _x( 'Stop', 'a run that has not begun, for good', 'amicable' )
						: __( 'Stop what is not begun', 'amicable' ) }
				</Button>
			) }
			{ may( 'check' ) && (
				<Button variant="secondary" onClick={ () => check( run.id ).catch( setError ) }>
					{ __( 'Read it back again', 'amicable' ) }
				</Button>
			) }
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
