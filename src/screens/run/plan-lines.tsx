import { __ } from '@wordpress/i18n';
import type { Plan, PlanItem } from '../../data/offboardings/schema';
import { formatMoney } from '../../format/money';
import { grouped } from './view';
import { kindNames } from './words';

const actionName = ( { action, method }: PlanItem ) => {
	if ( action === 'skip' ) {
		return __( 'Stays', 'amicable' );
	}
	return method === 'manual' ? __( 'By hand', 'amicable' ) : __( 'Will be done', 'amicable' );
};

const Line = ( { item }: { item: PlanItem } ) => (
	<li className={ `amicable-run__line is-${ item.action }` }>
		<span className="amicable-run__what">{ item.label }</span>
		<span className="amicable-run__amount">{ item.amount && formatMoney( item.amount ) }</span>
		<span className="amicable-run__state">{ actionName( item ) }</span>
		{ item.reason && <p className="amicable-run__why">{ item.reason }</p> }
	</li>
);

/** Every order, subscription, license and download: will, cannot, and why. */
export const PlanLines = ( { plan }: { plan: Plan } ) => (
	<div className="amicable-run__lines">
		{ grouped( plan.items ).map( ( { kind, items } ) => (
			<section key={ kind } aria-labelledby={ `amicable-plan-${ kind }` }>
				<h2 id={ `amicable-plan-${ kind }` }>{ kindNames()[ kind ] }</h2>
				<ul>
					{ items.map( ( item ) => (
						<Line key={ item.key } item={ item } />
					) ) }
				</ul>
			</section>
		) ) }
	</div>
);
