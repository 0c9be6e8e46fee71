import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { UnknownScreen } from '../../app/unknown-screen';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { Panel } from '../../components/panel';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { useDispute } from '../../data/disputes/hooks';
import type { DisputeSheet } from '../../data/disputes/schema';
import { disputesStore } from '../../data/disputes/store';
import type { ScreenProps } from '../../screens';
import { OrderFacts, Standing } from './facts';
import { Lists } from './lists';
import { Say } from './say';

const heading = ( { order, customer_name: name }: DisputeSheet ) =>
	/* translators: 1: order number, 2: name of a customer. */
	sprintf( __( 'Dispute over order %1$s of %2$s', 'amicable' ), order.number, name );

const Body = ( { sheet }: { sheet: DisputeSheet } ) => (
	<>
		<Standing sheet={ sheet } />
		<Say sheet={ sheet } />
		<OrderFacts sheet={ sheet } />
		<Lists sheet={ sheet } />
		{ sheet.unkept.length > 0 && (
			<Panel
				id="amicable-dispute-unkept"
				title={ __( 'What nobody wrote down', 'amicable' ) }
			>
				<ul className="amicable-dispute__unkept">
					{ sheet.unkept.map( ( line ) => (
						<li key={ line }>{ line }</li>
					) ) }
				</ul>
			</Panel>
		) }
	</>
);

const Buttons = ( { sheet }: { sheet: DisputeSheet } ) => (
	<>
		<Button
			__next40pxDefaultSize
			variant="secondary"
			// The browser prints to paper or to a PDF file.
			onClick={ () => window.print() }
		>
			{ __( 'Print', 'amicable' ) }
		</Button>
		<LinkButton variant="tertiary" to="customer" of={ sheet.customer_id }>
			{ __( 'To the customer', 'amicable' ) }
		</LinkButton>
	</>
);

/** All that speaks for the shop about one disputed payment, ready to be printed. */
export const DisputeScreen = ( { id }: ScreenProps ) =>
	id ? <Dispute id={ id } /> : <UnknownScreen />;

function Dispute( { id }: { id: number } ) {
	const { sheet, error, isLoading } = useDispute( id );
	const { invalidateResolution } = useDispatch( disputesStore );
	return (
		<section
			className="amicable-screen amicable-dispute"
			aria-labelledby="amicable-dispute"
			aria-busy={ isLoading }
		>
			<ScreenTitle
				id="amicable-dispute"
				title={ sheet ? heading( sheet ) : __( 'Dispute', 'amicable' ) }
			>
				{ sheet && <Buttons sheet={ sheet } /> }
			</ScreenTitle>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The dispute could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ () => invalidateResolution( 'getSheet', [ id ] ) }
				/>
			) }
			{ isLoading && ! sheet && <Skeleton lines={ 8 } /> }
			{ sheet && <Body sheet={ sheet } /> }
		</section>
	);
}
