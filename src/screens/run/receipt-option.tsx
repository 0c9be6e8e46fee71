import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Plan } from '../../data/offboardings/schema';

type Props = {
	receipt: NonNullable< Plan[ 'receipt' ] >;
	isMailed: boolean;
	onChange: ( isMailed: boolean ) => void;
};

/** One mail to the customer when everything is over, in their language, to be read before it is sent. */
export const ReceiptOption = ( { receipt, isMailed, onChange }: Props ) => (
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
			checked={ isMailed }
			onChange={ onChange }
		/>
		{ isMailed && (
			<details>
				<summary>{ __( 'Read it first', 'amicable' ) }</summary>
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
