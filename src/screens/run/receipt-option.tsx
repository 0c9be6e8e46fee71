import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Plan } from '../../data/offboardings/schema';
import type { Choice } from './choice';

type Props = {
	receipt: NonNullable< Plan[ 'receipt' ] >;
	choice: Choice;
	onChange: ( choice: Choice ) => void;
};

/** One mail to the customer when everything is over, in their language, to be read before it is sent. */
export const ReceiptOption = ( { receipt, choice, onChange }: Props ) => (
	<section className="amicable-run__receipt" aria-labelledby="amicable-receipt">
		<h2 id="amicable-receipt">{ __( 'Receipt by mail', 'amicable' ) }</h2>
		<CheckboxControl
			__nextHasNoMarginBottom
			label={ sprintf(
				/* translators: %s: email address. */
				__( 'Send a receipt to %s when everything is done', 'amicable' ),
				receipt.to
			) }
			help={ __(
				'It lists every amount with its order, day and way of payment, and what has ended.',
				'amicable'
			) }
			checked={ choice.isMailed }
			onChange={ ( isMailed ) => onChange( { ...choice, isMailed } ) }
		/>
		{ choice.isMailed && (
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Hold the mail that the shop itself sends for each refund',
					'amicable'
				) }
				help={ __( 'The receipt lists every refund, so one mail is enough.', 'amicable' ) }
				checked={ choice.isHeld }
				onChange={ ( isHeld ) => onChange( { ...choice, isHeld } ) }
			/>
		) }
		{ choice.isMailed && (
			<details>
				<summary>{ __( 'Read it first', 'amicable' ) }</summary>
				<p className="amicable-muted">
					{ __( 'Its days will be those on which things really happen.', 'amicable' ) }
				</p>
				<div lang={ receipt.language } dir="ltr">
					<p>
						<strong>{ receipt.subject }</strong>
					</p>
					<pre className="amicable-run__mail">{ receipt.text }</pre>
				</div>
			</details>
		) }
	</section>
);
