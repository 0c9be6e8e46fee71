import { TextareaControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import { describe } from '../../components/fields';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { Panel } from '../../components/panel';
import { Submit } from '../../components/submit';
import { ApiError } from '../../data/api';
import { can } from '../../data/boot';
import type { Template } from '../../data/playbook/schema';
import { PreviewPane } from './preview-pane';
import { Reset } from './reset';
import { isChanged, useCopy, type Copy } from './use-copy';
import { usePreview } from './use-preview';
import { conditionNames } from './words';

type Paragraph = Template[ 'paragraphs' ][ number ];
type Errors = Record< string, string >;

const label = ( { when }: Paragraph, at: number ) =>
	when
		? sprintf(
				/* translators: 1: number of a paragraph, 2: when it is used, such as "for services". */
				__( 'Paragraph %1$d, %2$s', 'amicable' ),
				at + 1,
				conditionNames()[ when ]
			)
		: sprintf(
				/* translators: %d: number of a paragraph. */
				__( 'Paragraph %d', 'amicable' ),
				at + 1
			);

type WordsProps = {
	template: Template;
	copy: Copy;
	flaws: Errors;
	isLocked: boolean;
	onChange: ( copy: Copy ) => void;
};

function Words( { template, copy, flaws, isLocked, onChange }: WordsProps ) {
	const common = { readOnly: isLocked, lang: template.language, dir: 'auto' } as const;
	return (
		<>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				{ ...common }
				label={ _x( 'Subject', 'of a mail', 'amicable' ) }
				value={ copy.subject }
				maxLength={ 200 }
				{ ...describe( undefined, flaws.subject ) }
				onChange={ ( subject ) => onChange( { ...copy, subject } ) }
			/>
			{ template.paragraphs.map( ( paragraph, at ) => (
				<TextareaControl
					key={ paragraph.key }
					__nextHasNoMarginBottom
					{ ...common }
					label={ label( paragraph, at ) }
					value={ copy.texts[ paragraph.key ] ?? '' }
					rows={ Math.max( 2, Math.ceil( paragraph.text.length / 70 ) ) }
					maxLength={ 4000 }
					{ ...describe( undefined, flaws[ `paragraphs.${ paragraph.key }` ] ) }
					onChange={ ( text ) =>
						onChange( { ...copy, texts: { ...copy.texts, [ paragraph.key ]: text } } )
					}
				/>
			) ) }
		</>
	);
}

const FieldsHelp = ( { template: { fields } }: { template: Template } ) => (
	<details className="amicable-playbook__fields">
		<summary>{ __( 'Fields that fill themselves in', 'amicable' ) }</summary>
		<dl>
			{ fields.map( ( { field, title } ) => (
				<div key={ field }>
					<dt>
						<code>{ `{${ field }}` }</code>
					</dt>
					<dd>{ title }</dd>
				</div>
			) ) }
		</dl>
	</details>
);

function Failed( { error }: { error: unknown } ) {
	const stale = error instanceof ApiError && error.status === 409;
	return (
		<ErrorNotice
			message={
				stale
					? __(
							'Somebody changed this text meanwhile. Yours is still here and not saved: save again to put it in the place of theirs.',
							'amicable'
						)
					: __( 'The text was not saved.', 'amicable' )
			}
			{ ...( ! stale && { error } ) }
		/>
	);
}

/** One text, paragraph by paragraph, beside it what a customer would get. */
export function Editor( { template }: { template: Template } ) {
	const { copy, setCopy, keep, putBack, isBusy, error, errors } = useCopy( template );
	const [ customer, setCustomer ] = useState< number | undefined >();
	const preview = usePreview( template, copy, customer );
	const isLocked = ! can( 'amicable_settings' );
	const changed = isChanged( template, copy );
	const flaws = { ...errors, ...preview.flaws };
	return (
		<div className="amicable-playbook__open">
			<Panel
				id="amicable-playbook-editor"
				title={ template.title }
				aside={
					<LinkButton
						variant="tertiary"
						to="playbook"
						params={ { language: template.language } }
					>
						{ __( 'To all texts', 'amicable' ) }
					</LinkButton>
				}
			>
				<form
					className="amicable-form"
					onSubmit={ ( event ) => {
						event.preventDefault();
						keep();
					} }
				>
					<p className="amicable-muted">
						{ isLocked
							? __(
									'Only somebody who may change settings can change it.',
									'amicable'
								)
							: __(
									'Change the words; what each paragraph has to say stays. An empty paragraph is left out.',
									'amicable'
								) }
					</p>
					<Words
						template={ template }
						copy={ copy }
						flaws={ flaws }
						isLocked={ isLocked }
						onChange={ setCopy }
					/>
					<FieldsHelp template={ template } />
					{ Boolean( error ) && <Failed error={ error } /> }
					{ ! isLocked && (
						<div className="amicable-playbook__buttons">
							<Submit isBusy={ isBusy } mayGo={ changed }>
								{ __( 'Save as own words', 'amicable' ) }
							</Submit>
							{ template.own && <Reset isBusy={ isBusy } onReset={ putBack } /> }
						</div>
					) }
				</form>
			</Panel>
			<PreviewPane
				template={ template }
				preview={ preview }
				customer={ customer }
				onCustomer={ setCustomer }
			/>
		</div>
	);
}
