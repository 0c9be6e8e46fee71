import domReady from '@wordpress/dom-ready';
import { createRoot } from '@wordpress/element';
import { App } from './app/app';
import './style.scss';

domReady( () => {
	const root = document.getElementById( 'amicable-root' );
	if ( root ) {
		createRoot( root ).render( <App /> );
	}
} );
