import { __ } from '@wordpress/i18n';

/** Not zero: nobody knows. */
export const Unknown = () => (
	<span className="amicable-muted">{ __( 'unknown', 'amicable' ) }</span>
);
