import { speak } from '@wordpress/a11y';
import { useDispatch } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { Skeleton } from '../../components/skeleton';
import { useImport } from '../../data/imports/hooks';
import type { Import } from '../../data/imports/schema';
import { importsStore, type Upload } from '../../data/imports/store';
import { Mapping } from './mapping';
import { Checked, Done, Remove, Working } from './steps';
import { UploadPanel } from './upload';
import { stateNames } from './words';

const Failed = ( { one }: { one: Import } ) => (
	<>
		<ErrorNotice message={ one.failure ?? __( 'This file could not be read.', 'amicable' ) } />
		<div className="amicable-import__buttons">
			<LinkButton variant="primary" to="import">
				{ __( 'Choose another file', 'amicable' ) }
			</LinkButton>
			<Remove one={ one } />
		</div>
	</>
);

type StepProps = { one: Import; upload: Upload | undefined };

/** The step that a file has come to; one may go back to its columns until it is imported. */
function Step( { one, upload }: StepProps ) {
	const [ isBack, setBack ] = useState( false );
	useEffect( () => setBack( false ), [ one.state, one.updated_at ] );
	switch ( one.state ) {
		case 'uploading':
			return <UploadPanel one={ one } upload={ upload } />;
		case 'uploaded':
			return <Mapping one={ one } />;
		case 'checked':
			return isBack ? (
				<Mapping one={ one } />
			) : (
				<Checked one={ one } onBack={ () => setBack( true ) } />
			);
		case 'done':
			return <Done one={ one } />;
		case 'failed':
			return <Failed one={ one } />;
		default:
			return <Working one={ one } />;
	}
}

/** One file, wherever it stands: loading the page anew shows the same. */
export function FilePage( { id }: { id: number } ) {
	const { one, upload, error, isLoading } = useImport( id );
	const { invalidateResolution } = useDispatch( importsStore );
	const state = one?.state;

	useEffect( () => {
		if ( state === 'checked' || state === 'done' || state === 'failed' ) {
			speak( stateNames()[ state ] );
		}
	}, [ state ] );

	if ( error ) {
		return (
			<ErrorNotice
				message={ __( 'This import could not be loaded.', 'amicable' ) }
				error={ error }
				onRetry={ () => invalidateResolution( 'getImport', [ id ] ) }
			/>
		);
	}
	if ( ! one ) {
		return isLoading ? <Skeleton lines={ 6 } /> : null;
	}
	return (
		<>
			<p className="amicable-import__file">
				<bdi>{ one.name }</bdi>
			</p>
			<Step one={ one } upload={ upload } />
		</>
	);
}
