import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { useAct } from '../../components/use-act';
import { can } from '../../data/boot';
import type { Alternatives, AlternativesSave } from '../../data/playbook/schema';
import { playbookStore } from '../../data/playbook/store';
import { AlternativesForm } from './alternatives-form';

type One = Alternatives[ 'products' ][ number ];

const namesOf = ( { others }: One ) => others.map( ( { name } ) => name ).join( ', ' );

type ListProps = { products: One[]; onChange: ( one: One ) => void };

const List = ( { products, onChange }: ListProps ) => (
	<dl className="amicable-playbook__others">
		{ products.map( ( one ) => (
			<div key={ one.product }>
				<dt>{ one.product }</dt>
				<dd>
					{ namesOf( one ) }{ ' ' }
					{ can( 'amicable_settings' ) && (
						<Button
							variant="link"
							onClick={ () => onChange( one ) }
							aria-label={ sprintf(
								/* translators: %s: name of a product. */
								__( 'Change what is suggested instead of %s', 'amicable' ),
								one.product
							) }
						>
							{ __( 'Change', 'amicable' ) }
						</Button>
					) }
				</dd>
			</div>
		) ) }
	</dl>
);

const isNew = ( { product }: One, all: One[] ) => ! all.some( ( one ) => one.product === product );

/** Whom a product does not suit is told of others, by name and link. */
export function AlternativesSection() {
	const { loadAlternatives, saveAlternatives } = useDispatch( playbookStore );
	const { act, error } = useAct();
	const [ products, setProducts ] = useState< One[] >();
	const [ open, setOpen ] = useState< One >();
	const load = () => act( async () => setProducts( ( await loadAlternatives() ).products ) );
	useEffect( () => {
		load();
	}, [] ); // eslint-disable-line react-hooks/exhaustive-deps -- Once, when the screen opens.
	const save = async ( request: AlternativesSave ) => {
		setProducts( ( await saveAlternatives( request ) ).products );
		speak( __( 'Saved.', 'amicable' ) );
		setOpen( undefined );
	};
	return (
		<Panel id="amicable-playbook-others" title={ __( 'Other makers, by product', 'amicable' ) }>
			<p>
				{ __(
					'Letters that end a relation suggest other makers. Name up to five for a product; for all other products they take the field “other makers that may fit better”. Where there is none, the letter asks for them, or you take the paragraph out.',
					'amicable'
				) }
			</p>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The other makers could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ load }
				/>
			) }
			{ products && <List products={ products } onChange={ setOpen } /> }
			{ products && ! open && can( 'amicable_settings' ) && (
				<Button
					variant="secondary"
					onClick={ () => setOpen( { product: '', version: 0, others: [] } ) }
				>
					{ __( 'Add a product', 'amicable' ) }
				</Button>
			) }
			{ open && (
				<AlternativesForm
					key={ open.product }
					kept={ open }
					isNew={ isNew( open, products ?? [] ) }
					onSave={ save }
					onCancel={ () => setOpen( undefined ) }
				/>
			) }
		</Panel>
	);
}
