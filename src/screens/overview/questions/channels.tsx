import { CheckboxControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { can } from '../../../data/boot';
import type { ChannelId } from '../../../data/settings/schema';
import type { Setup } from '../../../data/setup/schema';
import { Link } from '../../../router/link';
import { QuestionForm } from './form';

type Choice = { id: ChannelId; label: string; next: ReactNode };

const BringFile = () =>
	can( 'amicable_intake' ) ? (
		<Link to="import">{ __( 'Bring a file of tickets', 'amicable' ) }</Link>
	) : null;

/** What is on this site first, since nobody has to look for it. */
const choicesOf = ( { desks }: Setup ): Choice[] => [
	...desks.map( ( { id, name } ) => ( {
		id,
		/* translators: %s: name of a help desk plugin. */
		label: sprintf( __( '%s, found on this site', 'amicable' ), name ),
		next: (
			<>
				{ __( 'Export its tickets to a file, then bring that file.', 'amicable' ) }{ ' ' }
				<BringFile />
			</>
		),
	} ) ),
	{
		id: 'outside',
		label: __( 'In a help desk outside this site', 'amicable' ),
		next: __(
			'Let it send its tickets, by webhook or automation, to amicable/v1/tickets with an application password of a user who may bring tickets.',
			'amicable'
		),
	},
	{
		id: 'file',
		label: __( 'I have a file of their tickets', 'amicable' ),
		next: <BringFile />,
	},
	{
		id: 'by_hand',
		label: __( 'Elsewhere: I log what matters by hand', 'amicable' ),
		next: __( 'Open an order and log the contact in the box Amicable.', 'amicable' ),
	},
];

/** Each answer says at once what to do about it. */
export function Channels( { setup }: { setup: Setup } ) {
	const [ chosen, setChosen ] = useState< ChannelId[] >( [] );
	const toggle = ( id: ChannelId, isOn: boolean ) =>
		setChosen( isOn ? [ ...chosen, id ] : chosen.filter( ( other ) => other !== id ) );
	return (
		<QuestionForm
			question="channels"
			save={ __( 'Remember this', 'amicable' ) }
			answer={ chosen.length > 0 ? { channels: chosen } : undefined }
		>
			<fieldset className="amicable-question__choices">
				<legend className="screen-reader-text">
					{ __( 'Where do customers write to you?', 'amicable' ) }
				</legend>
				{ choicesOf( setup ).map( ( { id, label, next } ) => (
					<div key={ id }>
						<CheckboxControl
							__nextHasNoMarginBottom
							label={ label }
							checked={ chosen.includes( id ) }
							onChange={ ( isOn ) => toggle( id, isOn ) }
						/>
						{ chosen.includes( id ) && (
							<p className="amicable-question__next">{ next }</p>
						) }
					</div>
				) ) }
			</fieldset>
		</QuestionForm>
	);
}
