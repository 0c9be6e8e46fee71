import { __ } from '@wordpress/i18n';
import type { OffboardingCase } from '../../data/cases/schema';
import { stops, type Stop } from './view';
import { stageNames } from '../../format/words';

const stateNames = (): Record< Stop[ 'state' ], string > => ( {
	past: __( 'done', 'amicable' ),
	here: __( 'now', 'amicable' ),
	ahead: __( 'not reached', 'amicable' ),
} );

/** The usual way from the first talk to the end. */
export const Stepper = ( { item }: { item: OffboardingCase } ) => (
	<ol className="amicable-case__stepper" aria-label={ __( 'Stages', 'amicable' ) }>
		{ stops( item ).map( ( { stage, state } ) => (
			<li
				key={ stage }
				className={ `is-${ state }` }
				aria-current={ state === 'here' ? 'step' : undefined }
			>
				<span>{ stageNames()[ stage ] }</span>
				<span className="screen-reader-text">{ stateNames()[ state ] }</span>
			</li>
		) ) }
	</ol>
);
