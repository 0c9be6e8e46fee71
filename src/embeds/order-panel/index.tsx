import domReady from '@wordpress/dom-ready';
import { createRoot } from '@wordpress/element';
import * as z from 'zod/mini';
import { id, orderRef } from '../../data/common';
import { LogContact } from '../../components/contact/log-contact';
import './style.scss';

/** On an order it is about whoever placed it, on an account about whom the account belongs to. */
const propsSchema = z.union( [
	z.strictObject( { order: orderRef } ),
	z.strictObject( { customer_id: id } ),
] );

function mount( place: HTMLElement ) {
	const { data } = propsSchema.safeParse(
		JSON.parse( place.dataset.amicableOrderPanel ?? '{}' )
	);
	if ( data ) {
		createRoot( place ).render( <LogContact about={ data } /> );
	}
}

// PHP has printed the card already; only what needs a script comes to life here.
domReady( () =>
	document.querySelectorAll< HTMLElement >( '[data-amicable-order-panel]' ).forEach( mount )
);
