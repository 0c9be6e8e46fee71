import { __ } from '@wordpress/i18n';
import { ScreenTitle } from '../../components/screen-title';
import { can } from '../../data/boot';
import type { ScreenProps } from '../../screens';
import { Chooser } from './chooser';
import { FilePage } from './file-page';

/** Tickets from a file: choose, say what the columns mean, see what would happen, import. */
export function ImportScreen( { id }: ScreenProps ) {
	return (
		<section
			className="amicable-screen amicable-import"
			aria-labelledby="amicable-import-title"
		>
			<ScreenTitle id="amicable-import-title" title={ __( 'Import tickets', 'amicable' ) } />
			{ can( 'amicable_intake' ) ? (
				<>{ id ? <FilePage key={ id } id={ id } /> : <Chooser /> }</>
			) : (
				<p>
					{ __(
						'Your role does not include importing. An administrator of this site can change that.',
						'amicable'
					) }
				</p>
			) }
		</section>
	);
}
