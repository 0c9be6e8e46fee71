import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { Progress } from '../../components/progress';
import type { Import } from '../../data/imports/schema';
import { importsStore, type Upload } from '../../data/imports/store';
import { FileButton } from './chooser';

type Props = { one: Import; upload: Upload | undefined };

/** A file on its way. After the page was loaded anew it has to be chosen again; what was sent is not sent twice. */
export function UploadPanel( { one, upload }: Props ) {
	const { send } = useDispatch( importsStore );
	const [ isOther, setOther ] = useState( false );
	const isBusy = upload?.isBusy ?? false;

	const goOn = ( file: File ) => {
		const isSame = file.size === one.size && one.name === file.name.slice( -190 );
		setOther( ! isSame );
		if ( isSame ) {
			send( one, file );
		}
	};

	return (
		<Panel id="amicable-import-upload" title={ __( 'Sending the file', 'amicable' ) }>
			<Progress
				label={ __( 'Parts sent', 'amicable' ) }
				done={ one.pieces - one.missing.length }
				total={ one.pieces }
			/>
			{ Boolean( upload?.error ) && (
				<ErrorNotice
					message={ __( 'Sending stopped.', 'amicable' ) }
					error={ upload?.error }
				/>
			) }
			{ ! isBusy && (
				<>
					<p>
						{ sprintf(
							/* translators: %s: name of a file. */
							__( 'Choose %s again to go on where it stopped.', 'amicable' ),
							one.name
						) }
					</p>
					<FileButton
						label={ __( 'Go on', 'amicable' ) }
						isBusy={ false }
						onFile={ goOn }
					/>
				</>
			) }
			{ isOther && (
				<ErrorNotice
					message={ __(
						'This is another file: its name or size differs. Nothing was sent.',
						'amicable'
					) }
				/>
			) }
		</Panel>
	);
}
