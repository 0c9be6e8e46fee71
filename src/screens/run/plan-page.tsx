import { Button, Notice } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { newKey } from '../../data/key';
import { errorOf, errorsOf } from '../../data/field-errors';
import { usePlan } from '../../data/offboardings/hooks';
import type { Plan, PlanRequest } from '../../data/offboardings/schema';
import { offboardingsStore } from '../../data/offboardings/store';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { chosen, endsLicenses, USUAL, type Choice } from './choice';
import { Confirm } from './confirm';
import { LicensesEnd } from './licenses-end';
import { LimitLines } from './limits';
import { ClosingDates } from './closing-dates';
import { PlanLines } from './plan-lines';
import { ReceiptOption } from './receipt-option';
import { Totals } from './totals';
import { startOf } from './view';
import { runKindHints, runKindNames } from './words';

type Props = {
	request: PlanRequest;
	caseId?: number | undefined;
	/** The case skipped stages, or has none: a reason is asked for. */
	reasonNeeded: boolean;
	onStarted: ( runId: number ) => void;
	/** Stands in place of the sums where there is a choice of them. */
	children?: ReactNode;
};

/** One key for one intention: a retry after a lost answer is the same start. */
const useStart = (
	plan: Plan | undefined,
	choice: Choice,
	caseId: number | undefined,
	onStarted: Props[ 'onStarted' ]
) => {
	const { start, approve } = useDispatch( offboardingsStore );
	const [ state, setState ] = useState< { busy: boolean; error?: unknown } >( { busy: false } );
	const options = chosen( plan, choice );
	const key = useMemo( newKey, [ plan?.hash, JSON.stringify( options ) ] );
	const begin = async ( reason: string ) => {
		if ( ! plan ) {
			return;
		}
		setState( { busy: true } );
		try {
			const more = {
				...( caseId && { case_id: caseId } ),
				...( reason && { reason } ),
				...options,
			};
			const { id, allowed } = await start( startOf( plan, more ), key );
			// What stands in the way of the approval by now is said where it is asked for again: on the page of the run.
			if ( plan.approves && allowed.includes( 'approve' ) ) {
				await approve( id ).catch( () => undefined );
			}
			onStarted( id );
		} catch ( error ) {
			setState( { busy: false, error } );
		}
	};
	return { ...state, begin };
};

export function PlanPage( { request, caseId, reasonNeeded, onStarted, children }: Props ) {
	const { plan, error, isLoading } = usePlan( request );
	const { invalidateResolutionForStoreSelector: forget } = useDispatch( offboardingsStore );
	const again = () => forget( 'getPlan' );
	const [ choice, setChoice ] = useState( USUAL );
	const { busy, error: refused, begin } = useStart( plan, choice, caseId, onStarted );

	return (
		<section
			className="amicable-screen amicable-run"
			aria-labelledby="amicable-run"
			aria-busy={ isLoading }
		>
			<ScreenTitle id="amicable-run" title={ runKindNames()[ request.kind ] }>
				<LinkButton variant="tertiary" to="customer" of={ request.customer_id }>
					{ __( 'To the customer', 'amicable' ) }
				</LinkButton>
			</ScreenTitle>
			<p className="amicable-run__intro">{ runKindHints()[ request.kind ] }</p>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The plan could not be made.', 'amicable' ) }
					error={ error }
					onRetry={ again }
				/>
			) }
			{ isLoading && ! plan && <Skeleton lines={ 6 } /> }
			{ plan && ! error && (
				<>
					{ children ?? <Totals plan={ plan } /> }
					{ plan.warnings.map( ( warning ) => (
						<Notice key={ warning } status="warning" isDismissible={ false }>
							{ warning }
						</Notice>
					) ) }
					<ClosingDates plan={ plan } />
					<PlanLines plan={ plan } />
					{ endsLicenses( plan ) && (
						<LicensesEnd
							value={ choice.licensesEnd }
							error={ errorOf( errorsOf( refused ), 'licenses_end' ) }
							onChange={ ( licensesEnd ) => setChoice( { ...choice, licensesEnd } ) }
						/>
					) }
					{ plan.receipt && (
						<ReceiptOption
							receipt={ plan.receipt }
							choice={ choice }
							onChange={ setChoice }
						/>
					) }
					<LimitLines plan={ plan } />
					{ Boolean( refused ) && (
						<ErrorNotice
							message={ __( 'Nothing was started.', 'amicable' ) }
							error={ refused }
							onRetry={ again }
						/>
					) }
					{ plan.items.some( ( { action } ) => action === 'do' ) ? (
						<Confirm
							plan={ plan }
							reasonNeeded={ reasonNeeded }
							busy={ busy }
							onStart={ begin }
						/>
					) : (
						<p>{ __( 'There is nothing left to do here.', 'amicable' ) }</p>
					) }
					<Button variant="tertiary" onClick={ again } disabled={ busy }>
						{ __( 'Look again', 'amicable' ) }
					</Button>
				</>
			) }
		</section>
	);
}
