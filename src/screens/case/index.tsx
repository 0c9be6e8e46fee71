import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { lazy, Suspense, useState } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import { ErrorNotice } from '../../components/error-notice';
import { LinkButton } from '../../components/link-button';
import { ScreenTitle } from '../../components/screen-title';
import { Skeleton } from '../../components/skeleton';
import { UnknownScreen } from '../../app/unknown-screen';
import { useCase } from '../../data/cases/hooks';
import type { OffboardingCase, Stage } from '../../data/cases/schema';
import { casesStore } from '../../data/cases/store';
import type { ScreenProps } from '../../screens';
import type { Letter } from '../../data/letters/schema';
import { history, navigate, routeOf, type Params } from '../../router/history';
import { ChargeBanner } from './charge';
import { Chooser } from './chooser';
import { Conversation } from './conversation';
import { Evidence } from './evidence';
import { Guide } from './guide';
import { History } from './history';
import { JustSent } from './just-sent';
import { Letters } from './letters';
import { Move } from './move';
import { NextMoves } from './next-moves';
import { PanelPlace } from './panel-place';
import { Stepper } from './stepper';

type BodyProps = { item: OffboardingCase; params: Params; onStale: () => void };

/** Fetched when somebody writes. */
const Composer = lazy( async () => {
	const { Composer: part } = await import(
		/* webpackChunkName: "amicable-composer" */ './composer'
	);
	return { default: part };
} );

const heading = ( { customer_name: name }: OffboardingCase ) =>
	/* translators: %s: name of a customer. */
	sprintf( __( 'Case: %s', 'amicable' ), name );

const idOf = ( text = '' ) => ( /^[1-9]\d{0,14}$/.test( text ) ? Number( text ) : undefined );

/** A message that is out makes room for what comes next, unless its sender has gone elsewhere meanwhile. */
const closeSent = ( { id, case_id: caseId }: Letter ) => {
	const here = routeOf( history.location.search );
	if ( here.id === caseId && idOf( here.params.letter ) === id ) {
		navigate( 'case', caseId, { sent: String( id ) } );
	}
};

/** What is at hand: the next thing, the choice of a text, or a message. */
function AtHand( { item, params, onStale }: BodyProps ) {
	const [ chosen, setChosen ] = useState< Stage >();
	const next = item.next.find( ( { to } ) => to === chosen );
	const close = () => navigate( 'case', item.id );
	const [ letter, sent ] = [ idOf( params.letter ), idOf( params.sent ) ];
	if ( letter ) {
		return (
			<Suspense fallback={ <Skeleton lines={ 10 } height={ 24 } /> }>
				<Composer item={ item } id={ letter } onClose={ close } onSent={ closeSent } />
			</Suspense>
		);
	}
	if ( params.write ) {
		return <Chooser item={ item } stage={ params.write } onClose={ close } />;
	}
	return (
		<>
			{ sent && <JustSent item={ item } id={ sent } /> }
			<Guide item={ item } onChoose={ setChosen } />
			<NextMoves item={ item } chosen={ chosen } onChoose={ setChosen } />
			{ next && (
				<Move
					key={ next.to }
					item={ item }
					next={ next }
					onDone={ () => setChosen( undefined ) }
					onStale={ onStale }
				/>
			) }
		</>
	);
}

/** Whoever writes has the words before them, and nothing else to decide. */
const isWriting = ( { letter, write }: Params ) => Boolean( letter || write );

const Body = ( { item, params, onStale }: BodyProps ) => (
	<>
		{ item.override && (
			<p className="amicable-case__override">
				{ __( 'Stages were skipped in this case, with a written reason.', 'amicable' ) }
			</p>
		) }
		<Stepper item={ item } />
		{ item.charge && <ChargeBanner charge={ item.charge } /> }
		<div className="amicable-case__columns">
			<div className="amicable-case__main">
				<AtHand item={ item } params={ params } onStale={ onStale } />
				{ ! isWriting( params ) && (
					<PanelPlace place="main" item={ item } onStale={ onStale } />
				) }
				<Evidence customer={ item.customer_id } />
				<Letters item={ item } />
				<History item={ item } />
			</div>
			<div className="amicable-case__side">
				<Conversation item={ item } />
				<PanelPlace place="side" item={ item } onStale={ onStale } />
			</div>
		</div>
	</>
);

/** Where a case stands, what may come next and what stands in the way. */
export const CaseScreen = ( { id, params }: ScreenProps ) =>
	id ? <Case id={ id } params={ params } /> : <UnknownScreen />;

function Case( { id, params }: { id: number; params: Params } ) {
	const { item, error, isLoading } = useCase( id );
	const { invalidateResolution } = useDispatch( casesStore );
	const again = () => invalidateResolution( 'getCase', [ id ] );
	return (
		<section
			className="amicable-screen amicable-case"
			aria-labelledby="amicable-case"
			aria-busy={ isLoading }
		>
			<ScreenTitle
				id="amicable-case"
				title={
					item
						? heading( item )
						: _x( 'Case', 'the way in which a customer is parted from', 'amicable' )
				}
			>
				{ item && (
					<LinkButton variant="tertiary" to="customer" of={ item.customer_id }>
						{ __( 'To the customer', 'amicable' ) }
					</LinkButton>
				) }
			</ScreenTitle>
			{ Boolean( error ) && (
				<ErrorNotice
					message={ __( 'The case could not be loaded.', 'amicable' ) }
					error={ error }
					onRetry={ again }
				/>
			) }
			{ isLoading && ! item && <Skeleton lines={ 6 } /> }
			{ item && <Body item={ item } params={ params } onStale={ again } /> }
			{ item && (
				<Button variant="tertiary" onClick={ again }>
					{ __( 'Look again', 'amicable' ) }
				</Button>
			) }
		</section>
	);
}
