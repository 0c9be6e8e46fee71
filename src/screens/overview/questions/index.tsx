import { __, sprintf } from '@wordpress/i18n';
import type { ComponentType } from 'react';
import { Panel } from '../../../components/panel';
import { can, inPractice } from '../../../data/boot';
import type { Question } from '../../../data/settings/schema';
import { useSetup } from '../../../data/setup/hooks';
import type { Setup } from '../../../data/setup/schema';
import { formatNumber } from '../../../format/numbers';
import { Channels } from './channels';
import { Docs } from './docs';
import { HourlyCost } from './hourly-cost';

const FORMS: Record< Question, ComponentType< { setup: Setup } > > = {
	hourly_cost: HourlyCost,
	channels: Channels,
	docs: Docs,
};

const titles = (): Record< Question, string > => ( {
	hourly_cost: __( 'What does an hour of support cost you?', 'amicable' ),
	channels: __( 'Where do customers write to you?', 'amicable' ),
	docs: __( 'Where are your docs?', 'amicable' ),
} );

function Next() {
	const setup = useSetup();
	const question = setup?.questions[ 0 ];
	if ( ! setup || ! question ) {
		return null;
	}
	const Form = FORMS[ question ];
	return (
		<Panel
			id="amicable-question"
			title={ titles()[ question ] }
			aside={
				<span className="amicable-muted">
					{ sprintf(
						/* translators: %s: number of questions. */
						__( 'Questions left: %s', 'amicable' ),
						formatNumber( setup.questions.length )
					) }
				</span>
			}
		>
			<Form key={ question } setup={ setup } />
		</Panel>
	);
}

/** Three questions, one after the other, only for those who may answer, and never again. Practice asks nothing. */
export const Questions = () => ( can( 'amicable_settings' ) && ! inPractice() ? <Next /> : null );
