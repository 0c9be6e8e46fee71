import { Button, FormFileUpload } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { useAct } from '../../components/use-act';
import { playbookFile, type PlaybookChanges, type PlaybookFile } from '../../data/playbook/schema';
import { playbookStore } from '../../data/playbook/store';
import { formatNumber } from '../../format/numbers';

/** Handed to the browser as a download. */
function download( file: PlaybookFile ) {
	const blob = new Blob( [ JSON.stringify( file, null, '\t' ) ], { type: 'application/json' } );
	const link = document.createElement( 'a' );
	link.href = URL.createObjectURL( blob );
	link.download = 'amicable-playbook.json';
	link.click();
	URL.revokeObjectURL( link.href );
}

/** A file that is none of ours is refused in words, before anything is asked of the server. */
async function readFile( given: File ): Promise< PlaybookFile > {
	const refused = () =>
		new Error( __( 'This file is not a playbook of Amicable, or it is damaged.', 'amicable' ) );
	const text = await given.text();
	try {
		const parsed: unknown = JSON.parse( text );
		return playbookFile.parse( parsed );
	} catch {
		throw refused();
	}
}

const unchanged = ( count: number ) =>
	sprintf(
		/* translators: %s: number of texts and settings. */
		_n( '%s stays as it is.', '%s stay as they are.', count, 'amicable' ),
		formatNumber( count )
	);

const Changes = ( { changes }: { changes: PlaybookChanges } ) => (
	<div role="status">
		<p>
			<strong>
				{ changes.dry_run
					? __( 'This would change. Nothing has yet:', 'amicable' )
					: __( 'Brought in:', 'amicable' ) }
			</strong>
		</p>
		<ul className="amicable-playbook__changes">
			{ changes.changes.map( ( { kind, text } ) => (
				<li key={ `${ kind }:${ text }` }>{ text }</li>
			) ) }
			{ changes.changes.length === 0 && <li>{ __( 'Nothing.', 'amicable' ) }</li> }
		</ul>
		<p className="amicable-muted">{ unchanged( changes.unchanged ) }</p>
	</div>
);

/** What a shop made its own, as one file: taken out, and brought in after a look at what would change. */
export function FileSection() {
	const { takeOut, bringIn } = useDispatch( playbookStore );
	const { act, isBusy, error } = useAct();
	const [ file, setFile ] = useState< PlaybookFile >();
	const [ changes, setChanges ] = useState< PlaybookChanges >();
	const look = ( given: File ) =>
		act( async () => {
			setChanges( undefined );
			const read = await readFile( given );
			setChanges( await bringIn( read, true ) );
			setFile( read );
		} );
	const go = ( read: PlaybookFile ) =>
		act( async () => {
			setChanges( await bringIn( read, false ) );
			setFile( undefined );
		} );
	return (
		<Panel id="amicable-playbook-file" title={ __( 'Take it along', 'amicable' ) }>
			<p>
				{ __(
					'Your own words, choices and settings as one file, for another shop of yours. No customer is in it.',
					'amicable'
				) }
			</p>
			<div className="amicable-playbook__buttons">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ isBusy }
					onClick={ () => act( async () => download( await takeOut() ) ) }
				>
					{ __( 'Download the file', 'amicable' ) }
				</Button>
				<FormFileUpload
					__next40pxDefaultSize
					accept="application/json,.json"
					onChange={ ( { currentTarget } ) => {
						const [ given ] = currentTarget.files ?? [];
						if ( given ) {
							look( given );
						}
					} }
				>
					{ __( 'Look at a file…', 'amicable' ) }
				</FormFileUpload>
			</div>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'Nothing was changed.', 'amicable' ) } error={ error } />
			) }
			{ changes && <Changes changes={ changes } /> }
			{ file && changes && changes.changes.length > 0 && (
				<Button
					__next40pxDefaultSize
					variant="primary"
					isBusy={ isBusy }
					onClick={ () => go( file ) }
				>
					{ __( 'Bring it in', 'amicable' ) }
				</Button>
			) }
		</Panel>
	);
}
