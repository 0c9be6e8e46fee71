import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { ReasonForm } from '../../../components/reason-form';
import type { Closing } from '../../../data/closings/schema';
import { closingsStore } from '../../../data/closings/store';
import { formatDate, formatDateTime } from '../../../format/dates';

const until = ( { name, number, closes_at: at }: Closing ) =>
	sprintf(
		/* translators: 1: name of a service, 2: order number, 3: date. */
		__( '%1$s, order %2$s: closes on %3$s', 'amicable' ),
		name,
		number,
		formatDate( at )
	);

const given = ( { at, who, what }: NonNullable< Closing[ 'handed' ] > ) =>
	sprintf(
		/* translators: 1: what was handed over, 2: date and time, 3: name of a person. */
		__( 'Handed over: %1$s, on %2$s by %3$s.', 'amicable' ),
		what || __( 'erased', 'amicable' ),
		formatDateTime( at ),
		who ?? __( 'somebody who left', 'amicable' )
	);

function HandOver( { closing }: { closing: Closing } ) {
	const { handOver } = useDispatch( closingsStore );
	return (
		<ReasonForm
			label={ __( 'What was handed over', 'amicable' ) }
			help={ __( 'Such as: the database and all files, as one archive.', 'amicable' ) }
			button={ __( 'Write down', 'amicable' ) }
			variant="secondary"
			done={ __( 'Written down.', 'amicable' ) }
			onSave={ ( what ) => handOver( closing, what ) }
		/>
	);
}

export const ClosingItem = ( { closing }: { closing: Closing } ) => (
	<div>
		<p>
			<strong>{ until( closing ) }</strong>
		</p>
		{ closing.handed ? <p>{ given( closing.handed ) }</p> : <HandOver closing={ closing } /> }
	</div>
);
