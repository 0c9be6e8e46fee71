import { __ } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import { useStories } from '../../data/practice/hooks';
import type { Story } from '../../data/practice/schema';
import { Link } from '../../router/link';

/** What happened, in a line; the pages behind it have the figures. */
const tellings = (): Record< Story[ 'story' ], string > => ( {
	will: __(
		'Asks what the docs answer, day after day, and costs more than was paid.',
		'amicable'
	),
	angry_and_right: __( 'Angry, and right: an update of ours broke twelve shops.', 'amicable' ),
	belle: __( 'Was asked once for a kinder tone, and has not found it.', 'amicable' ),
	xavier: __( 'One star, unless a feature comes by Friday.', 'amicable' ),
	legal_step: __( 'A heated talk turned to a lawyer: who answers now?', 'amicable' ),
	agency: __( 'Few questions, hard ones, from one of the best customers.', 'amicable' ),
	dispute: __( 'Took the payment to the bank, and asks for the file again.', 'amicable' ),
	loose_ends: __( 'Refunded long ago, and the keys still work.', 'amicable' ),
	recovered: __( 'Was warned, apologized and renewed.', 'amicable' ),
} );

const Name = ( { story: { story, customer_id: id, name } }: { story: Story } ) =>
	story === 'loose_ends' ? (
		<Link to="loose-ends">{ name }</Link>
	) : (
		<Link to="customer" of={ id }>
			{ name }
		</Link>
	);

/** The people of Practice worth meeting first. */
export function Stories() {
	const stories = useStories();
	const told = tellings();
	return stories.length === 0 ? null : (
		<Panel id="amicable-stories" title={ __( 'Nine stories to try it on', 'amicable' ) }>
			<ol className="amicable-stories">
				{ stories.map( ( story ) => (
					<li key={ story.story } className="amicable-stories__one">
						<Name story={ story } />
						<span className="amicable-muted">{ told[ story.story ] }</span>
					</li>
				) ) }
			</ol>
		</Panel>
	);
}
