import domReady from '@wordpress/dom-ready';
import { createRoot } from '@wordpress/element';
import * as z from 'zod/mini';
import { orderRef } from '../../data/common';
import { LogContact } from '../../components/contact/log-contact';
import './style.scss';

const propsSchema = z.object( { order: orderRef } );

function mount( place: HTMLElement ) {
	const { data } = propsSchema.safeParse(
		JSON.parse( place.dataset.amicableOrderPanel ?? '{}' )
	);
	if ( data ) {
		createRoot( place ).render( <LogContact about={ { order: data.order } } /> );
	}
}

// PHP has printed the card already; only what needs a script comes to life here.
domReady( () =>
	document.querySelectorAll< HTMLElement >( '[data-amicable-order-panel]' ).forEach( mount )
);
