import { __ } from '@wordpress/i18n';
import type { Plan } from '../../data/offboardings/schema';
import { Totals } from './totals';
import type { WholeScope } from './view';
import { scopeHints, scopeNames } from './words';

type Props = {
	plans: Record< WholeScope, Plan >;
	chosen: WholeScope;
	onChoose: ( scope: WholeScope ) => void;
};

/** Two sums side by side: a full refund of everything, or of what was paid for a time that has not ended. */
export const ScopeChoice = ( { plans, chosen, onChoose }: Props ) => (
	<fieldset className="amicable-run__scopes">
		<legend>{ __( 'How much goes back?', 'amicable' ) }</legend>
		{ ( [ 'all', 'running' ] as const ).map( ( scope ) => (
			<div
				key={ scope }
				className={ `amicable-run__scope${ scope === chosen ? ' is-chosen' : '' }` }
			>
				<label htmlFor={ `amicable-scope-${ scope }` }>
					<input
						id={ `amicable-scope-${ scope }` }
						type="radio"
						name="amicable-scope"
						value={ scope }
						checked={ scope === chosen }
						onChange={ () => onChoose( scope ) }
						aria-describedby={ `amicable-scope-${ scope }-what` }
					/>
					{ scopeNames()[ scope ] }
				</label>
				<div id={ `amicable-scope-${ scope }-what` }>
					<p className="amicable-muted">{ scopeHints()[ scope ] }</p>
					<Totals plan={ plans[ scope ] } />
				</div>
			</div>
		) ) }
	</fieldset>
);
