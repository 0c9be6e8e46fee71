import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { hasNavigated } from '../router/navigated';

type Props = { id: string; title: string; children?: ReactNode };

const page = document.title;

/** Names the screen in the tab, and takes the focus when somebody came here from another screen. */
export function ScreenTitle( { id, title, children }: Props ) {
	const heading = useRef< HTMLHeadingElement >( null );

	useEffect( () => {
		/* translators: 1: name of the screen, 2: title of the page. */
		document.title = sprintf( __( '%1$s ‹ %2$s', 'amicable' ), title, page );
	}, [ title ] );

	useEffect( () => {
		if ( hasNavigated() ) {
			heading.current?.focus();
		}
	}, [] );

	return (
		<header className="amicable-screen__header">
			<h1 id={ id } ref={ heading } tabIndex={ -1 } className="amicable-screen__title">
				{ title }
			</h1>
			{ children }
		</header>
	);
}
