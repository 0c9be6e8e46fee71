import { useDispatch } from '@wordpress/data';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { Skeleton } from '../../components/skeleton';
import { Submit } from '../../components/submit';
import { ApiError } from '../../data/api';
import { usePreview } from '../../data/imports/hooks';
import type { Import, Preview } from '../../data/imports/schema';
import { importsStore, type Look } from '../../data/imports/store';
import { ColumnsSection } from './columns-section';
import { dateColumn, draftOf, optionsOf, type Draft } from './draft';
import { FormatSection } from './format-section';
import { PreviewTable } from './preview-table';
import { DatesSection, StatusSection } from './values-section';

/** The same file seen with the dates and words that the form asks for now. */
function useSamples( one: Import, preview: Preview, draft: Draft ): Preview {
	const { encoding, delimiter, desk } = preview;
	const at = dateColumn( draft );
	const { status } = draft.columns;
	const { dateOrder, timeZone } = draft;
	const look = useMemo(
		() => ( {
			encoding,
			delimiter,
			desk,
			...( at !== undefined && { date_column: at } ),
			...( status !== undefined && { status_column: status } ),
			...( dateOrder && { date_order: dateOrder } ),
			...( timeZone.length > 2 && { time_zone: timeZone } ),
		} ),
		[ encoding, delimiter, desk, at, status, dateOrder, timeZone ]
	);
	return usePreview( one.id, look ).preview ?? preview;
}

function Form( { one, preview }: { one: Import; preview: Preview } ) {
	const { check } = useDispatch( importsStore );
	const [ draft, setDraft ] = useState( () => draftOf( preview ) );
	const [ error, setError ] = useState< unknown >();
	const [ isBusy, setBusy ] = useState( false );
	const samples = useSamples( one, preview, draft );
	const errors = error instanceof ApiError ? error.params : {};
	const common = { preview: samples, draft, errors, onChange: setDraft };

	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		setBusy( true );
		setError( undefined );
		await check( one.id, optionsOf( draft, preview ) ).catch( setError );
		setBusy( false );
	};

	return (
		<form className="amicable-import__form" noValidate onSubmit={ submit }>
			<Panel id="amicable-import-columns" title={ __( 'What the columns mean', 'amicable' ) }>
				<ColumnsSection { ...common } />
			</Panel>
			<Panel id="amicable-import-values" title={ __( 'Dates and words', 'amicable' ) }>
				<DatesSection { ...common } />
				<StatusSection { ...common } />
			</Panel>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The file cannot be checked like this.', 'amicable' ) }
					error={ error }
				/>
			) }
			<div>
				<Submit isBusy={ isBusy }>{ __( 'Check the file', 'amicable' ) }</Submit>
				<p className="amicable-import__hint">
					{ __( 'This imports nothing yet.', 'amicable' ) }
				</p>
			</div>
		</form>
	);
}

/** The second step: how the file is read. */
export function Mapping( { one }: { one: Import } ) {
	const [ look, setLook ] = useState< Look >( {} );
	const { preview, error } = usePreview( one.id, look );
	if ( error ) {
		return (
			<ErrorNotice
				message={ __( 'The file cannot be shown like this.', 'amicable' ) }
				error={ error }
				{ ...( Object.keys( look ).length > 0 && { onRetry: () => setLook( {} ) } ) }
			/>
		);
	}
	return preview ? (
		<>
			<Panel id="amicable-import-format" title={ __( 'The first rows', 'amicable' ) }>
				<FormatSection preview={ preview } onChange={ setLook } />
				<PreviewTable preview={ preview } />
			</Panel>
			<Form key={ JSON.stringify( look ) } one={ one } preview={ preview } />
		</>
	) : (
		<Skeleton lines={ 8 } height={ 28 } />
	);
}
