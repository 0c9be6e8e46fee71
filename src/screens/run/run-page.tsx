import { speak } from '@wordpress/a11y';
import { ProgressBar } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { useRun } from '../../data/offboardings/hooks';
import type { Run } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';
import { formatDateTime } from '../../format/dates';
import { Broken } from './broken';
import { Countdown } from './countdown';
import { Disputes } from './disputes';
import { Proof } from './proof';
import { Buttons } from './run-buttons';
import { StepList } from './step-list';
import { useDrive } from './use-drive';
import { runStateHints, runStateNames } from './words';

function heading( { kind, customer_name: name }: Run ): string {
	switch ( kind ) {
		case 'part_ways':
			/* translators: %s: name of a customer. */
			return sprintf( __( 'Part ways with %s', 'amicable' ), name );
		case 'finish':
			/* translators: %s: name of a customer. */
			return sprintf( __( 'Finish what was left open for %s', 'amicable' ), name );
		default:
			/* translators: %s: name of a customer. */
			return sprintf( __( 'Refund for %s', 'amicable' ), name );
	}
}

const startedLine = ( { id, started_by: who, created_at: at }: Run ) =>
	sprintf(
		/* translators: 1: number of the run, 2: name of a person, 3: date and time. */
		__( 'Run %1$d, started by %2$s on %3$s', 'amicable' ),
		id,
		who ?? __( 'somebody who has left', 'amicable' ),
		formatDateTime( at )
	);

/** Where nobody else may approve, whoever started it may. */
const stateHint = ( { state, allowed }: Run ) =>
	state === 'awaiting_approval' && allowed.includes( 'approve' )
		? __( 'Nothing happens until you approve it.', 'amicable' )
		: runStateHints()[ state ];

const approvedLine = ( who: string ) =>
	/* translators: %s: name of a person. */
	sprintf( __( 'Approved by %s', 'amicable' ), who );

function Progress( { run: { progress } }: { run: Run } ) {
	const text = sprintf(
		/* translators: 1: steps done, 2: all steps. */
		__( '%1$d of %2$d steps', 'amicable' ),
		progress.done,
		progress.total
	);
	const percent = progress.total > 0 ? ( 100 * progress.done ) / progress.total : 100;
	return (
		<div className="amicable-run__progress">
			<ProgressBar value={ percent } aria-label={ text } />
			<span>{ text }</span>
		</div>
	);
}

/** A run while it goes on, and its receipt once it is over. */
export function RunPage( { id }: { id: number } ) {
	const { run, error, isLoading } = useRun( id );
	const { invalidateResolution } = useDispatch( offboardingsStore );
	const driveError = useDrive( run );
	const state = run?.state;
	useEffect( () => {
		if ( state ) {
			speak( `${ runStateNames()[ state ] }. ${ runStateHints()[ state ] }` );
		}
	}, [ state ] );
	const again = () => invalidateResolution( 'getRun', [ id ] );

	return (
		<section
			className="amicable-screen amicable-run"
			aria-labelledby="amicable-run"
			aria-busy={ isLoading }
		>
			<ScreenTitle
				id="amicable-run"
				title={
					run
						? heading( run )
						: _x( 'Run', 'a refund or a parting that is carried out', 'amicable' )
				}
			>
				{ run && (
					<LinkButton variant="tertiary" to="customer" of={ run.customer_id }>
						{ __( 'To the customer', 'amicable' ) }
					</LinkButton>
				) }
			</ScreenTitle>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The run could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ again }
				/>
			) }
			{ isLoading && ! run && <Skeleton lines={ 6 } /> }
			{ run && (
				<>
					<p className="amicable-run__intro">
						{ startedLine( run ) }
						{ run.approved_by && (
							<>
								<br />
								{ approvedLine( run.approved_by ) }
							</>
						) }
					</p>
					<Broken run={ run } />
					<div className={ `amicable-run__status is-${ run.state }` }>
						<strong>{ runStateNames()[ run.state ] }</strong>
						<p>{ stateHint( run ) }</p>
						<Countdown run={ run } />
						{ run.state !== 'stopped' && <Progress run={ run } /> }
					</div>
					{ Boolean( driveError ) && (
						<ErrorNotice
							message={ __(
								'The next step could not be asked for. It is tried again.',
								'amicable'
							) }
							error={ driveError }
						/>
					) }
					<Disputes run={ run } />
					<Buttons run={ run } />
					<StepList run={ run } />
					<Proof run={ run } />
				</>
			) }
		</section>
	);
}
