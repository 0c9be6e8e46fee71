import { speak } from '@wordpress/a11y';
import { TextControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { Skeleton } from '../../components/skeleton';
import { Submit } from '../../components/submit';
import { useAct } from '../../components/use-act';
import { can } from '../../data/boot';
import { usePlaybookFields } from '../../data/playbook/hooks';
import type { PlaybookField } from '../../data/playbook/schema';
import { playbookStore } from '../../data/playbook/store';
import { languageNames, LANGUAGES } from '../../format/languages';

type Values = PlaybookField[ 'values' ];

const KEYS = [ 'any', ...LANGUAGES ] as const;

const label = ( title: string, key: ( typeof KEYS )[ number ] ) =>
	key === 'any'
		? title
		: sprintf(
				/* translators: 1: name of a field, 2: language. */
				__( '%1$s, in %2$s', 'amicable' ),
				title,
				languageNames()[ key ]
			);

function One( { field }: { field: PlaybookField } ) {
	const { saveField } = useDispatch( playbookStore );
	const { act, isBusy, error } = useAct();
	const [ values, setValues ] = useState< Values >( field.values );
	useEffect( () => setValues( field.values ), [ field ] );
	const isChanged = KEYS.some( ( key ) => values[ key ] !== field.values[ key ] );
	const own = LANGUAGES.some( ( language ) => field.values[ language ] !== '' );
	const input = ( key: ( typeof KEYS )[ number ] ) => (
		<TextControl
			key={ key }
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ label( field.title, key ) }
			value={ values[ key ] }
			placeholder={ field.usual[ key === 'any' ? 'en' : key ] }
			maxLength={ 500 }
			readOnly={ ! can( 'amicable_settings' ) }
			dir="auto"
			onChange={ ( value ) => setValues( { ...values, [ key ]: value } ) }
		/>
	);
	const submit = async () => {
		const saved = await act( () =>
			saveField( field.field, { version: field.version, values } )
		);
		if ( saved ) {
			speak( __( 'Saved.', 'amicable' ) );
		}
	};
	return (
		<form
			className="amicable-playbook__field"
			onSubmit={ ( event ) => {
				event.preventDefault();
				submit();
			} }
		>
			{ input( 'any' ) }
			<details open={ own }>
				<summary>{ __( 'Another one for a language', 'amicable' ) }</summary>
				<div className="amicable-form">{ LANGUAGES.map( input ) }</div>
			</details>
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
			{ isChanged && (
				<Submit variant="secondary" isBusy={ isBusy }>
					{ __( 'Save', 'amicable' ) }
				</Submit>
			) }
		</form>
	);
}

/** Said once here, used by every message. */
export function Fields() {
	const { fields, error, isLoading } = usePlaybookFields();
	const { invalidateResolution } = useDispatch( playbookStore );
	return (
		<Panel
			id="amicable-playbook-fields"
			title={ __( 'Said once for all texts', 'amicable' ) }
			isBusy={ isLoading }
		>
			<p className="amicable-muted">
				{ __(
					'What stands here fills itself in. What is empty is asked for in each message that needs it.',
					'amicable'
				) }
			</p>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'This could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getFields', [] ) }
				/>
			) }
			{ ! fields && isLoading && <Skeleton lines={ 6 } height={ 32 } /> }
			<div className="amicable-playbook__shop">
				{ fields?.map( ( field ) => (
					<One key={ field.field } field={ field } />
				) ) }
			</div>
		</Panel>
	);
}
