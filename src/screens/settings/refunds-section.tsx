import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Panel } from '../../components/panel';
import { errorOf } from '../../data/field-errors';
import { NumberField } from '../../components/fields';
import type { SectionProps } from './section';

/** For shops that do not say themselves how long an order may be given back. */
export const RefundsSection = ( { draft, errors, onChange }: SectionProps ) => (
	<Panel id="amicable-settings-refunds" title={ __( 'Refunds', 'amicable' ) }>
		<div className="amicable-settings__grid">
			<NumberField
				label={ __( 'Days in which you take an order back', 'amicable' ) }
				help={ __(
					'WooCommerce has no such setting; Easy Digital Downloads has its own, which counts there. Parting over what still runs includes every order that is younger than this.',
					'amicable'
				) }
				value={ draft.refundWindow }
				max={ 3650 }
				error={ errorOf( errors, 'refund_window_days' ) }
				onChange={ ( refundWindow ) => onChange( { ...draft, refundWindow } ) }
			/>
		</div>
		<CheckboxControl
			__nextHasNoMarginBottom
			label={ __(
				'Our code is GPL: customers may keep using the version they have',
				'amicable'
			) }
			help={ __( 'The receipt that a customer gets says so.', 'amicable' ) }
			checked={ draft.codeIsFree }
			onChange={ ( codeIsFree ) => onChange( { ...draft, codeIsFree } ) }
		/>
	</Panel>
);
