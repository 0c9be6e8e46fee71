import { _n, sprintf } from '@wordpress/i18n';
import { formatNumber } from './numbers';

export const starsOf = ( stars: number ) =>
	/* translators: %s: how many stars a review has, 1 to 5. */
	sprintf( _n( '%s star', '%s stars', stars, 'amicable' ), formatNumber( stars ) );
