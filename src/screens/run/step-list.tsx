import { __, sprintf } from '@wordpress/i18n';
import type { Run, Step } from '../../data/offboardings/schema';
import { formatMoney } from '../../format/money';
import { GiveBack } from './give-back';
import { Retry } from './retry';
import { Settle } from './settle';
import { grouped, isRetryable, isUndecided } from './view';
import { kindNames, stepStateNames } from './words';

const Line = ( { step, run }: { step: Step; run: Run } ) => (
	<li className={ `amicable-run__line is-${ step.state }` }>
		<span className="amicable-run__what">{ step.label }</span>
		<span className="amicable-run__amount">{ step.amount && formatMoney( step.amount ) }</span>
		<span className={ `amicable-run__state is-${ step.state }` }>
			{ stepStateNames()[ step.state ] }
		</span>
		{ step.message && <p className="amicable-run__why">{ step.message }</p> }
		{ step.receipt && (
			<p className="amicable-run__why">
				{ sprintf(
					/* translators: %s: the gateway's or the store's number of a refund. */
					__( 'Receipt: %s', 'amicable' ),
					step.receipt
				) }
			</p>
		) }
		{ isRetryable( run, step ) && <Retry runId={ run.id } step={ step } /> }
		<GiveBack run={ run } step={ step } />
		{ run.allowed.includes( 'settle' ) && isUndecided( step ) && (
			<Settle runId={ run.id } step={ step } />
		) }
	</li>
);

/** What has happened to each thing, with what proves it. */
export const StepList = ( { run }: { run: Run } ) => (
	<div className="amicable-run__lines">
		{ grouped( run.steps ).map( ( { kind, items } ) => (
			<section key={ kind } aria-labelledby={ `amicable-steps-${ kind }` }>
				<h2 id={ `amicable-steps-${ kind }` }>{ kindNames()[ kind ] }</h2>
				<ul>
					{ items.map( ( step ) => (
						<Line key={ step.key } step={ step } run={ run } />
					) ) }
				</ul>
			</section>
		) ) }
	</div>
);
