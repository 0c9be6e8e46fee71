import { speak } from '@wordpress/a11y';
import { useDispatch } from '@wordpress/data';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../components/error-notice';
import { Submit } from '../../components/submit';
import { ApiError } from '../../data/api';
import type { Settings } from '../../data/settings/schema';
import { settingsStore } from '../../data/settings/store';
import { AgentsSection } from './agents-section';
import { CasesSection } from './cases-section';
import { KeptSection } from './kept-section';
import { CostSection } from './cost-section';
import { errorsOf, type Errors } from '../../data/field-errors';
import { draftOf, updateOf } from './draft';
import { DocsSection } from './docs-section';
import { EstimateSection } from './estimate-section';
import { HighValueSection } from './high-value';
import { LimitsSection } from './limits-section';
import { RefundsSection } from './refunds-section';
import { PatternsSection } from './patterns-section';

type State = { isBusy: boolean; errors: Errors; error?: unknown };
const QUIET: State = { isBusy: false, errors: {} };

function useSave( settings: Settings ) {
	const { save } = useDispatch( settingsStore );
	const [ draft, setDraft ] = useState( () => draftOf( settings ) );
	const [ state, setState ] = useState< State >( QUIET );

	// A newer version, ours or somebody else's, is what stands in the fields; the focus stays where it is.
	useEffect( () => {
		setDraft( draftOf( settings ) );
		setState( QUIET );
	}, [ settings ] );

	const submit = async () => {
		const { update, errors } = updateOf( draft, settings.version );
		if ( Object.keys( errors ).length > 0 ) {
			setState( { isBusy: false, errors } );
			return;
		}
		setState( { ...QUIET, isBusy: true } );
		try {
			await save( update );
			setState( QUIET );
			speak( __( 'Settings saved.', 'amicable' ) );
		} catch ( error ) {
			setState( { isBusy: false, errors: errorsOf( error ), error } );
		}
	};
	return { draft, setDraft, submit, ...state };
}

const isStale = ( error: unknown ) => error instanceof ApiError && error.status === 409;

/** What somebody else saved meanwhile is read first; what was typed here stays until then. */
function Failed( { error }: { error: unknown } ) {
	const { invalidateResolution } = useDispatch( settingsStore );
	return isStale( error ) ? (
		<ErrorNotice
			message={ __(
				'Somebody saved these settings meanwhile. Yours were not saved.',
				'amicable'
			) }
			onRetry={ () => invalidateResolution( 'getSettings', [] ) }
		/>
	) : (
		<ErrorNotice message={ __( 'The settings were not saved.', 'amicable' ) } error={ error } />
	);
}

export function Form( { settings }: { settings: Settings } ) {
	const { draft, setDraft, submit, isBusy, errors, error } = useSave( settings );
	const form = useRef< HTMLFormElement >( null );
	const common = { draft, errors, onChange: setDraft };

	useEffect( () => {
		if ( Object.keys( errors ).length > 0 ) {
			form.current?.querySelector< HTMLElement >( '[aria-invalid="true"]' )?.focus();
		}
	}, [ errors ] );

	return (
		<form
			ref={ form }
			className="amicable-settings__form"
			noValidate
			onSubmit={ ( event: FormEvent ) => {
				event.preventDefault();
				submit();
			} }
		>
			<CostSection { ...common } />
			<AgentsSection { ...common } staff={ settings.staff } />
			<EstimateSection { ...common } />
			<DocsSection { ...common } />
			<RefundsSection { ...common } />
			<LimitsSection { ...common } />
			<CasesSection { ...common } />
			<KeptSection { ...common } />
			<PatternsSection { ...common } />
			<HighValueSection { ...common } />
			{ Boolean( error ) && <Failed error={ error } /> }
			<div className="amicable-settings__save">
				<Submit isBusy={ isBusy }>{ __( 'Save settings', 'amicable' ) }</Submit>
			</div>
		</form>
	);
}
