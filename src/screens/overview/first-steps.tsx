import { __ } from '@wordpress/i18n';
import { PracticeLoader } from '../../components/practice-loader';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { boot, can, inPractice } from '../../data/boot';

/** Nothing is here yet: what will be, and a safe place to try everything meanwhile. */
export function FirstSteps( { failed }: { failed: boolean } ) {
	const hasStore = ( boot()?.stores.length ?? 0 ) > 0;
	return (
		<>
			{ failed && (
				<ErrorNotice
					message={ __(
						'Reading your orders stopped. It goes on by itself; nothing is lost.',
						'amicable'
					) }
				/>
			) }
			<EmptyState
				title={ __( 'See what each customer brought, and what they cost', 'amicable' ) }
				actions={ can( 'amicable_settings' ) && ! inPractice() && <PracticeLoader /> }
			>
				<p>
					{ hasStore
						? __(
								'As soon as there is an order it shows here: what was paid, what support it took, and what was left half done.',
								'amicable'
							)
						: __(
								'No store was found on this site. Amicable reads WooCommerce by itself as soon as it is active.',
								'amicable'
							) }
				</p>
				<p>
					{ __(
						'Practice is a sample shop inside this site: 400 customers, their orders and their tickets. Try every button; nothing there is real, and it is removed without trace.',
						'amicable'
					) }
				</p>
			</EmptyState>
		</>
	);
}
