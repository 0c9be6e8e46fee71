import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../../components/error-notice';
import { useAct } from '../../../components/use-act';
import type { Letter } from '../../../data/letters/schema';
import { lettersStore } from '../../../data/letters/store';
import { formatDateTime } from '../../../format/dates';

type Props = { letter: Letter; onSave: () => Promise< number > };

function lookedAt( { looked }: Letter ) {
	if ( ! looked ) {
		return __(
			'In this shop somebody else reads these words before they go out. Ask a colleague to open this draft.',
			'amicable'
		);
	}
	const who = looked.who ?? __( 'Somebody who left', 'amicable' );
	const when = formatDateTime( looked.at );
	return looked.fits
		? sprintf(
				/* translators: 1: name of a person, 2: date and time. */
				__( '%1$s has read it as it stands, on %2$s.', 'amicable' ),
				who,
				when
			)
		: sprintf(
				/* translators: 1: name of a person, 2: date and time. */
				__(
					'%1$s read it on %2$s. The words have changed since: they want another look.',
					'amicable'
				),
				who,
				when
			);
}

/** Another pair of eyes, on exactly these words. */
export function SecondLook( { letter, onSave }: Props ) {
	const { vouch, invalidateResolution } = useDispatch( lettersStore );
	const { act, isBusy, error } = useAct();
	if ( ! letter.needs_reader && ! letter.looked ) {
		return null;
	}
	return (
		<div className="amicable-send__second">
			<p>{ lookedAt( letter ) }</p>
			{ letter.needs_reader && (
				<>
					{ ! letter.looked?.fits && (
						<Button
							__next40pxDefaultSize
							variant="secondary"
							isBusy={ isBusy }
							disabled={ isBusy }
							accessibleWhenDisabled
							onClick={ () => act( async () => vouch( letter, await onSave() ) ) }
						>
							{ __( 'I have read the words: fine', 'amicable' ) }
						</Button>
					) }
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ () =>
							invalidateResolution( 'getLetter', [ letter.case_id, letter.id ] )
						}
					>
						{ __( 'Look again', 'amicable' ) }
					</Button>
				</>
			) }
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
		</div>
	);
}
