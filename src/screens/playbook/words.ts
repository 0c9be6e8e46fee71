import { __ } from '@wordpress/i18n';
import type { Template } from '../../data/playbook/schema';

type Condition = NonNullable< Template[ 'paragraphs' ][ number ][ 'when' ] >;

/** When a paragraph is used. */
export const conditionNames = (): Record< Condition, string > => ( {
	product: __( 'for products', 'amicable' ),
	service: __( 'for services', 'amicable' ),
	gpl: __( 'where the version may be kept', 'amicable' ),
	contest: __( 'where a wrong fact may be reported', 'amicable' ),
} );
