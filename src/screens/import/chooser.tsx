import { Button, FormFileUpload } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ChangeEvent } from 'react';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { useImports } from '../../data/imports/hooks';
import { MOST_BYTES } from '../../data/imports/schema';
import { importsStore } from '../../data/imports/store';
import { formatDateTime } from '../../format/dates';
import { navigate } from '../../router/history';
import { Link } from '../../router/link';
import { stateNames } from './words';

const TYPES = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain';

const tooLarge = () =>
	new Error( __( 'This file is larger than 50 MB. Split it into several files.', 'amicable' ) );
const empty = () => new Error( __( 'This file is empty.', 'amicable' ) );

type FileProps = { label: string; isBusy: boolean; onFile: ( file: File ) => void };

/** A button that opens the dialog of the system. */
export const FileButton = ( { label, isBusy, onFile }: FileProps ) => (
	<FormFileUpload
		__next40pxDefaultSize
		accept={ TYPES }
		onChange={ ( { currentTarget }: ChangeEvent< HTMLInputElement > ) => {
			const file = currentTarget.files?.[ 0 ];
			if ( file ) {
				onFile( file );
			}
		} }
		render={ ( { openFileDialog } ) => (
			<Button
				__next40pxDefaultSize
				variant="primary"
				isBusy={ isBusy }
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ openFileDialog }
			>
				{ label }
			</Button>
		) }
	/>
);

function Earlier() {
	const { imports, error } = useImports();
	const { invalidateResolution } = useDispatch( importsStore );
	if ( error ) {
		return (
			<ErrorNotice
				message={ __( 'Your earlier imports could not be loaded.', 'amicable' ) }
				error={ error }
				onRetry={ () => invalidateResolution( 'getImports', [] ) }
			/>
		);
	}
	return imports && imports.length > 0 ? (
		<Panel id="amicable-import-earlier" title={ __( 'Your earlier imports', 'amicable' ) }>
			<ul className="amicable-import__earlier">
				{ imports.map( ( { id, name, state, created_at: at } ) => (
					<li key={ id }>
						<Link to="import" of={ id }>
							{ name }
						</Link>
						<span>{ stateNames()[ state ] }</span>
						<span>{ formatDateTime( at ) }</span>
					</li>
				) ) }
			</ul>
		</Panel>
	) : null;
}

/** The first step: which file. */
export function Chooser() {
	const { create, send } = useDispatch( importsStore );
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState< unknown >();

	const begin = async ( file: File ) => {
		if ( file.size < 1 || file.size > MOST_BYTES ) {
			setError( file.size < 1 ? empty() : tooLarge() );
			return;
		}
		setBusy( true );
		setError( undefined );
		try {
			const one = await create( file );
			send( one, file );
			navigate( 'import', one.id );
		} catch ( thrown ) {
			setError( thrown );
			setBusy( false );
		}
	};

	return (
		<>
			<Panel id="amicable-import-file" title={ __( 'Choose a file', 'amicable' ) }>
				<p>
					{ __(
						'Export your tickets as CSV from your help desk, or make a list in a spreadsheet: one row for each ticket, or one for each message. An email address and a date are enough.',
						'amicable'
					) }
				</p>
				<p>
					{ __(
						'First you see what would happen. Nothing is imported until you say so, and importing a file twice changes nothing.',
						'amicable'
					) }
				</p>
				<FileButton
					label={ __( 'Choose a CSV file', 'amicable' ) }
					isBusy={ isBusy }
					onFile={ begin }
				/>
				{ Boolean( error ) && (
					<ErrorNotice
						message={ __( 'This file was not sent.', 'amicable' ) }
						error={ error }
					/>
				) }
			</Panel>
			<Earlier />
		</>
	);
}
