import { __ } from '@wordpress/i18n';
import { DayField } from '../../components/fields';

type Props = { value: string; error: string | undefined; onChange: ( day: string ) => void };

/** Sites of a customer's own customers should not go dark over night. */
export const LicensesEnd = ( props: Props ) => (
	<section className="amicable-run__receipt" aria-labelledby="amicable-licenses-end">
		<h2 id="amicable-licenses-end">{ __( 'When licenses end', 'amicable' ) }</h2>
		<DayField
			label={ __( 'End sites and licenses on', 'amicable' ) }
			help={ __(
				'Left empty, they end with the rest; else on a day within the next 30. The money goes back at once, the check and the receipt wait until then.',
				'amicable'
			) }
			{ ...props }
		/>
	</section>
);
