import { Button, SearchControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { Panel } from '../../components/panel';
import { Skeleton } from '../../components/skeleton';
import { useDelayed } from '../../components/use-delayed';
import { useFound } from '../../data/customers/hooks';
import type { Template } from '../../data/playbook/schema';
import { nameOf } from '../../format/customer-name';
import { formatList } from '../../format/list';
import { formatNumber } from '../../format/numbers';
import type { Previewed } from './use-preview';

type Choice = { customer: number | undefined; onCustomer: ( id: number | undefined ) => void };

/** Finds somebody whose facts stand in the text: nothing is kept, nobody is told. */
function CustomerChoice( { customer, onCustomer }: Choice ) {
	const [ typed, setTyped ] = useState( '' );
	const asked = useDelayed( typed.trim() );
	const { found, error } = useFound( asked );
	return (
		<div className="amicable-playbook__customer">
			<SearchControl
				__nextHasNoMarginBottom
				label={ __( 'With the facts of a customer', 'amicable' ) }
				hideLabelFromVision={ false }
				placeholder={ __( 'Name or email', 'amicable' ) }
				value={ typed }
				onChange={ setTyped }
			/>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The search did not work.', 'amicable' ) }
					error={ error }
				/>
			) }
			{ found && found.found.length === 0 && (
				<p className="amicable-muted">{ __( 'Nobody is found by that.', 'amicable' ) }</p>
			) }
			{ found && found.found.length > 0 && (
				<ul className="amicable-playbook__found">
					{ found.found.slice( 0, 5 ).map( ( hit ) => (
						<li key={ hit.id }>
							<Button
								variant="secondary"
								size="compact"
								isPressed={ hit.id === customer }
								onClick={ () => onCustomer( hit.id ) }
							>
								{ nameOf( hit ) }
							</Button>
						</li>
					) ) }
				</ul>
			) }
			{ customer !== undefined && (
				<Button variant="link" onClick={ () => onCustomer( undefined ) }>
					{ __( 'Back to an invented customer', 'amicable' ) }
				</Button>
			) }
		</div>
	);
}

const flawsSaid = ( count: number ) =>
	count === 0
		? __( 'All that has to be said is said, and nothing has to change.', 'amicable' )
		: sprintf(
				/* translators: %s: number of places in a text. */
				_n(
					'%s place has to change before it can be saved.',
					'%s places have to change before it can be saved.',
					count,
					'amicable'
				),
				formatNumber( count )
			);

const Shown = ( { template, preview }: { template: Template; preview: Previewed } ) => (
	<>
		<p role="status">{ flawsSaid( Object.keys( preview.flaws ).length ) }</p>
		{ preview.shown && preview.shown.missing.length > 0 && (
			<p className="amicable-muted">
				{ sprintf(
					/* translators: %s: list of what is not known, such as "the facts, the refund". */
					__( 'Not known for this customer, to be filled in by hand: %s.', 'amicable' ),
					formatList( preview.shown.missing.map( ( { title } ) => title ) )
				) }
			</p>
		) }
		{ preview.shown && (
			<article
				className="amicable-mail"
				aria-label={ __( 'What a customer would get', 'amicable' ) }
				lang={ template.language }
				dir="auto"
			>
				<p className="amicable-mail__subject">{ preview.shown.subject }</p>
				<div className="amicable-mail__body">{ preview.shown.body }</div>
			</article>
		) }
	</>
);

type Props = Choice & { template: Template; preview: Previewed };

/** What a customer would get, while somebody types. */
export const PreviewPane = ( { template, preview, ...choice }: Props ) => (
	<Panel
		id="amicable-playbook-preview"
		title={ __( 'What a customer would get', 'amicable' ) }
		isBusy={ ! preview.shown && ! preview.error }
	>
		<CustomerChoice { ...choice } />
		{ Boolean( preview.error ) && (
			<ErrorNotice
				message={ __( 'It could not be shown as the words stand.', 'amicable' ) }
				error={ preview.error }
				onRetry={ preview.again }
			/>
		) }
		{ ! preview.shown && ! preview.error && <Skeleton lines={ 8 } /> }
		<Shown template={ template } preview={ preview } />
	</Panel>
);
