import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { ErrorNotice } from '../../components/error-notice';
import { WordsField } from '../../components/fields';
import { Submit } from '../../components/submit';
import { useAct } from '../../components/use-act';
import { errorOf, errorsOf } from '../../data/field-errors';
import type { Alternatives, AlternativesSave } from '../../data/playbook/schema';

type One = Alternatives[ 'products' ][ number ];
type Row = { name: string; link: string };

const MOST = 5;

const rowsOf = ( { others }: One ): Row[] => [
	...others.map( ( { name, link } ) => ( { name, link: link ?? '' } ) ),
	...( others.length < MOST ? [ { name: '', link: '' } ] : [] ),
];

/** Rows that say nothing are left out. */
export const othersOf = ( rows: Row[] ) =>
	rows
		.map( ( { name, link } ) => ( { name: name.trim(), link: link.trim() || null } ) )
		.filter( ( { name, link } ) => name !== '' || link !== null );

type Props = {
	kept: One;
	isNew: boolean;
	onSave: ( request: AlternativesSave ) => Promise< void >;
	onCancel: () => void;
};

/** One product and what is suggested instead. Emptied, it goes from the list. */
export function AlternativesForm( { kept, isNew, onSave, onCancel }: Props ) {
	const { act, isBusy, error } = useAct();
	const [ product, setProduct ] = useState( kept.product );
	const [ rows, setRows ] = useState( () => rowsOf( kept ) );
	const errors = error ? errorsOf( error ) : {};
	const change = ( at: number, said: Partial< Row > ) => {
		const next = rows.map( ( row, index ) => ( index === at ? { ...row, ...said } : row ) );
		const isFull = next.every( ( { name } ) => name.trim() !== '' );
		setRows( isFull && next.length < MOST ? [ ...next, { name: '', link: '' } ] : next );
	};
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		act( () =>
			onSave( { product: product.trim(), version: kept.version, others: othersOf( rows ) } )
		);
	};
	return (
		<form className="amicable-playbook__other" onSubmit={ submit }>
			{ isNew ? (
				<WordsField
					label={ __( 'Product', 'amicable' ) }
					help={ __( 'As it is called in your shop.', 'amicable' ) }
					value={ product }
					error={ errorOf( errors, 'product' ) }
					onChange={ setProduct }
				/>
			) : (
				<h3>{ kept.product }</h3>
			) }
			{ rows.map( ( { name, link }, index ) => (
				<div className="amicable-settings__grid" key={ index }>
					<WordsField
						/* translators: %d: number of a row. */
						label={ sprintf( __( 'Name %d', 'amicable' ), index + 1 ) }
						value={ name }
						error={ errorOf( errors, `others.${ index }.name` ) }
						onChange={ ( said ) => change( index, { name: said } ) }
					/>
					<WordsField
						/* translators: %d: number of a row. */
						label={ sprintf( __( 'Link %d', 'amicable' ), index + 1 ) }
						placeholder="https://"
						spellCheck={ false }
						value={ link }
						error={ errorOf( errors, `others.${ index }.link` ) }
						onChange={ ( said ) => change( index, { link: said } ) }
					/>
				</div>
			) ) }
			{ Boolean( error ) && (
				<ErrorNotice message={ __( 'That was not saved.', 'amicable' ) } error={ error } />
			) }
			<div className="amicable-playbook__buttons">
				<Submit isBusy={ isBusy } mayGo={ product.trim() !== '' }>
					{ __( 'Save', 'amicable' ) }
				</Submit>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'amicable' ) }
				</Button>
			</div>
		</form>
	);
}
